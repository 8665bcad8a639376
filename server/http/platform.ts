import type { FastifyRequest } from 'fastify'
import type { Access } from '#server/auth/access.ts'
import type { Doorstep } from '#server/auth/doorstep.ts'
import type { GuessLimit } from '#server/auth/guess-limit.ts'
import type { InviteSecrets } from '#server/auth/invite-secrets.ts'
import type { Logins } from '#server/auth/logins.ts'
import type { Passwords } from '#server/auth/passwords.ts'
import type { WebhookSignatures } from '#server/auth/webhook-signatures.ts'
import type { SetUpLinks } from '#server/auth/set-up-link.ts'
import type { Config } from '#server/config.ts'
import type { AssetStore } from '#server/ports/asset-store.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { KeyStore } from '#server/ports/key-store.ts'
import type { SubscriptionStore } from '#server/ports/subscription-store.ts'
import type { GalleryStore } from '#server/ports/gallery-store.ts'
import type { Mailer } from '#server/ports/mailer.ts'
import type { InterestStore } from '#server/ports/interest-store.ts'
import type { WebhookStore } from '#server/ports/webhook-store.ts'
import type { HouseStore } from '#server/ports/house-store.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import type { TextMeaning } from '#server/ports/text-meaning.ts'
import type { RoomMetrics } from '#server/rooms/metrics.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import type { ImageShelf } from '#server/workshop/image-shelf.ts'
import type { Gallery } from '#server/workshop/gallery.ts'
import type { EarlierWork } from '#server/workshop/earlier-work.ts'
import type { OutsideTexts } from '#server/workshop/outside-texts.ts'
import type { Reminders } from '#server/workshop/reminders.ts'
import type { Standings } from '#server/workshop/standings.ts'
import type { JoinPaces } from '#server/workshop/join-pace.ts'
import type { Webhooks } from '#server/workshop/webhooks.ts'
import type { Readiness } from './readiness.ts'

/** Everything that routes work with; put together in `compose.ts`. */
export interface Platform {
  config: Config
  clock: Clock
  people: PeopleStore
  assets: AssetStore
  plans: PlanStore
  keys: KeyStore
  houses: HouseStore
  subscriptions: SubscriptionStore
  galleries: GalleryStore
  gallery: Gallery
  interests: InterestStore
  webhookStore: WebhookStore
  signatures: Pick<WebhookSignatures, 'secretOf'>
  webhooks: Pick<Webhooks, 'probe'>
  /** Null where the operator has named no server for mail. */
  mailer: Mailer | null
  rooms: RoomService
  metrics: RoomMetrics
  logins: Logins
  access: Access
  guesses: Pick<GuessLimit, 'attempt'>
  doorstep: Pick<Doorstep, 'enter'>
  inviteSecrets: InviteSecrets
  passwords: Passwords
  setUpLink: SetUpLinks
  joinPace: JoinPaces
  imageShelf: Pick<ImageShelf, 'add' | 'requireSpace'>
  outsideTexts: Pick<OutsideTexts, 'of'>
  earlierWork: Pick<EarlierWork, 'of'>
  standings: Pick<Standings, 'of'>
  reminders: Pick<Reminders, 'view' | 'ask' | 'follow'>
  /** Null where the operator has named no service: then nobody is asked. */
  meaning: TextMeaning | null
  readiness: Readiness
}

/** Under which people reach the installation: as the operator says, or as this request came. */
export const originOf = ({ config }: Pick<Platform, 'config'>, request: FastifyRequest): string =>
  config.publicUrl?.origin ?? `${request.protocol}://${request.host}`
