import { randomBytes } from 'node:crypto'
import type { WebhookId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { finalOutcomes, type DeliveryOutcome } from '#shared/workshop/delivery-outcomes.ts'
import type { WebhookSignatures } from '#server/auth/webhook-signatures.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import type { SendEnd, WebhookSender } from '#server/ports/webhook-sender.ts'
import type { Delivery, Webhook, WebhookStore } from '#server/ports/webhook-store.ts'
import { mayHear } from './hearing-rights.ts'
import { messageBodyOf } from './message-body.ts'
import { queueUntold } from './untold.ts'

interface WebhooksMeans {
  store: WebhookStore
  sender: WebhookSender
  signatures: Pick<WebhookSignatures, 'headersFor'>
  events: Pick<EventLog, 'untold' | 'told'>
  people: Pick<PeopleStore, 'memberOfAccount' | 'formerRights' | 'group' | 'workshop'>
  plans: Pick<PlanStore, 'meeting' | 'meetings'>
  clock: Clock
  logger: Pick<Logger, 'info' | 'warn' | 'error'>
  /** From 0 to 1. */
  chance: () => number
}

const MINUTE_MS = 60_000
const LOOK_EVERY_MS = 5_000
/** Others wait behind these; one address at a time gets one message at a time. */
const AT_ONCE = 4
/** Of these, for addresses that did not answer last: each holds its place until nobody waits any longer. */
const UNHEARD_AT_ONCE = 2
/** One is due of each address: even where all that are busy come first, so many are left to begin with. */
const READ_AT_ONCE = 2 * AT_ONCE
/** How an attempt ends where nobody was there to answer. */
const unheard: ReadonlySet<DeliveryOutcome> = new Set(['timeout', 'unreachable'])
const SWEEP_EVERY_MS = 60 * MINUTE_MS
const FIRST_WAIT_MS = MINUTE_MS
const LONGEST_WAIT_MS = 12 * 60 * MINUTE_MS

/**
 * How long is waited after so many attempts: a minute, four, sixteen and so on, up to half a day; spread, so that all that
 * failed together does not come back together. Eight attempts take fifteen to thirty hours.
 */
export function waitAfter(attempts: number, chance: number): number {
  return Math.round(Math.min(FIRST_WAIT_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS) * (0.5 + chance / 2))
}

/**
 * Tells other systems what happened. Invariants (cited by the tests):
 * 1. A message is put off durably before it is sent: killed at any moment, the server sends it again under the same id,
 *    and forgets none.
 * 2. Nothing goes to a host that the operator does not allow at that moment, and nothing of which the owner may not know
 *    at that moment.
 * 3. A message holds ids, kinds, times and addresses.
 * 4. After `limits.webhookAttempts` attempts a message is given up, and its owner sees that it was.
 */
export class Webhooks {
  readonly #means: WebhooksMeans
  readonly #busy = new Map<WebhookId, Promise<void>>()
  /** Addresses that did not answer last; forgotten with each sweep and at a restart. */
  readonly #unheard = new Set<WebhookId>()
  #sweptAt = -Infinity
  #isStopped = false
  #cancel = () => {}

  constructor(means: WebhooksMeans) {
    this.#means = means
  }

  /** Sends what is due, from now on; the returned function ends it and waits for what is being sent. */
  workOff(): () => Promise<void> {
    let working: Promise<void> = Promise.resolve()
    const look = async () => {
      await this.#look()
      if (!this.#isStopped) this.#cancel = this.#means.clock.after(LOOK_EVERY_MS, start)
    }
    const start = () => void (working = look())
    start()
    return async () => {
      this.#isStopped = true
      this.#cancel()
      await working
      await Promise.all(this.#busy.values())
    }
  }

  /** One message at once, whose only attempt is waited for; it tells of nothing. */
  async probe(webhook: Webhook): Promise<Delivery> {
    const { store, clock } = this.#means
    const about = { workshopId: null, groupId: null, subjectId: null, attempts: 1, dueAt: null }
    const id = randomBytes(16).toString('hex')
    const probe = { ...about, id, webhookId: webhook.id, kind: 'probe' as const, at: clock.now() }
    const delivery: Delivery = { ...probe, ...(await this.#attempt(webhook, { ...probe, ...nothingYet })) }
    await store.keep(delivery)
    return delivery
  }

  /** What fails holds up nothing else. */
  async #look(): Promise<void> {
    const untold = queueUntold(this.#means, () => this.#isStopped)
    await this.#tried(untold, 'what happened in rooms could not be looked up')
    await this.#tried(this.#sweep(), 'old messages could not be swept')
    await this.#tried(this.#sendDue(), 'messages that are due could not be looked up')
  }

  async #tried(work: Promise<void>, otherwise: string): Promise<void> {
    await work.catch((error: unknown) => this.#means.logger.error({ err: error as Error }, otherwise))
  }

  async #sweep(): Promise<void> {
    const now = this.#means.clock.now()
    if (this.#isStopped || now - this.#sweptAt < SWEEP_EVERY_MS) return
    this.#sweptAt = now
    this.#unheard.clear()
    await this.#means.store.sweep(now - limits.deliveryDays * 24 * 60 * MINUTE_MS)
  }

  async #sendDue(): Promise<void> {
    const { store, clock, logger } = this.#means
    if (this.#isStopped || this.#busy.size >= AT_ONCE) return
    for (const delivery of await store.due(clock.now(), READ_AT_ONCE + this.#unheard.size)) {
      const { webhookId } = delivery
      if (this.#isStopped || this.#busy.size >= AT_ONCE) return
      if (this.#busy.has(webhookId) || !this.#hasPlaceFor(webhookId)) continue
      const over = () => this.#busy.delete(webhookId)
      const failed = (error: unknown) => {
        over()
        logger.error({ err: error as Error, webhookId }, 'a message to another system could not be sent')
      }
      const sent = () => {
        over()
        void this.#sendNext()
      }
      this.#busy.set(webhookId, this.#deliver(delivery).then(sent, failed))
    }
  }

  #hasPlaceFor(webhookId: WebhookId): boolean {
    if (!this.#unheard.has(webhookId)) return true
    return [...this.#busy.keys()].filter((id) => this.#unheard.has(id)).length < UNHEARD_AT_ONCE
  }

  /**
   * What waits behind a message does not wait until somebody looks again; behind one that could not be put off it does,
   * because the same one would be due again at once, for as long as the disk is full.
   */
  async #sendNext(): Promise<void> {
    await this.#tried(this.#sendDue(), 'messages that are due could not be looked up')
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { store, clock, logger, chance } = this.#means
    const { id, webhookId, kind, attempts, dueAt } = delivery
    const last = { outcome: delivery.outcome, status: delivery.status }
    const webhook = await store.webhook(webhookId)
    if (!webhook || webhook.pausedAt !== null || dueAt === null) return
    // Killed in the last attempt: what became of it nobody knows
    if (attempts >= limits.webhookAttempts) return store.end(id, { ...last, dueAt: null })
    const next = clock.now() + waitAfter(attempts + 1, chance())
    if (!(await store.begin(id, dueAt, next))) return
    const { outcome, status } = await this.#attempt(webhook, delivery)
    if (unheard.has(outcome)) this.#unheard.add(webhookId)
    else this.#unheard.delete(webhookId)
    const isLast = finalOutcomes.has(outcome) || attempts + 1 >= limits.webhookAttempts
    await store.end(id, { outcome, status, dueAt: isLast ? null : next })
    const about = { webhookId, deliveryId: id, kind, attempt: attempts + 1, outcome, status }
    if (outcome === 'delivered') logger.info(about, 'another system was told')
    else logger.warn(about, isLast ? 'a message was given up' : 'a message did not arrive')
  }

  async #attempt(webhook: Webhook, delivery: Delivery): Promise<SendEnd> {
    const { sender, signatures, clock } = this.#means
    if (!(await mayHear(this.#means, webhook, delivery))) return { outcome: 'rights', status: null }
    const body = JSON.stringify(messageBodyOf(delivery))
    const signature = signatures.headersFor(webhook, delivery.id, body, clock.now())
    const headers = { 'content-type': 'application/json', 'user-agent': 'Werkraum', ...signature }
    return sender.send({ url: new URL(webhook.url), headers, body })
  }
}

const nothingYet = { outcome: null, status: null }
