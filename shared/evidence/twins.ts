import { fieldsOf, isKind } from '../kinds/index.ts'
import { evidenceOf, type Evidence, type EvidenceGraph } from './evidence.ts'

/** What is needed of a card to know it by its words. */
interface Saying {
  id: string
  kind: string
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
  const twins = new Map<string, Twin>()
  for (const { artefacts, graph } of groups)
    for (const artefact of artefacts) {
      const said = sayingOf(artefact)
      if (said === null) continue
      const twin = { id: artefact.id, evidence: evidenceOf(graph, artefact.id) }
      if ((twins.get(said)?.evidence.pieces.length ?? -1) < twin.evidence.pieces.length) twins.set(said, twin)
    }
  return (artefact) => twins.get(sayingOf(artefact) ?? '') ?? null
}

/** Its texts, null without any: images and what was taken from an interview stay with the group. */
function wordsOf({ kind, fields }: Saying): string | null {
  const texts = Object.entries(isKind(kind) ? fieldsOf(kind) : {}).map(([name, { type }]) =>
    type === 'text' || type === 'line' ? String(fields[name] ?? '').trim() : '',
  )
  return texts.some(Boolean) ? JSON.stringify([kind, ...texts]) : null
}
