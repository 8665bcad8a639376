import { isSource, type FieldSpec, type QuoteSource } from './field.ts'
import { fieldsOf, isKind, kindNames } from './index.ts'

/** Any card as far as it tells where it comes from. */
interface Told {
  kind: string
  fields: Readonly<Record<string, unknown>>
}

const firstOf = (type: FieldSpec['type']) =>
  new Map(
    kindNames.flatMap((kind) => {
      const found = Object.entries(fieldsOf(kind)).find(([, spec]) => spec.type === type)
      return found ? [[kind, found[0]] as const] : []
    }),
  )
const sources = firstOf('source')

/** Names of the fields in which kinds say where a card was taken from: what changes one changes the Warum-Spur. */
export const sourceFields: readonly string[] = [...new Set(sources.values())]

/** The place in a transcript that a card was taken from; null where it tells of none. */
export function sourceOf({ kind, fields }: Told): QuoteSource | null {
  const name = isKind(kind) ? sources.get(kind) : undefined
  const stored = name === undefined ? null : fields[name]
  return isSource(stored) ? stored : null
}
