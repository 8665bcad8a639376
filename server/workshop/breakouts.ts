import { newId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { breakoutDocument, breakoutPageId } from '#shared/methods/breakout-page.ts'
import type { BreakoutsView, OpenBreakoutsRequest } from '#shared/protocol/breakouts.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import { isSeatedFreely } from '#shared/workshop/roles.ts'
import type { Clock } from '#server/ports/clock.ts'
import type {
  Group,
  Member,
  PeopleChange,
  PeopleReads,
  PeopleStore,
  Workshop,
} from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { plenumOf } from './groups.ts'

interface Means {
  people: PeopleStore
  rooms: RoomService
  clock: Clock
}

const titles = { de: 'Kleingruppe', en: 'Breakout' }

/** Who is in which breakout, who was in which of the last ones, and who is in the plenum. */
export async function breakoutsOf({ people, rooms }: Means, workshopId: WorkshopId): Promise<BreakoutsView> {
  const [groups, members] = [await people.groups(workshopId), await people.members(workshopId)]
  const inside = ({ id }: Group) =>
    members.filter((one) => one.groupIds !== 'all' && one.groupIds.includes(id))
  const seen = (group: Group) => ({ name: group.name, memberIds: inside(group).map(({ id }) => id) })
  const closed = groups.filter(({ kind, archivedAt }) => kind === 'breakout' && archivedAt !== undefined)
  const closedLast = Math.max(...closed.map(({ archivedAt }) => archivedAt!))
  return {
    byChoice: groups.some((group) => isOpen(group) && group.byChoice === true),
    open: groups.filter(isOpen).map((group) => ({ groupId: group.id, ...seen(group) })),
    last: closed.filter(({ archivedAt }) => archivedAt === closedLast).map(seen),
    here: rooms.here(plenumOf(groups).id),
  }
}

/**
 * Opens rooms out of the plenum and asks everybody there to go into theirs. All at one moment, when groups and members are
 * stored: by then the rooms have their documents, task and time, and the plenum is asked. If the program stops before,
 * nobody refers to any of it, and a summons to breakouts that are not there sends nobody anywhere.
 * @throws Problem breakouts_open, breakouts_full, not_found: somebody is no member
 */
export async function openBreakouts(
  means: Means,
  workshop: Workshop,
  by: MemberId,
  request: OpenBreakoutsRequest,
): Promise<void> {
  const { people, rooms, clock } = means
  const now = clock.now()
  const before = await people.groups(workshop.id)
  requireRoom(before, request.rooms.length)
  const plenum = plenumOf(before)
  const { phase } = await rooms.summary(plenum.id)
  const prepared = request.rooms.map(({ name }): Group => ({
    id: newId<GroupId>(now),
    workshopId: workshop.id,
    kind: 'breakout',
    name,
    position: 0,
    generation: 1,
    ...(request.byChoice && { byChoice: true }),
  }))
  await seatedAnew(people, workshop.id, request, prepared)
  const begin = beginning(workshop, request, phase)
  for (const { id } of prepared) {
    await rooms.create(id, breakoutDocument(workshop.language, phase, now))
    await give(means, id, by, begin)
  }
  await give(means, plenum.id, by, { type: 'summon', to: 'breakout' })
  const moved = await seat(means, workshop.id, request, prepared).catch(async (error: unknown) => {
    // Whoever else opened some meanwhile has asked the plenum, too
    if (!(await people.groups(workshop.id)).some(isOpen))
      await give(means, plenum.id, by, { type: 'endSummons' })
    throw error
  })
  for (const { id } of moved) await rooms.memberChanged(id)
}

/** From here on the rooms are there. Answers who belongs to them. */
async function seat(
  { people }: Means,
  workshopId: WorkshopId,
  request: OpenBreakoutsRequest,
  prepared: readonly Group[],
): Promise<Member[]> {
  return people.unitOfWork(async (stored) => {
    const groups = await stored.groups(workshopId)
    requireRoom(groups, prepared.length)
    const first = Math.max(...groups.map(({ position }) => position)) + 1
    const added = prepared.map((group, n): PeopleChange => ({
      type: 'addGroup',
      group: { ...group, position: first + n },
    }))
    const members = await seatedAnew(stored, workshopId, request, prepared)
    const changes = members.map((member): PeopleChange => ({ type: 'changeMember', member }))
    return { changes: [...added, ...changes], value: members }
  })
}

/** @throws Problem where more would be too many, or those from before are still open */
function requireRoom(groups: readonly Group[], more: number): void {
  if (groups.some(isOpen)) throw new Problem('breakouts_open')
  if (groups.length + more > limits.maxGroupsKept) throw new Problem('breakouts_full')
}

/** Everybody whom the rooms concern, as they are then. Where people choose, names count for those who only observe. */
async function seatedAnew(
  people: PeopleReads,
  workshopId: WorkshopId,
  { rooms, byChoice }: OpenBreakoutsRequest,
  groups: readonly Group[],
): Promise<Member[]> {
  const members = (await people.members(workshopId)).filter(({ groupIds }) => groupIds !== 'all')
  const known = new Set(members.map(({ id }) => id))
  const named = rooms.flatMap(({ memberIds }) => memberIds)
  if (named.some((id) => !known.has(id))) throw new Problem('not_found', 'no such member in this workshop')
  const chooses = ({ role }: Member) => byChoice && isSeatedFreely(role)
  const roomsOf = (member: Member): GroupId[] =>
    groups.flatMap((group, n) => (chooses(member) || rooms[n]!.memberIds.includes(member.id) ? group.id : []))
  return members
    .map((member) => ({ ...member, groupIds: [...(member.groupIds as GroupId[]), ...roomsOf(member)] }))
    .filter(({ groupIds }) => groupIds.some((id) => groups.some((group) => group.id === id)))
}

/** The task as a step, so that it stands above the board, with the common time. */
const beginning = (
  { language }: Workshop,
  { task, minutes }: OpenBreakoutsRequest,
  phase: Phase,
): Command => ({
  type: 'startStep',
  from: null,
  step: {
    id: newId<string>(),
    title: titles[language],
    instruction: task,
    plannedMinutes: minutes,
    phase,
    pageId: breakoutPageId(phase),
    methodId: null,
    mode: { type: 'open' },
    deadline: null,
  },
})

/**
 * Puts somebody into another breakout, or into none; whoever came into it leaves the one before.
 * @throws Problem not_found, group_not_open
 */
export async function moveToBreakout(
  { people, rooms }: Means,
  workshopId: WorkshopId,
  memberId: MemberId,
  groupId: GroupId | null,
): Promise<void> {
  await people.unitOfWork(async (stored) => {
    const member = await stored.member(memberId)
    if (member?.workshopId !== workshopId || member.removedAt !== null || member.groupIds === 'all')
      throw new Problem('not_found', 'no such member in this workshop')
    const open = (await stored.groups(workshopId)).filter(isOpen).map(({ id }) => id)
    if (groupId !== null && !open.includes(groupId)) throw new Problem('group_not_open')
    const kept = member.groupIds.filter((id) => !open.includes(id))
    const groupIds = groupId === null ? kept : [...kept, groupId]
    return { changes: [{ type: 'changeMember', member: { ...member, groupIds } }], value: undefined }
  })
  await rooms.memberChanged(memberId)
}

/** Calls everybody back and puts the rooms into the archive, all at one moment. Without open ones nothing happens. */
export async function closeBreakouts(means: Means, workshopId: WorkshopId, by: MemberId): Promise<void> {
  const { people, rooms, clock } = means
  const groups = await people.groups(workshopId)
  const plenum = plenumOf(groups)
  const open = groups.filter(isOpen)
  if (open.length === 0) return
  await give(means, plenum.id, by, { type: 'endSummons' })
  for (const { id } of open) {
    await give(means, id, by, { type: 'endTimer' })
    await give(means, id, by, { type: 'summon', to: plenum.id })
  }
  const at = clock.now()
  await people.unitOfWork(async () => ({
    changes: open.map(({ id }): PeopleChange => ({ type: 'archive', workshopId, groupId: id, at })),
    value: undefined,
  }))
  for (const { id } of await people.members(workshopId)) await rooms.memberChanged(id)
  for (const { id } of open) rooms.sendAway(id, 'archive_changed')
}

async function give({ rooms }: Means, groupId: GroupId, by: MemberId, command: Command): Promise<void> {
  const answer = await rooms.give(groupId, by, command)
  if (!answer.ok) throw new Problem(answer.refusal)
}

const isOpen = ({ kind, archivedAt }: Group) => kind === 'breakout' && archivedAt === undefined
