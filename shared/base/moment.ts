/**
 * Moments are milliseconds since the Unix epoch, from 1900 to 2999, as days are (`isDay` in
 * `document/field-rules.ts`): what lies outside no spreadsheet and no calendar can write, and whatever
 * formats a number of more than that throws.
 */
export const EARLIEST_MOMENT = Date.UTC(1900, 0, 1)
export const LATEST_MOMENT = Date.UTC(3000, 0, 1) - 1

export const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && value >= EARLIEST_MOMENT && value <= LATEST_MOMENT
