import type { ArtefactId } from '../base/ids.ts'

/**
 * How one artefact rests on another. A link reads as a sentence, "from – type – to" (this quote supports that idea;
 * this idea is derived from that quote), and is stored at `from`; links are m:n. What follows for evidence:
 * `evidence.ts`.
 */
export const linkTypes = ['supports', 'contradicts', 'derivedFrom', 'replaces', 'contains'] as const
export type LinkType = (typeof linkTypes)[number]

export interface Link {
  type: LinkType
  to: ArtefactId
}

/** Key of a link inside an artefact: the same link made twice by two people is one link. */
export const linkKey = ({ type, to }: Link) => `${type}:${to}`

export function parseLinkKey(key: string): Link | null {
  const colon = key.indexOf(':')
  const type = key.slice(0, colon) as LinkType
  return linkTypes.includes(type) ? { type, to: key.slice(colon + 1) as ArtefactId } : null
}
