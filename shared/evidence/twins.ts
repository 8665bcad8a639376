import { isFixed, type FieldSpec, type Item } from '../kinds/field.ts'
import { emptyValue, fieldsOf, isKind } from '../kinds/index.ts'
import { evidenceOf, type Evidence, type EvidenceGraph } from './evidence.ts'

/** What is needed of a card to know it by its words. */
interface Saying {
  id: string
  kind: string
  status: string
  fields: Readonly<Record<string, unknown>>
}

/** The cards of one group, with how they hang together. */
interface Cards {
  artefacts: Iterable<Saying>
  graph: EvidenceGraph
}

/** A card of a group that says word for word what another one says, and what it rests on there. */
export interface Twin {
  id: string
  evidence: Evidence
  /** Whether the other one says nothing beside: days, numbers, choices and rows agree, and it is no further than this. */
  isAll: boolean
}

/**
 * What the plenum has of the groups, brought by the server or written down again, rests on what lies with them. A card is
 * known by its words, because a copy of a workshop has other groups.
 * @param marks stand in place of words that stay: cards that hold one may say anything, however alike they look
 */
export function twinsAmong(
  groups: readonly Cards[],
  marks: readonly string[],
): (artefact: Saying) => Twin | null {
  const sayingOf = (artefact: Saying) => {
    const said = wordsOf(artefact)
    return said === null || marks.some((mark) => said.includes(mark)) ? null : said
  }
  const alike = new Map<string, { one: Saying; graph: EvidenceGraph }[]>()
  for (const { artefacts, graph } of groups)
    for (const one of artefacts) {
      const said = sayingOf(one)
      if (said !== null) alike.set(said, [...(alike.get(said) ?? []), { one, graph }])
    }
  return (artefact) => {
    const twins = (alike.get(sayingOf(artefact) ?? '') ?? []).map(({ one, graph }): Twin => ({
      id: one.id,
      evidence: evidenceOf(graph, one.id),
      isAll: holdsAllOf(one, artefact),
    }))
    const [best = null] = twins.sort(
      (a, b) => Number(b.isAll) - Number(a.isAll) || b.evidence.pieces.length - a.evidence.pieces.length,
    )
    return best
  }
}

/** Whether a card holds everything that another one of the same words does; those that were brought begin as drafts. */
function holdsAllOf(one: Saying, other: Saying): boolean {
  const specs = Object.entries(isKind(other.kind) ? fieldsOf(other.kind) : {})
  return (
    (other.status === 'draft' || other.status === one.status) &&
    specs.every(([name, spec]) => {
      const held = heldIn(other, name, spec)
      const isLeftBehind =
        (spec.type === 'image' || isFixed(spec)) && held === heldIn({ fields: {} }, name, spec)
      return isLeftBehind || held === heldIn(one, name, spec)
    })
  )
}

/** As a text; of items without their ids, which differ where somebody wrote them down again. */
function heldIn({ fields }: Pick<Saying, 'fields'>, name: string, spec: FieldSpec): string {
  const value = fields[name] ?? emptyValue(spec)
  if (typeof value === 'string') return value.trim()
  const items = Array.isArray(value) ? (value as Item[]) : null
  return JSON.stringify(items?.map(({ place, cell, fields: inner }) => [place, cell, inner]) ?? value)
}

/** Its texts, null without any: images and what was taken from an interview stay with the group. */
function wordsOf({ kind, fields }: Saying): string | null {
  const texts = Object.entries(isKind(kind) ? fieldsOf(kind) : {}).map(([name, { type }]) =>
    type === 'text' || type === 'line' ? String(fields[name] ?? '').trim() : '',
  )
  return texts.some(Boolean) ? JSON.stringify([kind, ...texts]) : null
}
