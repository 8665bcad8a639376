import type { AccountId, WebhookId, WorkshopId } from '#shared/base/ids.ts'
import type { AttemptEnd, Delivery, Happened, Webhook, WebhookStore } from '#server/ports/webhook-store.ts'
import { MemoryDisk } from './disk.ts'

/** Where accounts are, and which workshops there are. */
interface KnownPlaces {
  isMember(accountId: AccountId, workshopId: WorkshopId): boolean
  exists(workshopId: WorkshopId): boolean
  isRehearsal(workshopId: WorkshopId): boolean
}

const newestFirst = (a: number, b: number, idA: string, idB: string) => b - a || (idA < idB ? 1 : -1)

/** Webhooks in memory: for tests, and the plainest statement of what the port means. Hands out copies only. */
export class MemoryWebhookStore implements WebhookStore {
  readonly #webhooks = new Map<WebhookId, Webhook>()
  readonly #deliveries = new Map<string, Delivery>()
  readonly #places: KnownPlaces
  readonly #disk: MemoryDisk

  constructor(places: KnownPlaces, disk = new MemoryDisk()) {
    this.#places = places
    this.#disk = disk
  }

  async webhooksOf(accountId: AccountId) {
    const own = [...this.#webhooks.values()].filter((one) => one.accountId === accountId)
    return structuredClone(own.sort((a, b) => newestFirst(a.createdAt, b.createdAt, a.id, b.id)))
  }

  async webhook(id: WebhookId) {
    return structuredClone(this.#webhooks.get(id) ?? null)
  }

  async add(webhook: Webhook, max: number) {
    if ((await this.webhooksOf(webhook.accountId)).length >= max) return false
    this.#disk.write()
    this.#webhooks.set(webhook.id, structuredClone(webhook))
    return true
  }

  async pause(accountId: AccountId, id: WebhookId, at: number | null) {
    return this.#change(accountId, id, () => ({ pausedAt: at })) !== null
  }

  async renewSecret(accountId: AccountId, id: WebhookId, at: number) {
    const next = ({ secretRound }: Webhook) => ({ secretRound: secretRound + 1, secretSince: at })
    return structuredClone(this.#change(accountId, id, next))
  }

  #change(accountId: AccountId, id: WebhookId, next: (webhook: Webhook) => Partial<Webhook>) {
    const webhook = this.#webhooks.get(id)
    if (webhook?.accountId !== accountId) return null
    this.#disk.write()
    const changed = { ...webhook, ...next(webhook) }
    this.#webhooks.set(id, changed)
    return changed
  }

  async remove(accountId: AccountId, id: WebhookId) {
    if (this.#webhooks.get(id)?.accountId !== accountId) return
    this.#disk.write()
    this.#drop(id)
  }

  #drop(id: WebhookId): void {
    this.#webhooks.delete(id)
    for (const [key, { webhookId }] of this.#deliveries) if (webhookId === id) this.#deliveries.delete(key)
  }

  async queue(happened: Happened, key: string) {
    const { kind, workshopId } = happened
    if (this.#places.isRehearsal(workshopId)) return
    const concerned = [...this.#webhooks.values()].filter(
      (one) =>
        one.pausedAt === null &&
        (one.workshopId === null || one.workshopId === workshopId) &&
        one.kinds.includes(kind) &&
        this.#places.isMember(one.accountId, workshopId),
    )
    this.#disk.write()
    for (const { id: webhookId } of concerned) {
      const id = `${key}.${webhookId}`
      const fresh = { id, webhookId, attempts: 0, dueAt: 0, outcome: null, status: null }
      if (!this.#deliveries.has(id)) this.#deliveries.set(id, { ...happened, ...fresh })
    }
  }

  async keep(delivery: Delivery) {
    this.#disk.write()
    this.#deliveries.set(delivery.id, structuredClone(delivery))
  }

  async deliveriesOf(id: WebhookId, max: number) {
    const own = [...this.#deliveries.values()].filter(({ webhookId }) => webhookId === id)
    return structuredClone(own.sort((a, b) => newestFirst(a.at, b.at, a.id, b.id)).slice(0, max))
  }

  async due(now: number, max: number) {
    const due = [...this.#deliveries.values()].filter(
      ({ dueAt, webhookId }) =>
        dueAt !== null && dueAt <= now && this.#webhooks.get(webhookId)?.pausedAt === null,
    )
    due.sort((a, b) => a.dueAt! - b.dueAt! || a.at - b.at || (a.id < b.id ? -1 : 1))
    const asked = new Set<WebhookId>()
    const first = due.filter(({ webhookId }) => !asked.has(webhookId) && asked.add(webhookId))
    return structuredClone(first.slice(0, max))
  }

  async begin(id: string, from: number, dueAt: number) {
    const delivery = this.#deliveries.get(id)
    if (delivery?.dueAt !== from) return false
    this.#disk.write()
    this.#deliveries.set(id, { ...delivery, attempts: delivery.attempts + 1, dueAt })
    return true
  }

  async end(id: string, end: AttemptEnd) {
    const delivery = this.#deliveries.get(id)
    if (!delivery) return
    this.#disk.write()
    this.#deliveries.set(id, { ...delivery, ...end })
  }

  async sweep(before: number) {
    this.#disk.write()
    for (const [key, { at, dueAt }] of this.#deliveries)
      if (dueAt === null && at < before) this.#deliveries.delete(key)
    const waits = ({ id, pausedAt }: Webhook) =>
      [...this.#deliveries.values()].some(
        ({ webhookId, dueAt, at }) =>
          webhookId === id && dueAt !== null && (pausedAt === null || at >= before),
      )
    for (const webhook of this.#webhooks.values()) {
      const { id, workshopId } = webhook
      if (workshopId !== null && !this.#places.exists(workshopId) && !waits(webhook)) this.#drop(id)
    }
  }
}
