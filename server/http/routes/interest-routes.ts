import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ArtefactId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import { partnershipOf } from '#shared/gallery/interest.ts'
import type { Link } from '#shared/evidence/links.ts'
import { pledgeKind } from '#shared/kinds/pledge-kind.ts'
import { localTime } from '#shared/report/local-time.ts'
import { fill, wordsIn } from '#shared/report/words.ts'
import type { Interest } from '#server/ports/interest-store.ts'
import type { InterestView } from '#shared/protocol/gallery.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** What people from outside left in the gallery: seen by those who look after several groups, decided by moderators. */
export function registerInterestRoutes(app: FastifyInstance, { access, interests, rooms }: Platform): void {
  const enter = (request: FastifyRequest, action: 'plan.read' | 'gallery.open' | 'gallery.close') =>
    access.toWorkshop(request, pathId(request, 'workshopId'), action)

  serve(app, 'interests', async (request): Promise<InterestView[]> => {
    const { workshop } = await enter(request, 'plan.read')
    return (await interests.interestsOf(workshop.id)).map(
      ({ workshopId: _, artefactId: __, ...view }) => view,
    )
  })

  serve(app, 'acceptInterest', async (request, reply) => {
    const { workshop } = await enter(request, 'gallery.open')
    const interestId = pathId(request, 'interestId')
    const known = (await interests.interestsOf(workshop.id)).find(({ id }) => id === interestId)
    if (!known) throw new Problem('not_found', 'no such interest')
    const entry = await access.toRoom(request, workshop.id, known.groupId, 'room.write')
    await rooms.inTurn(entry.member.id, async () => {
      // The card first, under an id of its own: whoever accepts once more, or at once, makes the same one
      const id = known.id as string as ArtefactId
      const { artefactId, facts } = known
      const links: Link[] = artefactId ? [{ type: 'derivedFrom', to: artefactId }] : []
      const fields = partnershipOf(facts, saidOf(known, workshop.language))
      await rooms.addCards(entry, [{ id, kind: pledgeKind, fields, tags: [], links }])
      await interests.take(workshop.id, interestId)
    })
    return reply.code(204).send()
  })

  serve(app, 'declineInterest', async (request, reply) => {
    const { workshop } = await enter(request, 'gallery.close')
    await interests.take(workshop.id, pathId(request, 'interestId'))
    return reply.code(204).send()
  })
}

/** What of it the card would not say else: what kind of body it is, when it wrote, and whether the address is theirs. */
function saidOf({ facts, sentAt, confirmedAt }: Interest, language: 'de' | 'en'): string {
  const { interest, workshop } = wordsIn(language)
  const { date } = localTime(language)
  return [
    workshop.organisationKind[facts.organisationKind],
    fill(interest.desk.sentOn, { day: date(sentAt) }),
    confirmedAt === null ? interest.desk.unconfirmed : interest.desk.confirmed,
  ].join(' · ')
}
