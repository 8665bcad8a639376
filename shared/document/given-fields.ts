import { fieldsOf, type ArtefactKind } from '../kinds/index.ts'
import { isSimpleEntry } from './field-rules.ts'

/**
 * Whether a card of this kind can be made with these fields from outside: texts, choices, numbers and days, as the kind has
 * them. Images, items and what is taken from an interview are made in rooms alone.
 */
export function areGivable(kind: ArtefactKind, fields: Readonly<Record<string, string | number>>): boolean {
  const specs = fieldsOf(kind)
  return Object.entries(fields).every(([name, value]) => {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
    switch (spec?.type) {
      case 'text':
      case 'line':
        return typeof value === 'string' && value.length <= spec.maxChars
      case 'choice':
      case 'number':
      case 'date':
        return isSimpleEntry(spec, value)
      default:
        return false
    }
  })
}
