import * as Y from 'yjs'
import { newId, type GroupId, type MemberId, type OrganisationId, type WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Authorship } from '#shared/document/authorship.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { places } from '#shared/sample/places.ts'
import { tourBegun, tourMeeting } from '#shared/sample/tour.ts'
import { workshopSample, type SampleGroup, type WorkshopSample } from '#shared/sample/workshop-sample.ts'
import { writeCard } from '#shared/sample/write-card.ts'
import { entersEveryRoom } from '#shared/workshop/permissions.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Group, Member, Organisation, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { founderOf, type Founder } from './founder.ts'

interface Means {
  people: PeopleStore
  rooms: RoomService
  events: EventLog
  plans: PlanStore
  clock: Clock
}

/** A workshop to look at, and where the tour through it begins. */
interface FoundedSample {
  workshopId: WorkshopId
  tourGroupId: GroupId
}

/**
 * Makes the small sample with its invented people, who have no way in, and a tour that has begun. Documents are stored
 * first, as in founding.
 */
export async function foundSample(means: Means, founder: Founder): Promise<FoundedSample> {
  const now = means.clock.now()
  const sample = workshopSample('small', now)
  const workshop: Workshop = {
    id: newId(now),
    title: sample.title,
    language: 'de',
    createdAt: now,
    isSample: true,
  }
  const groups = sample.groups.map(({ kind, name }, position): Group => ({
    id: newId(now),
    workshopId: workshop.id,
    kind,
    name,
    position,
    generation: 1,
  }))
  const moderator = founderOf(workshop, founder, 'present')
  const { members, organisations } = invented(sample, workshop, groups)
  const tourGroupId = groups[1]!.id
  const tour = tourMeeting(tourGroupId, now)
  await means.events.append(
    tourGroupId,
    tourBegun(tour, moderator.id).map((event, n) => ({ seq: n + 1, at: now, by: moderator.id, event })),
  )
  for (const [n, { id }] of groups.entries()) {
    await means.rooms.create(id, documentOf(sample.groups[n]!, members, moderator, now))
  }
  await means.people.addWorkshop(workshop, groups, moderator, members, organisations)
  await means.plans.add(workshop.id, [tour], { meetings: 1, bytes: limits.maxMeetingBytes })
  return { workshopId: workshop.id, tourGroupId }
}

/** The sample's people, in its order, and the bodies they come from. */
function invented({ people }: WorkshopSample, workshop: Workshop, groups: readonly Group[]) {
  const known = new Map<number, Organisation>()
  for (const { place } of people) {
    if (!known.has(place))
      known.set(place, { id: newId<OrganisationId>(), workshopId: workshop.id, ...places[place]! })
  }
  const plenumId = groups[0]!.id
  const members = people.map(({ name, place, role, group }): Member => {
    const organisation = known.get(place)!
    const own = group === null ? [] : [groups[group + 1]!.id]
    return {
      id: newId(workshop.createdAt),
      workshopId: workshop.id,
      accountId: null,
      name,
      organisationId: organisation.id,
      organisation: organisation.name,
      organisationKind: organisation.kind,
      role,
      groupIds: entersEveryRoom(role) ? 'all' : [plenumId, ...own],
      mayChooseGroup: false,
      joinedAt: workshop.createdAt,
      removedAt: null,
      standing: 'present',
      standsInFor: null,
    }
  })
  return { members, organisations: [...known.values()] }
}

function documentOf(
  { kind, writers, cards }: SampleGroup,
  members: readonly Member[],
  moderator: Member,
  now: number,
): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind, now }))
  const roots = rootsOf(doc)
  doc.transact(() => {
    for (const card of cards) {
      writeCard(roots, card, named(card.by === null ? moderator : members[writers[card.by]!]!))
    }
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

const named = ({ id, name, organisation }: Member): Authorship => ({
  as: 'named',
  memberId: id satisfies MemberId,
  name,
  organisation,
})
