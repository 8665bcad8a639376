/** Told when this browser becomes somebody else; whoever remembers answers of the server forgets them then. */
const listeners = new Set<() => Promise<void>>()

export function whenPersonChanges(forget: () => Promise<void>): void {
  listeners.add(forget)
}

/** Call after joining; ends when nothing of the person before is remembered. */
export async function personChanged(): Promise<void> {
  await Promise.all([...listeners].map((forget) => forget()))
}
