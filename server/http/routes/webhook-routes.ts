import type { FastifyInstance, FastifyRequest } from 'fastify'
import { newId, type AccountId, type WebhookId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import {
  changeWebhookRequest,
  createWebhookRequest,
  type CreatedWebhook,
  type DeliveryView,
  type WebhooksView,
  type WebhookView,
} from '#shared/protocol/webhooks.ts'
import { allowedHostOf } from '#server/base/allowed-hosts.ts'
import type { Delivery, Webhook } from '#server/ports/webhook-store.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { UnderWay } from '../under-way.ts'

/** To whom other than people is told what happens, and what became of it. */
export function registerWebhookRoutes(
  app: FastifyInstance,
  { access, people, clock, webhookStore: store, config, signatures, webhooks }: Platform,
): void {
  const hosts = config.webhookHosts
  const owner = async (request: FastifyRequest): Promise<AccountId> => {
    const session = await access.session(request)
    await access.letIn(session)
    if (!session.accountId) throw new Problem('forbidden', 'no account')
    return session.accountId
  }
  const own = async (request: FastifyRequest): Promise<Webhook> => {
    const accountId = await owner(request)
    const webhook = await store.webhook(pathId(request, 'webhookId'))
    if (webhook?.accountId !== accountId) throw new Problem('not_found', 'no such webhook')
    return webhook
  }

  serve(app, 'webhooks', async (request): Promise<WebhooksView> => {
    const webhooks = await store.webhooksOf(await owner(request))
    const views = webhooks.map(async (webhook): Promise<WebhookView> => {
      const deliveries = await store.deliveriesOf(webhook.id, limits.shownDeliveries)
      return { ...webhookView(webhook), deliveries: deliveries.map(deliveryView) }
    })
    return { hosts: hosts.map(({ text }) => text), webhooks: await Promise.all(views) }
  })

  serve(app, 'createWebhook', async (request, reply) => {
    const accountId = await owner(request)
    const { name, url, kinds, workshopId } = createWebhookRequest.parse(request.body)
    const { username, password, href } = new URL(url)
    if (username || password || !allowedHostOf(hosts, new URL(url))) throw new Problem('webhook_host_refused')
    const member = workshopId !== null && (await people.memberOfAccount(workshopId, accountId))
    if (workshopId !== null && (!member || member.removedAt !== null))
      throw new Problem('not_found', 'no such workshop, or not a member')
    const now = clock.now()
    const id = newId<WebhookId>(now)
    const fresh = { pausedAt: null, secretRound: 1, secretSince: now }
    const webhook: Webhook = { id, accountId, workshopId, name, url: href, kinds, createdAt: now, ...fresh }
    if (!(await store.add(webhook, limits.maxWebhooksPerAccount))) throw new Problem('webhooks_full')
    return reply.code(201).send({ id, secret: signatures.secretOf(webhook) } satisfies CreatedWebhook)
  })

  serve(app, 'changeWebhook', async (request, reply) => {
    const { id, accountId } = await own(request)
    const { paused } = changeWebhookRequest.parse(request.body)
    await store.pause(accountId, id, paused ? clock.now() : null)
    return reply.code(204).send()
  })

  serve(app, 'renewWebhookSecret', async (request): Promise<CreatedWebhook> => {
    const { id, accountId } = await own(request)
    const webhook = await store.renewSecret(accountId, id, clock.now())
    if (!webhook) throw new Problem('not_found', 'removed meanwhile')
    return { id, secret: signatures.secretOf(webhook) }
  })

  // The other system may take its time, and each probe goes out at once
  const probing = new UnderWay({ atOnce: 1, waiting: 0, refusal: 'rate_limited' })
  serve(app, 'probeWebhook', async (request, reply): Promise<DeliveryView> => {
    const webhook = await own(request)
    await probing.enter(webhook.accountId, reply)
    return deliveryView(await webhooks.probe(webhook))
  })

  serve(app, 'removeWebhook', async (request, reply) => {
    const accountId = await owner(request)
    await store.remove(accountId, pathId(request, 'webhookId'))
    return reply.code(204).send()
  })
}

function webhookView({ id, name, url, kinds, workshopId, createdAt, pausedAt }: Webhook) {
  return { id, name, url, kinds, workshopId, createdAt, pausedAt }
}

function deliveryView({
  id,
  kind,
  workshopId,
  at,
  attempts,
  dueAt,
  outcome,
  status,
}: Delivery): DeliveryView {
  const state = outcome === 'delivered' ? 'delivered' : dueAt === null ? 'givenUp' : 'waiting'
  return {
    id,
    kind,
    workshopId,
    at,
    state,
    attempts,
    outcome,
    status,
    nextAt: state === 'waiting' ? dueAt : null,
  }
}
