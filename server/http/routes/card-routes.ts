import type { FastifyInstance } from 'fastify'
import { areGivable } from '#shared/document/given-fields.ts'
import { Problem } from '#shared/errors/problem.ts'
import { addCardsRequest, type AddedCards } from '#shared/protocol/keys.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** Cards that are written by a request, not in a room. */
export function registerCardRoutes(app: FastifyInstance, { access, rooms }: Platform): void {
  serve(app, 'addCards', async (request, reply) => {
    const [workshopId, groupId] = [pathId(request, 'workshopId'), pathId(request, 'groupId')]
    const entry = await access.toRoom(request, workshopId, groupId, 'room.write')
    const { cards } = addCardsRequest.parse(request.body)
    if (!cards.every(({ kind, fields }) => areGivable(kind, fields)))
      throw new Problem('request_invalid', 'fields that the kind does not have')
    const artefactIds = await rooms.inTurn(entry.member.id, () => rooms.addCards(entry, cards))
    return reply.code(201).send({ artefactIds } satisfies AddedCards)
  })
}
