import { kindForPage, kindNames, plainKind, traitsOf, type ArtefactKind } from './index.ts'

/** Where somebody is who looks for a kind of card. */
export interface MenuPlace {
  pageId: string
  /** The page's phase; null for a page that belongs to none. */
  phase: string | null
  /** What the page's fields take, in reading order. */
  takes: readonly ArtefactKind[]
}

/** Kinds as a menu offers them: first what fits, then all the others by phase. Each kind stands in it once. */
export interface KindMenu {
  here: readonly ArtefactKind[]
  more: readonly KindGroup[]
}

interface KindGroup {
  phase: string
  kinds: readonly ArtefactKind[]
}

/**
 * What somebody may want to write on a page: what its fields take, what the page is for, and the plain card. A page
 * that wants nothing in particular offers what its phase is about.
 */
export function kindMenu(place: MenuPlace, offered: readonly ArtefactKind[]): KindMenu {
  const own = [...place.takes, kindForPage(place.pageId)].filter((kind) => kind !== plainKind)
  const ofPhase = kindNames.filter((kind) => kind !== plainKind && traitsOf(kind).phase === place.phase)
  return fittingFirst([...(own.length > 0 ? own : ofPhase), plainKind], offered, place.phase)
}

/** What can become of a card: first what is usually made from its kind, and the plain card, which anything may be. */
export function kindMenuFor(kind: ArtefactKind, offered: readonly ArtefactKind[]): KindMenu {
  const fitting = kindNames.filter((other) => traitsOf(other).from.includes(kind))
  return fittingFirst([...fitting.filter((other) => other !== plainKind), plainKind], offered, null)
}

function fittingFirst(
  fitting: readonly ArtefactKind[],
  offered: readonly ArtefactKind[],
  firstPhase: string | null,
): KindMenu {
  const here = [...new Set(fitting)].filter((kind) => offered.includes(kind))
  const rest = offered.filter((kind) => !here.includes(kind))
  // The list of kinds runs through the phases, and so do the groups; the phase at hand is nearest.
  const phases = [...new Set(rest.map((kind) => traitsOf(kind).phase))]
  const nearest = phases.filter((phase) => phase === firstPhase)
  const order = [...nearest, ...phases.filter((phase) => phase !== firstPhase)]
  return {
    here,
    more: order.map((phase) => ({ phase, kinds: rest.filter((kind) => traitsOf(kind).phase === phase) })),
  }
}
