import { evidenceRole, kinds, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import type { LinkType } from './links.ts'

/** A link as one says it standing at one of its ends: `outgoing` where it is stored here. */
export interface LinkSentence {
  type: LinkType
  outgoing: boolean
}

/** Every sentence by which a card can be linked with another one, the most useful first. */
export const linkSentences: readonly LinkSentence[] = [
  { type: 'supports', outgoing: false },
  { type: 'derivedFrom', outgoing: true },
  { type: 'derivedFrom', outgoing: false },
  { type: 'supports', outgoing: true },
  { type: 'contradicts', outgoing: false },
  { type: 'contradicts', outgoing: true },
  { type: 'replaces', outgoing: true },
  { type: 'replaces', outgoing: false },
  { type: 'contains', outgoing: true },
]

/** What somebody most likely means who draws a line from a card of one kind to one of another. */
export function likelySentence(from: ArtefactKind, to: ArtefactKind | null): LinkSentence {
  if (to === null)
    return {
      type: evidenceRole(from) === 'needed' ? 'supports' : 'derivedFrom',
      outgoing: evidenceRole(from) !== 'needed',
    }
  if (traitsOf(to).from.includes(from)) return { type: 'derivedFrom', outgoing: false }
  if (traitsOf(from).from.includes(to)) return { type: 'derivedFrom', outgoing: true }
  if (evidenceRole(from) === 'is') return { type: 'supports', outgoing: true }
  if (evidenceRole(to) === 'is') return { type: 'supports', outgoing: false }
  const [here, there] = [orderOf(from), orderOf(to)]
  return { type: 'derivedFrom', outgoing: here >= there }
}

const order = Object.keys(kinds)
/** Kinds stand in the order of the process. */
const orderOf = (kind: ArtefactKind) => order.indexOf(kind)
