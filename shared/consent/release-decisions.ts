import { readArtefact } from '../document/artefacts.ts'
import type { Roots } from '../document/roots.ts'
import { fieldsOf, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import type { ReleaseRule } from '../kinds/spec.ts'

/** `open`: it may leave (a quote is released, consent to an interview is given); `closed`: it may not. */
export const releaseChoices = ['open', 'closed'] as const
export type ReleaseChoice = (typeof releaseChoices)[number]

/** What a person says of one card before it leaves. */
export interface ReleaseDecision {
  artefactId: string
  release: ReleaseChoice
}

/**
 * Writes decisions into a document, and answers how many cards changed by it. Cards that are gone, were turned into
 * another kind meanwhile or say so already stay as they are. Call inside a transaction.
 */
export function decideReleases(
  { artefacts }: Pick<Roots, 'artefacts'>,
  decisions: readonly ReleaseDecision[],
) {
  let changed = 0
  for (const { artefactId, release } of decisions) {
    const artefact = readArtefact(artefacts, artefactId)
    const rule = artefact && traitsOf(artefact.kind).release
    const option = rule && optionFor(artefact.kind, rule, release)
    if (!option || artefact.fields[rule.by] === option) continue
    artefacts.get(artefactId)?.set(`f.${rule.by}`, option)
    changed++
  }
  return changed
}

/** The furthest option that lets it out (consent is given, not just unknown), or the first that keeps it in. */
function optionFor(
  kind: ArtefactKind,
  { by, open }: ReleaseRule,
  release: ReleaseChoice,
): string | undefined {
  const spec = fieldsOf(kind)[by]
  if (spec?.type !== 'choice') return undefined
  return release === 'open' ? open.at(-1) : spec.options.find((option) => !open.includes(option))
}
