/**
 * Branded identifiers. A bare string never crosses a function boundary where one of these is meant.
 * All of them are UUIDv7 (RFC 9562): sortable by creation time, 74 random bits.
 */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type AccountId = Id<'Account'>
export type WorkshopId = Id<'Workshop'>
/** A project group or the plenum. Each has exactly one room and one document, addressed by this id. */
export type GroupId = Id<'Group'>
/** What one member writes for themselves in one step: a document of its own (`shared/base/draft-id.ts`). */
export type DraftId = Id<'Draft'>
export type MemberId = Id<'Member'>
/** A body that people come from. One workshop's own. */
export type OrganisationId = Id<'Organisation'>
/** What a program shows to come in. */
export type AccessKeyId = Id<'AccessKey'>
/** An address of another system that is told what happens. */
export type WebhookId = Id<'Webhook'>
export type InviteId = Id<'Invite'>
export type ArtefactId = Id<'Artefact'>
/** A solution profile that everybody can read, in place of the card it was made of. */
export type ProfileId = Id<'Profile'>
/** What somebody from outside left who would like to take part. */
export type InterestId = Id<'Interest'>
export type CommentId = Id<'Comment'>
export type VersionId = Id<'Version'>
/** A meeting in a workshop's plan. */
export type MeetingId = Id<'Meeting'>
/** A method of a workshop's own. */
export type MethodId = Id<'Method'>
export type AssetId = Id<'Asset'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether text has the shape of an id. Says nothing about whether the thing exists. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0')

/**
 * A fresh UUIDv7 (RFC 9562, section 5.7). Time and chance can be handed in, so that tests and repeatable server
 * transactions are deterministic.
 * @param nowMs milliseconds since the Unix epoch
 * @param random ten random bytes
 */
export function newId<T extends string>(
  nowMs = Date.now(),
  random = crypto.getRandomValues(new Uint8Array(10)),
): T {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(nowMs / 2 ** (8 * (5 - i))) % 256
  bytes.set(random, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const text = Array.from(bytes, hex).join('')
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}` as T
}
