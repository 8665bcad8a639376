import type { ArtefactSnapshot } from '../document/snapshot.ts'
import { evidenceRole } from '../kinds/index.ts'
import { sourceOf } from '../kinds/source.ts'

/** A card as far as it tells what it was taken from. */
export type Taken = Pick<ArtefactSnapshot, 'id' | 'kind' | 'fields' | 'links'>

/**
 * Whether a card is evidence from an interview: marked in its text, or typed by hand and linked with it. What was promised
 * to the person, and whether they refused, holds for both.
 */
export function takenAmong(artefacts: readonly Taken[]): (artefact: Taken, interviewId: string) => boolean {
  const byId = new Map<string, Taken>(artefacts.map((one) => [one.id, one]))
  const leads = (from: Taken | undefined, to: string) =>
    from?.links.some((link) => link.to === to && (link.type === 'derivedFrom' || link.type === 'supports'))
  return (artefact, interviewId) =>
    sourceOf(artefact)?.interviewId === interviewId ||
    (evidenceRole(artefact.kind) === 'is' &&
      (leads(artefact, interviewId) || leads(byId.get(interviewId), artefact.id))) === true
}
