import { z } from 'zod'
import type { AccessKeyId, ArtefactId, WorkshopId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { writableKinds } from '../kinds/index.ts'
import { keyScopes, type KeyScope } from '../workshop/key-scopes.ts'
import { id, text } from './api.ts'

/** What crosses the wire so that programs get in, and what they may write. */
export const createKeyRequest = z.object({
  /** By which its owner knows it again. */
  name: text(limits.maxTitleChars),
  scopes: z
    .array(z.enum(keyScopes))
    .min(1)
    .max(keyScopes.length)
    .transform((scopes) => [...new Set(scopes)]),
  /** The only workshop it reaches; null: all of its owner's. */
  workshopId: id<WorkshopId>().nullable(),
  validDays: z.number().int().min(1).max(limits.keyMaxDays).default(limits.keyDefaultDays),
})
export type CreateKeyRequest = z.input<typeof createKeyRequest>

/** GET /account/keys answers with a list, newest first. */
export interface KeyView {
  id: AccessKeyId
  name: string
  scopes: KeyScope[]
  workshopId: WorkshopId | null
  createdAt: number
  expiresAt: number
}

/** POST /account/keys. The secret is shown this once. */
export interface CreatedKey {
  key: KeyView
  secret: string
}

/** A card as a program writes it; which fields its kind may be given, says `areGivable`. What is left out is empty. */
const newCard = z
  .object({
    kind: z.enum(writableKinds as [string, ...string[]]),
    fields: z.record(z.string(), z.union([z.string(), z.number()])),
    tags: z.array(text(limits.maxTagChars)).max(limits.maxTagsPerCard).default([]),
  })
  .transform((card) => ({ ...card, kind: card.kind as (typeof writableKinds)[number] }))

/** Cards for the page where a group is, by the key's owner. */
export const addCardsRequest = z.object({ cards: z.array(newCard).min(1).max(limits.maxAddedCards) })
export type NewCard = z.output<typeof newCard>

/** POST /workshops/:workshopId/groups/:groupId/cards: in the order of the request. */
export interface AddedCards {
  artefactIds: ArtefactId[]
}
