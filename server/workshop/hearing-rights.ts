import type { MeetingId } from '#shared/base/ids.ts'
import { may, type Actor } from '#shared/workshop/permissions.ts'
import { actorOf } from '#server/auth/access.ts'
import { asBefore } from '#server/auth/former-rights.ts'
import type { Member, PeopleStore } from '#server/ports/people-store.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import type { Delivery, Webhook } from '#server/ports/webhook-store.ts'
import { concerns } from './calendars.ts'

interface Means {
  people: Pick<PeopleStore, 'memberOfAccount' | 'formerRights'>
  plans: Pick<PlanStore, 'meeting'>
}

/**
 * Whether the owner of a webhook may know at this moment what it is about to tell; never by what they became only after
 * they made it, as with keys.
 */
export async function mayHear(means: Means, webhook: Webhook, delivery: Delivery): Promise<boolean> {
  const { kind, workshopId, groupId } = delivery
  // That it is gone was told to those who belonged to it; nobody does any more
  if (kind === 'probe' || kind === 'workshop.deleted' || workshopId === null) return true
  const present = await means.people.memberOfAccount(workshopId, webhook.accountId)
  if (!present || present.removedAt !== null) return false
  const member = asBefore(present, await means.people.formerRights(present.id, webhook.createdAt))
  const actor = actorOf(webhook.accountId, member)
  const workshop = { type: 'workshop', workshopId } as const
  switch (kind) {
    case 'interest.received':
      return may(actor, 'plan.read', workshop)
    case 'vote.counted':
      if (groupId === null) return false
      return may(actor, 'room.read', { type: 'room', workshopId, groupId, locked: false })
    case 'meeting.ended':
    case 'minutes.released':
      return may(actor, 'plan.read', workshop) || (await isConcerned(means, actor, member, delivery))
    default:
      return may(actor, 'workshop.read', workshop)
  }
}

async function isConcerned(
  { plans }: Means,
  actor: Actor,
  member: Member,
  { workshopId, subjectId }: Delivery,
) {
  if (!workshopId || !may(actor, 'workshop.read', { type: 'workshop', workshopId })) return false
  const meeting = await plans.meeting(workshopId, subjectId as MeetingId)
  return meeting !== null && concerns(meeting, member.groupIds)
}
