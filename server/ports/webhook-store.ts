import type { AccountId, GroupId, WebhookId, WorkshopId } from '#shared/base/ids.ts'
import type { DeliveryOutcome } from '#shared/workshop/delivery-outcomes.ts'
import type { HookKind, MessageKind } from '#shared/workshop/hook-kinds.ts'

/** An address of another system that its owner has told what happens. */
export interface Webhook {
  id: WebhookId
  accountId: AccountId
  /** The only workshop it tells of; null: all of the account's. A workshop may be gone by now. */
  workshopId: WorkshopId | null
  name: string
  url: string
  kinds: HookKind[]
  createdAt: number
  /** Since when nothing is told; null: it tells. */
  pausedAt: number | null
  /** Which secret its messages are signed with, counted from 1, and since when; the secret itself is nowhere. */
  secretRound: number
  secretSince: number
}

/** Something of which other systems may be told: ids and a time. */
export interface Happened {
  kind: HookKind
  workshopId: WorkshopId
  groupId: GroupId | null
  /** Of the profile, vote, meeting or interest; null: it is about the workshop. */
  subjectId: string | null
  at: number
}

/** One message to one webhook. Its id is the same for all attempts. */
export interface Delivery extends Omit<Happened, 'kind' | 'workshopId'> {
  id: string
  webhookId: WebhookId
  kind: MessageKind
  /** Null in a probe. */
  workshopId: WorkshopId | null
  /** Attempts that were begun. */
  attempts: number
  /** When the next one is due; null: there will be none. */
  dueAt: number | null
  /** Of the last attempt that ended. */
  outcome: DeliveryOutcome | null
  status: number | null
}

/** How an attempt ended, and when the next is due. */
export type AttemptEnd = Pick<Delivery, 'outcome' | 'status' | 'dueAt'>

/**
 * Webhooks of accounts, and the queue of their messages. A message is queued for every webhook that asked for its kind,
 * tells, and whose account is in the workshop at that moment; not for rehearsals. Webhooks go with their account; those for
 * one workshop once it is gone and nothing waits any more. Everything rejects with a `StorageError`.
 * Contract suite: `tests/contract/webhook-store.ts`.
 */
export interface WebhookStore {
  /** Newest first. */
  webhooksOf(accountId: AccountId): Promise<Webhook[]>
  webhook(id: WebhookId): Promise<Webhook | null>
  /** False, with nothing stored, where the account has `max` already. */
  add(webhook: Webhook, max: number): Promise<boolean>
  /** What happens while it is paused it is never told; what waits goes on afterwards. False where there is none. */
  pause(accountId: AccountId, id: WebhookId, at: number | null): Promise<boolean>
  /** Null where there is none. */
  renewSecret(accountId: AccountId, id: WebhookId, at: number): Promise<Webhook | null>
  /** With all its messages. Idempotent; a webhook of another account stays. */
  remove(accountId: AccountId, id: WebhookId): Promise<void>
  /**
   * Queues messages of what happened, due at once.
   * @param key of what happened: handed in twice, it is told once
   */
  queue(happened: Happened, key: string): Promise<void>
  /** Keeps a message that is not queued. */
  keep(delivery: Delivery): Promise<void>
  /** Newest first, so many at most. */
  deliveriesOf(id: WebhookId, max: number): Promise<Delivery[]>
  /** Of each webhook that tells: the one message that is due longest, longest ago first. */
  due(now: number, max: number): Promise<Delivery[]>
  /** One attempt more, and due again at `dueAt` should nothing be heard of it. False where it was due at another time. */
  begin(id: string, from: number, dueAt: number): Promise<boolean>
  end(id: string, end: AttemptEnd): Promise<void>
  /**
   * Forgets messages from before this moment that do not wait, and webhooks whose workshop is gone; for one that is paused
   * what waits from before does not count, because nothing may ever send it.
   */
  sweep(before: number): Promise<void>
}
