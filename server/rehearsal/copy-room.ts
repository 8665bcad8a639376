import * as Y from 'yjs'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import type { FacilitationEvent } from '#shared/facilitation/events.ts'
import { limits } from '#shared/base/limits.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { fill, wordsIn } from '#shared/report/words.ts'
import { organisationKinds } from '#shared/workshop/roles.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Group, Member, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { concerns } from '#server/workshop/calendars.ts'
import { copiesOf } from '#server/workshop/plan.ts'

export interface CopyMeans {
  people: Pick<PeopleStore, 'groups' | 'addWorkshop'>
  plans: Pick<PlanStore, 'meetings' | 'add' | 'methods' | 'addMethod'>
  rooms: Pick<RoomService, 'look' | 'create' | 'inTurn'>
  events: Pick<EventLog, 'append'>
  clock: Clock
}

/** A workshop of its own in which a room is rehearsed. */
export interface RehearsalRoom {
  workshop: Workshop
  groupId: GroupId
  moderator: Member
  participants: Member[]
}

/**
 * Copies a room as it is now, with its agenda, into a workshop that exists for the rehearsal alone: the same name, the
 * same groups, the moderator, and invented people. The other rooms are empty. Documents are stored first, as in founding.
 */
export async function copyRoom(
  means: CopyMeans,
  workshop: Workshop,
  group: Group,
  by: Member,
): Promise<RehearsalRoom> {
  const { people, rooms, events, clock } = means
  const now = clock.now()
  const { language } = workshop
  const copy: Workshop = {
    id: newId(now),
    title: workshop.title,
    language,
    createdAt: now,
    isSample: false,
    rehearsalOf: { workshopId: workshop.id, groupId: group.id },
  }
  const originals = (await people.groups(workshop.id)).filter(
    ({ id, kind, archivedAt }) => id === group.id || (kind !== 'breakout' && archivedAt === undefined),
  )
  const ids = new Map<GroupId, GroupId>(originals.map(({ id }) => [id, newId<GroupId>(now)]))
  const groups = originals.map(({ id, kind, name, position }): Group => ({
    id: ids.get(id)!,
    workshopId: copy.id,
    // What is rehearsed of a breakout is its room
    kind: kind === 'breakout' ? 'project' : kind,
    name,
    position,
    generation: 1,
  }))
  const groupId = ids.get(group.id)!
  const moderator: Member = {
    ...by,
    id: newId<MemberId>(now),
    workshopId: copy.id,
    organisationId: null,
    organisation: '',
    groupIds: 'all',
    role: 'moderator',
    mayChooseGroup: false,
    joinedAt: now,
    standing: 'present',
    standsInFor: null,
  }
  const { document, place } = await rooms.inTurn(by.id, () =>
    rooms.look(group.id, by.id, ({ roots, state }) => ({
      document: Y.encodeStateAsUpdate(roots.artefacts.doc!),
      place: state.place,
    })),
  )
  for (const { id, kind } of groups) {
    const prepared = () =>
      strategiewerkstattDocument({ language, kind: kind === 'plenum' ? kind : 'project', now })
    await rooms.create(id, id === groupId ? document : prepared())
  }
  const opened: FacilitationEvent = { type: 'PhaseAdvanced', phase: place.phase, pageId: place.pageId }
  await events.append(groupId, [{ seq: 1, at: now, by: moderator.id, event: opened }])
  const participants = inventedPeople(copy, groups, groupId)
  await people.addWorkshop(copy, groups, moderator, participants)
  await copyPlan(means, workshop, copy, ids, group.id)
  return { workshop: copy, groupId, moderator, participants }
}

/** The meetings of that group, and the methods that are the workshop's own. */
async function copyPlan(
  { plans, clock }: CopyMeans,
  from: Workshop,
  to: Workshop,
  ids: ReadonlyMap<GroupId, GroupId>,
  groupId: GroupId,
): Promise<void> {
  const own = (await plans.meetings(from.id)).filter((meeting) => concerns(meeting, [groupId]))
  const copies = own.flatMap((meeting) => {
    const groupIds =
      meeting.groupIds === 'all' ? meeting.groupIds : meeting.groupIds.flatMap((id) => ids.get(id) ?? [])
    return copiesOf({ ...meeting, groupIds }, [meeting.startsAt], clock.now())
  })
  if (copies.length > 0)
    await plans.add(to.id, copies, { meetings: limits.maxMeetings, bytes: limits.maxPlanBytes })
  for (const method of await plans.methods(from.id))
    await plans.addMethod(to.id, method, limits.maxOwnMethods)
}

/** Named so that nobody takes them for people, wherever their name stands. */
function inventedPeople(workshop: Workshop, groups: readonly Group[], groupId: GroupId): Member[] {
  const { names, marked } = wordsIn(workshop.language).rehearsal.simulated
  const plenum = groups.find(({ kind }) => kind === 'plenum')!
  const projects = groups.filter(({ kind }) => kind === 'project')
  return names.split('\n').map((name, n): Member => {
    const own = groupId === plenum.id ? projects[n % Math.max(1, projects.length)]?.id : groupId
    return {
      id: newId<MemberId>(workshop.createdAt),
      workshopId: workshop.id,
      accountId: null,
      name: fill(marked, { name }),
      organisationId: null,
      organisation: '',
      organisationKind: organisationKinds[n % organisationKinds.length]!,
      role: 'participant',
      groupIds: own ? [plenum.id, own] : [plenum.id],
      mayChooseGroup: false,
      joinedAt: workshop.createdAt,
      removedAt: null,
      standing: 'present',
      standsInFor: null,
    }
  })
}
