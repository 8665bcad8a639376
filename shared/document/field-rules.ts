import * as Y from 'yjs'
import { isId } from '../base/ids.ts'
import { isSpansText } from '../base/spans.ts'
import type { SimpleSpec } from '../kinds/field.ts'

/** Whether a field that holds one value may hold this one, in a card or in an item of a card. */
export function isSimpleEntry(spec: SimpleSpec, value: unknown): boolean {
  switch (spec.type) {
    case 'text':
    case 'line':
      return value instanceof Y.Text
    case 'choice':
      return typeof value === 'string' && spec.options.includes(value)
    case 'number':
      return value === null || (Number.isInteger(value) && inRange(value as number, spec))
    case 'date':
      return value === null || isDay(value)
    case 'image':
      return value === null || isId(value)
    case 'transcript':
      return typeof value === 'string' && value.length <= spec.maxChars
    case 'spans':
      return isSpansText(value) && value.length <= spec.maxChars
  }
}

/** A day that exists, from 1900 on: spreadsheets know none before, and what is before is a slip of the finger. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(?:19|2\d)\d\d-\d\d-\d\d$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

const inRange = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max
