/**
 * What a person says of a card that rests on something withheld: `open`, it holds nothing confidential; `closed`, it stays in
 * the group. Stored under `clearance`; absent as long as nobody has decided.
 */
export const clearances = ['open', 'closed'] as const
export type Clearance = (typeof clearances)[number]

export const CLEARANCE = 'clearance'

/** A stored value; null where nobody has decided, or nothing readable is stored. */
export const clearanceFrom = (value: unknown): Clearance | null =>
  clearances.find((clearance) => clearance === value) ?? null

/** Whether somebody who may not release may make it this: everybody who writes closes, and opens nothing. */
export const mayClearUnreleased = (value: unknown, before: unknown): boolean =>
  value === before || (value === 'closed' && before !== 'closed')
