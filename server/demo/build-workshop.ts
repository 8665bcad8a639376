import type { GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import type { Authorship } from '#shared/document/authorship.ts'
import type {
  Admission,
  CreatedInvite,
  FreshReturnLink,
  OrganisationView,
  WorkshopSummary,
  WorkshopView,
} from '#shared/protocol/api.ts'
import type { SampleCard } from '#shared/sample/card.ts'
import type { Person } from '#shared/sample/people.ts'
import { places } from '#shared/sample/places.ts'
import {
  workshopSample,
  type SampleGroup,
  type SampleSize,
  type WorkshopSample,
} from '#shared/sample/workshop-sample.ts'
import { writeCard } from '#shared/sample/write-card.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import type { Seat } from './seat.ts'
import { Visitor } from './visitor.ts'

/** A workshop that was built, and ways in for whoever wants to look. */
interface BuiltWorkshop {
  workshopId: WorkshopId
  groupIds: GroupId[]
  cards: number
  /** Personal links, as tokens: of the founder, and of one participant. */
  moderatorToken: string
  participantToken: string
}

/** Somebody of the sample who has joined. */
interface Joined {
  visitor: Visitor
  authorship: Authorship
  returnToken: string
}

/**
 * Builds a sample through the ways that are open to everybody: HTTP and websockets. The founder has an account and
 * leads; everybody else comes by an invitation and writes their own cards.
 */
export async function buildWorkshop(
  origin: string,
  founder: { visitor: Visitor; name: string },
  size: SampleSize,
  now: number,
): Promise<BuiltWorkshop> {
  const sample = workshopSample(size, now)
  const { visitor } = founder
  const [, ...projects] = sample.groups
  const body = { title: sample.title, groupNames: projects.map(({ name }) => name), isSample: true }
  const { id: workshopId, memberId } = await visitor.call<WorkshopSummary>('createWorkshop', { body })
  const path = { workshopId }
  const { groups } = await visitor.call<WorkshopView>('workshop', { path })
  const groupIds = groups.map(({ id }) => id)
  const joined = await inviteAll(origin, visitor, workshopId, groupIds, sample)
  await nameSizes(visitor, workshopId)
  const leading: Joined = { visitor, authorship: by(memberId, founder.name, ''), returnToken: '' }
  for (const [n, group] of sample.groups.entries()) {
    await writeAll(groupIds[n]!, group, { joined, leading })
  }
  await lead(visitor, groupIds, sample)
  const { returnToken } = await visitor.call<FreshReturnLink>('renewOwnReturnLink', { path })
  return {
    workshopId,
    groupIds,
    cards: sample.groups.reduce((sum, { cards }) => sum + cards.length, 0),
    moderatorToken: returnToken,
    participantToken: joined[0]!.returnToken,
  }
}

const by = (memberId: MemberId, name: string, organisation: string): Authorship => ({
  as: 'named',
  memberId,
  name,
  organisation,
})

/** One invitation for each role and group, and everybody comes by theirs. */
async function inviteAll(
  origin: string,
  founder: Visitor,
  workshopId: WorkshopId,
  groupIds: readonly GroupId[],
  { people }: WorkshopSample,
): Promise<Joined[]> {
  const invites = new Map<string, string>()
  const tokenFor = async ({ role, group }: Person) => {
    const key = `${role} ${group}`
    const known = invites.get(key)
    if (known) return known
    const groupId = group === null ? null : groupIds[group + 1]!
    const { token } = await founder.call<CreatedInvite>('createInvite', {
      path: { workshopId },
      body: { role, groupId },
    })
    invites.set(key, token)
    return token
  }
  const joined: Joined[] = []
  for (const person of people) {
    const { name, kind } = places[person.place]!
    const visitor = new Visitor(origin)
    const { memberId, returnToken } = await visitor.call<Admission>('acceptInvite', {
      body: {
        invitation: { token: await tokenFor(person) },
        name: person.name,
        organisation: name,
        organisationKind: kind,
      },
    })
    joined.push({ visitor, authorship: by(memberId, person.name, name), returnToken: returnToken ?? '' })
  }
  return joined
}

async function nameSizes(founder: Visitor, workshopId: WorkshopId): Promise<void> {
  const path = { workshopId }
  for (const { id, name } of await founder.call<OrganisationView[]>('organisations', { path })) {
    const sizeClass = places.find((place) => place.name === name)?.sizeClass ?? null
    if (sizeClass === null) continue
    await founder.call('editOrganisation', { path: { workshopId, organisationId: id }, body: { sizeClass } })
  }
}

/** Everybody of a group sits in its room and writes their cards, in the order in which they were written. */
async function writeAll(
  groupId: GroupId,
  { writers, cards }: SampleGroup,
  { joined, leading }: { joined: readonly Joined[]; leading: Joined },
): Promise<void> {
  const seats = new Map<Joined, Seat>()
  const writerOf = ({ by: n }: SampleCard) => (n === null ? leading : joined[writers[n]!]!)
  for (const writer of new Set(cards.map(writerOf))) seats.set(writer, await writer.visitor.enter(groupId))
  for (const card of cards) {
    const writer = writerOf(card)
    const seat = seats.get(writer)!
    const needed = [card.parentId, ...card.links.map(({ to }) => `shape:${to}`)]
    await seat.until(() => needed.every((id) => seat.roots.board.has(id)))
    seat.doc.transact(() => writeCard(seat.roots, card, writer.authorship))
  }
  await Promise.all([...seats.values()].map((seat) => seat.saved()))
  for (const seat of seats.values()) seat.leave()
}

/** Groups may be in different phases, so these are. */
const phasesReached: readonly [Phase, string][] = [
  ['closing', 'page:closing-conference'],
  ['closing', 'page:closing-partners'],
  ['solution', 'page:solution-tests'],
  ['problem', 'page:problem-clusters'],
]

async function lead(founder: Visitor, groupIds: readonly GroupId[], sample: WorkshopSample): Promise<void> {
  for (const [n] of sample.groups.entries()) {
    const seat = await founder.enter(groupIds[n]!)
    const [phase, pageId] = phasesReached[n]!
    await seat.command({ type: 'goToPhase', phase, pageId })
    seat.leave()
  }
}
