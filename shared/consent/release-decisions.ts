import { CLEARANCE, clearances, type Clearance } from '../document/clearance.ts'
import { readArtefact, type Artefact } from '../document/artefacts.ts'
import type { Roots } from '../document/roots.ts'
import { fieldsOf, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import type { ReleaseRule } from '../kinds/spec.ts'

/**
 * `open`: it may leave (a quote is released, consent to an interview is given, any other card holds nothing confidential);
 * `closed`: it may not.
 */
export const releaseChoices = clearances
export type ReleaseChoice = Clearance

/** What a person says of one card before it leaves. */
export interface ReleaseDecision {
  artefactId: string
  release: ReleaseChoice
}

/** Whether nothing is let out by it, which is possible in the archive, too. */
export const isWithdrawal = (decisions: readonly ReleaseDecision[]): boolean =>
  decisions.every(({ release }) => release === 'closed')

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
    if (!artefact) continue
    const rule = traitsOf(artefact.kind).release
    const [key, option] = rule
      ? [`f.${rule.by}`, optionFor(artefact.kind, rule, release)]
      : [CLEARANCE, release]
    if (option === undefined || artefacts.get(artefactId)?.get(key) === option) continue
    artefacts.get(artefactId)?.set(key, option)
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

/** Where a card stands; null for kinds that leave anyway. `undecided`: nobody has chosen since it was made. */
export function releaseState({
  kind,
  fields,
}: Pick<Artefact, 'kind' | 'fields'>): 'open' | 'undecided' | 'closed' | null {
  const rule = traitsOf(kind).release
  const spec = rule && fieldsOf(kind)[rule.by]
  if (!rule || spec?.type !== 'choice') return null
  const option = String(fields[rule.by])
  if (!rule.open.includes(option)) return 'closed'
  return option === spec.initial ? 'undecided' : 'open'
}
