import { z } from 'zod'
import type { WebhookId, WorkshopId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { DeliveryOutcome } from '../workshop/delivery-outcomes.ts'
import { hookKinds, probeKind, type HookKind, type MessageKind } from '../workshop/hook-kinds.ts'
import { id, text } from './api.ts'

/** What crosses the wire so that other systems are told, and what they are told. */
export const createWebhookRequest = z.object({
  /** By which its owner knows it again. */
  name: text(limits.maxTitleChars),
  /** Whether the operator allows the host is looked at apart. */
  url: z.url({ protocol: /^https?$/ }).max(limits.maxWebhookUrlChars),
  kinds: z
    .array(z.enum(hookKinds))
    .min(1)
    .max(hookKinds.length)
    .transform((kinds) => [...new Set(kinds)]),
  /** The only workshop it tells of; null: all of its owner's. */
  workshopId: id<WorkshopId>().nullable(),
})
export type CreateWebhookRequest = z.input<typeof createWebhookRequest>

export const changeWebhookRequest = z.object({ paused: z.boolean() })

/** One message, as its sender sees it. */
export interface DeliveryView {
  /** The same for every attempt; the receiver gets it as `webhook-id`. */
  id: string
  kind: MessageKind
  workshopId: WorkshopId | null
  /** When it happened. */
  at: number
  state: 'waiting' | 'delivered' | 'givenUp'
  attempts: number
  /** Of the last attempt; null: there was none yet. */
  outcome: DeliveryOutcome | null
  status: number | null
  /** When the next attempt is due; null: there will be none. */
  nextAt: number | null
}

export interface WebhookView {
  id: WebhookId
  name: string
  url: string
  kinds: HookKind[]
  workshopId: WorkshopId | null
  createdAt: number
  /** Since when nothing is told; null: it tells. */
  pausedAt: number | null
  /** Newest first, the last few. */
  deliveries: DeliveryView[]
}

/** GET /account/webhooks */
export interface WebhooksView {
  /** Where messages may go, as the operator wrote it; empty: nowhere, and none can be made. */
  hosts: string[]
  /** Newest first. */
  webhooks: WebhookView[]
}

/** POST /account/webhooks, and a new secret for one there is. The secret is shown this once. */
export interface CreatedWebhook {
  id: WebhookId
  secret: string
}

const anyId = z.uuid()

/** The body of a message: ids, kinds, times and addresses. No word that somebody wrote, and nobody's name. */
export const messageBody = z.object({
  type: z.enum([...hookKinds, probeKind]),
  /** When it happened. */
  timestamp: z.iso.datetime(),
  data: z.object({
    /** Missing in a probe. */
    workshopId: anyId.optional(),
    /** Whose it is, where it is one group's. */
    groupId: anyId.optional(),
    /** Of the profile, the vote, the meeting or the interest. */
    id: z.string().optional(),
    /** Where more is to be had at this Werkraum, with a key that has the scope `read`. */
    path: z.string().optional(),
  }),
})
export type MessageBody = z.infer<typeof messageBody>
