import type { FastifyInstance, FastifyRequest } from 'fastify'
import { newId, type MethodId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { methodChangeSchema, methodFieldsSchema, type OwnMethod } from '#shared/methods/own-method.ts'
import type { WorkshopAction } from '#shared/workshop/permissions.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** Methods of a workshop's own: a part of its plan, read and written by those who lead. */
export function registerMethodRoutes(app: FastifyInstance, { access, plans, clock }: Platform): void {
  const enter = (request: FastifyRequest, action: WorkshopAction) =>
    access.toWorkshop(request, pathId(request, 'workshopId'), action)
  // Nobody's form is read who may not send one
  const form = { onRequest: async (request: FastifyRequest) => void (await enter(request, 'plan.edit')) }

  serve(app, 'ownMethods', async (request): Promise<OwnMethod[]> => {
    const { workshop } = await enter(request, 'plan.read')
    return plans.methods(workshop.id)
  })

  serve(
    app,
    'addMethod',
    async (request, reply) => {
      const { workshop } = await enter(request, 'plan.edit')
      const fields = methodFieldsSchema.parse(request.body)
      const method: OwnMethod = { ...fields, id: newId<MethodId>(clock.now()), revision: 1 }
      if (!(await plans.addMethod(workshop.id, method, limits.maxOwnMethods)))
        throw new Problem('methods_full')
      return reply.code(201).send(method)
    },
    form,
  )

  serve(
    app,
    'changeMethod',
    async (request): Promise<OwnMethod> => {
      const { workshop } = await enter(request, 'plan.edit')
      const { from, to } = methodChangeSchema.parse(request.body)
      const method: OwnMethod = { ...to, id: pathId(request, 'methodId'), revision: from + 1 }
      const changed = await plans.changeMethod(workshop.id, method)
      if (changed === null) throw new Problem('not_found', 'no such method in this workshop')
      if (!changed) throw new Problem('plan_changed')
      return method
    },
    form,
  )

  serve(app, 'removeMethod', async (request, reply) => {
    const { workshop } = await enter(request, 'plan.edit')
    const id = pathId(request, 'methodId')
    // Of another workshop, or gone
    if (!(await plans.methods(workshop.id)).some((method) => method.id === id))
      throw new Problem('not_found', 'no such method in this workshop')
    await plans.removeMethod(workshop.id, id)
    return reply.code(204).send()
  })
}
