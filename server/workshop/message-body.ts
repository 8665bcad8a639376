import type { MessageBody } from '#shared/protocol/webhooks.ts'
import type { Delivery } from '#server/ports/webhook-store.ts'

/** What is sent: ids, a time, and where a program with a key finds more. Nothing that somebody wrote. */
export function messageBodyOf(delivery: Delivery): MessageBody {
  const { kind, workshopId, groupId, subjectId, at } = delivery
  const path = pathOf(delivery)
  return {
    type: kind,
    timestamp: new Date(at).toISOString(),
    data: {
      ...(workshopId !== null && { workshopId }),
      ...(groupId !== null && { groupId }),
      ...(subjectId !== null && { id: subjectId }),
      ...(path !== null && { path }),
    },
  }
}

function pathOf({ kind, workshopId, groupId, subjectId }: Delivery): string | null {
  const workshop = `/api/workshops/${workshopId}`
  switch (kind) {
    case 'profile.published':
      return `/galerie/${subjectId}.jsonld`
    case 'vote.counted':
      return `${workshop}/export?format=json&group=${groupId}`
    case 'meeting.ended':
    case 'minutes.released':
      return `${workshop}/export?content=minutes&format=pdf&meeting=${subjectId}`
    case 'workshop.archived':
    case 'workshop.reopened':
      return workshop
    // What is gone has no address, and people's interest is no program's
    case 'profile.withdrawn':
    case 'interest.received':
    case 'workshop.deleted':
    case 'probe':
      return null
  }
}
