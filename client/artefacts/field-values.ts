import { isDay } from '#shared/document/field-rules.ts'

/** A browser lets years of five digits through while somebody types. */
export const day = (text: string) => (isDay(text) ? text : null)

/** What cannot be a value is no value: nothing wrong is ever stored, and the field shows what is. */
export function wholeNumber(text: string, { min, max }: { min: number; max: number }): number | null {
  const number = Math.round(Number(text))
  if (text.trim() === '' || !Number.isFinite(number)) return null
  return Math.min(max, Math.max(min, number))
}
