import type { CockpitGroup, CockpitView } from '#shared/protocol/cockpit.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { phaseNeeds } from '#shared/methods/phase-needs.ts'
import type { KindCount, StandingList } from '#shared/consent/standing.ts'
import { phases, type Phase } from '#shared/workshop/phases.ts'

/** A group as both answers know it: its name and people, and how it stands. */
export interface SeenGroup {
  group: GroupView
  standing: CockpitGroup
}

/** Project groups first; the plenum is what they have in common. */
export function seenGroups(workshop: WorkshopView, { groups }: CockpitView): SeenGroup[] {
  const seen = workshop.groups.flatMap((group): SeenGroup[] => {
    const standing = groups.find(({ groupId }) => groupId === group.id)
    return standing ? [{ group, standing }] : []
  })
  return [
    ...seen.filter(({ group }) => group.kind === 'project'),
    ...seen.filter(({ group }) => group.kind === 'plenum'),
  ]
}

/** One entry of a group among those of others. */
export interface InGroup<Item> {
  group: GroupView
  item: Item
}

export const ofAll = <Item>(
  groups: readonly SeenGroup[],
  items: (standing: CockpitGroup) => readonly Item[],
): InGroup<Item>[] =>
  groups.flatMap(({ group, standing }) => items(standing).map((item) => ({ group, item })))

/** How many entries of a list there are in all groups, also where only the first of them were sent. */
export const countOf = (groups: readonly SeenGroup[], list: StandingList): number =>
  groups.reduce((sum, { standing }) => sum + standing.counts[list], 0)

/** What a group has of a phase, and what is still to come. */
export interface PhaseCell {
  phase: Phase
  isNow: boolean
  there: KindCount[]
  /** Kinds that are not there: `lacking` where the group is past the phase. */
  missing: ArtefactKind[]
  lacking: boolean
}

/** Phase by phase. The plenum has no results of its own, and what accompanies all phases is missed in none. */
export function phaseCells({ group, standing }: SeenGroup): PhaseCell[] {
  const cells = phases.map((phase) => ({
    phase,
    there: phaseNeeds[phase].flatMap((need) => standing.results.find(({ kind }) => kind === need.kind) ?? []),
  }))
  const parallel = phases.indexOf('accompanying')
  const now = phases.indexOf(standing.phase)
  // While a group meets about how it works, it is where it has come to
  const reached =
    now === parallel ? cells.slice(0, parallel).findLastIndex(({ there }) => there.length > 0) : now
  return cells.map(({ phase, there }, at) => {
    const isMissed = group.kind === 'project' && at <= reached && at !== parallel
    return {
      phase,
      isNow: at === now,
      there,
      missing: isMissed
        ? phaseNeeds[phase].map(({ kind }) => kind).filter((kind) => there.every((one) => one.kind !== kind))
        : [],
      lacking: at < reached,
    }
  })
}

/** Whether there is nothing to count yet in any group; notes are no results. */
export const hasNoResults = (groups: readonly SeenGroup[]): boolean =>
  groups.every(
    ({ standing: { results, tasks, decisions } }) =>
      results.length === 0 && tasks.length === 0 && decisions.length === 0,
  )
