import type { Meeting } from '../agenda/meeting.ts'
import type { GroupId } from '../base/ids.ts'
import type { DatedThing, GroupStanding, Pledge, RoadmapEntry } from '../consent/standing.ts'
import type { Phase } from '../workshop/phases.ts'

/** Without whoever is named in the card: a body that does it, or nobody. */
export type OpenThing = Omit<DatedThing, 'owner'> & { bodies: string[] }
type RoadmapThing = Omit<RoadmapEntry, 'owner'> & { bodies: string[] }

/** A group as managers see it. Numbers are of groups, never of people; nobody who takes part is named. */
export interface CockpitGroup extends Omit<GroupStanding, 'tasks' | 'decisions' | 'roadmap' | 'newestAt'> {
  groupId: GroupId
  phase: Phase
  /** When somebody last changed something; null where nobody ever has. */
  activeAt: number | null
  /** Bodies that its people come from, and municipalities and counties among them. */
  bodies: number
  municipalities: number
  tasks: OpenThing[]
  decisions: OpenThing[]
  pledges: Pledge[]
  roadmap: RoadmapThing[]
  /** The one that runs or comes next. Whoever reads this reads the plan. */
  nextMeeting: (Pick<Meeting, 'id' | 'title' | 'minutes' | 'place'> & { startsAt: number }) | null
}

/** GET /workshops/:workshopId/cockpit: where all groups are that are in use, in their order. */
export interface CockpitView {
  /** Server time. */
  at: number
  /** As of when it tells what stands in the rooms. */
  asOf: number
  groups: CockpitGroup[]
}

/**
 * Open tasks that were due before a day ("2026-11-21"). What is due first is sent first, so that it may be more only where
 * all that were sent are late: then it is the least.
 */
export function overdueIn(
  groups: readonly Pick<CockpitGroup, 'tasks' | 'counts'>[],
  today: string,
): { count: number; isLeast: boolean } {
  const isOverdue = ({ day }: OpenThing) => day !== null && day < today
  return {
    count: groups.flatMap(({ tasks }) => tasks.filter(isOverdue)).length,
    isLeast: groups.some(({ tasks, counts }) => counts.tasks > tasks.length && tasks.every(isOverdue)),
  }
}
