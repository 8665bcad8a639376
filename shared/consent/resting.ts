import { evidenceRole, isKind, traitsOf } from '../kinds/index.ts'
import { withheldAmong, type Decided, type Reason } from './withheld.ts'

/** Cards that were made from something withheld or are linked to it: they say its words most likely, and in pieces. */
export function restingOn(
  artefacts: readonly Decided[],
  withheld: ReadonlyMap<string, Reason>,
): ReadonlySet<string> {
  const pairs = artefacts.flatMap(({ id, links }) => links.map(({ to }) => [id, String(to)] as const))
  const resting = pairs.flatMap(([from, to]) => [
    ...(withheld.has(to) ? [from] : []),
    ...(withheld.has(from) ? [to] : []),
  ])
  return new Set(resting.filter((id) => !withheld.has(id)))
}

/** Whether a person may have to say of this card what it holds. One that has a release of its own says it there. */
export function isForPerson({ kind }: Pick<Decided, 'kind'>): boolean {
  return isKind(kind) && !traitsOf(kind).release && evidenceRole(kind) !== 'source'
}

/** Whether a card is to be asked about, as far as one group knows: somebody has answered, or it rests on what is withheld. */
export function asksPerson(artefact: Decided, group: readonly Decided[]): boolean {
  if (!isForPerson(artefact)) return false
  return artefact.clearance !== undefined || restingOn(group, withheldAmong(group)).has(artefact.id)
}
