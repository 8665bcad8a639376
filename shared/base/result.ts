/** A refusal is a value, not an exception: callers must look before they use the result. */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

export const accepted = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const refused = <Refusal>(refusal: Refusal): Result<never, Refusal> => ({ ok: false, refusal })

/** Makes a switch exhaustive: does not compile while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`)
}
