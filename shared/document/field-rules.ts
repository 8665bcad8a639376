import * as Y from 'yjs'
import { isId } from '../base/ids.ts'
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
      return value === null || (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
    case 'image':
      return value === null || isId(value)
  }
}

const inRange = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max
