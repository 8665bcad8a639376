import type { FastifyInstance } from 'fastify'
import {
  editOrganisationRequest,
  mergeOrganisationRequest,
  type OrganisationView,
} from '#shared/protocol/api.ts'
import { countedOrganisations, editOrganisation, mergeOrganisation } from '#server/workshop/organisations.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** Where the people of a workshop come from. New ones are added on joining. */
export function registerOrganisationRoutes(app: FastifyInstance, platform: Platform): void {
  const { people, access } = platform

  serve(app, 'organisations', async (request): Promise<OrganisationView[]> => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.list')
    const counted = await countedOrganisations(people, workshop.id)
    return counted.map(({ id, name, kind, sizeClass, memberCount }) => ({
      id,
      name,
      kind,
      sizeClass,
      memberCount,
    }))
  })

  serve(app, 'editOrganisation', async (request, reply) => {
    const { workshop } = await access.toWorkshop(
      request,
      pathId(request, 'workshopId'),
      'organisation.manage',
    )
    const edit = editOrganisationRequest.parse(request.body)
    await editOrganisation(platform, workshop.id, pathId(request, 'organisationId'), edit)
    return reply.code(204).send()
  })

  serve(app, 'mergeOrganisation', async (request, reply) => {
    const { workshop } = await access.toWorkshop(
      request,
      pathId(request, 'workshopId'),
      'organisation.manage',
    )
    const { into } = mergeOrganisationRequest.parse(request.body)
    await mergeOrganisation(platform, workshop.id, pathId(request, 'organisationId'), into)
    return reply.code(204).send()
  })
}
