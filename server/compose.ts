import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { limits } from '#shared/base/limits.ts'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { EmbeddingService } from '#server/adapters/openai/embedding-service.ts'
import { SqliteAssetStore } from '#server/adapters/sqlite/asset-store.ts'
import { lockDataFolder } from '#server/adapters/sqlite/data-folder-lock.ts'
import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { invitationKey, mailKey, webhookKey } from '#server/adapters/sqlite/link-keys.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { SqliteKeyStore } from '#server/adapters/sqlite/key-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { SqliteGalleryStore } from '#server/adapters/sqlite/gallery-store.ts'
import { SqliteInterestStore } from '#server/adapters/sqlite/interest-store.ts'
import { SqliteHouseStore } from '#server/adapters/sqlite/house-store.ts'
import { SqliteSubscriptionStore } from '#server/adapters/sqlite/subscription-store.ts'
import { SqliteWebhookStore } from '#server/adapters/sqlite/webhook-store.ts'
import { HttpWebhookSender } from '#server/adapters/web/webhook-sender.ts'
import { SmtpMailer } from '#server/adapters/smtp/smtp-mailer.ts'
import { SqlitePlanStore } from '#server/adapters/sqlite/plan-store.ts'
import { Access } from '#server/auth/access.ts'
import { createAdmit, createMembership } from '#server/auth/admit.ts'
import { InviteSecrets } from '#server/auth/invite-secrets.ts'
import { Logins } from '#server/auth/logins.ts'
import { WebhookSignatures } from '#server/auth/webhook-signatures.ts'
import { ReminderLinks } from '#server/auth/reminder-links.ts'
import { Passwords, type PasswordCost } from '#server/auth/passwords.ts'
import type { Config } from '#server/config.ts'
import { openEngine, type OpenEngine } from '#server/engine.ts'
import { createApp } from '#server/http/app.ts'
import { registerExport } from '#server/http/routes/export-routes.ts'
import { registerOwnMatters } from '#server/http/routes/own-routes.ts'
import { registerBreakoutRoutes } from '#server/http/routes/breakout-routes.ts'
import { registerErasingRoutes } from '#server/http/routes/erasing-routes.ts'
import { registerRehearsalRoutes } from '#server/http/routes/rehearsal-routes.ts'
import { registerRoomsNow } from '#server/http/routes/rooms-routes.ts'
import type { Platform } from '#server/http/platform.ts'
import { Readiness } from '#server/http/readiness.ts'
import { OperatorHouse } from '#server/export/operator-house.ts'
import { createLogger } from '#server/logging.ts'
import { oneProcess } from '#server/one-process.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { Rehearsals } from '#server/rehearsal/rehearsals.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Mailer } from '#server/ports/mailer.ts'
import { sweepLeftovers } from '#server/workshop/deleting.ts'
import { settleRegularly } from '#server/workshop/settling.ts'
import { Gallery } from '#server/workshop/gallery.ts'
import { GalleryWatch } from '#server/workshop/gallery-watch.ts'
import { EarlierWork } from '#server/workshop/earlier-work.ts'
import { Reminders } from '#server/workshop/reminders.ts'
import { Standings } from '#server/workshop/standings.ts'
import { Webhooks } from '#server/workshop/webhooks.ts'
import { OutsideTexts } from '#server/workshop/outside-texts.ts'

/** A server, put together and not yet listening. */
export interface Composition {
  app: FastifyInstance
  platform: Platform
  /** Listens. `setUpUrl` lets the first person in; null once there is an account. */
  start: () => Promise<Started>
  /** Stops taking work, makes everything durable, closes all files. May be called twice. */
  stop: () => Promise<void>
}

export interface Started {
  url: string
  setUpUrl: string | null
}

/** What tests decide instead of us. */
interface Overrides {
  clock?: Clock
  logger?: FastifyBaseLogger
  passwordCost?: PasswordCost
  clientFolder?: string
  openEngine?: OpenEngine
  mailer?: Mailer
}

const sessionSweepMs = 6 * 60 * 60 * 1000

/** The only place that chooses adapters and connects the parts. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Composition> {
  const clock = overrides.clock ?? systemClock
  const logger = overrides.logger ?? createLogger(config.logLevel)
  const unlock = lockDataFolder(config.dataFolder)
  const database = openDatabase(join(config.dataFolder, 'werkraum.sqlite'), peopleMigrations)
  const people = new SqlitePeopleStore(database)
  const assets = new SqliteAssetStore(database)
  const { ties, workers, screenWorkers, spool, ...alone } = oneProcess({
    config,
    clock,
    logger,
    assets,
    people,
  })
  const galleries = new SqliteGalleryStore(database)
  const watch = new GalleryWatch({
    store: galleries,
    people,
    clock,
    logger,
    look: (workshopId, published) => {
      const { dataFolder } = config
      const job = { type: 'publication' as const, dataFolder, workshopId, groupId: null, published }
      const owner = { person: `gallery of ${workshopId}`, gone: new AbortController().signal }
      return screenWorkers.run<'publication'>(job, owner)
    },
  })
  await watch.start()
  const engine = await (overrides.openEngine ?? openEngine)({
    dataFolder: config.dataFolder,
    clock,
    logger,
    membership: createMembership(people),
    onCommitted: (groupId, roots) => watch.committed(groupId, roots),
  })
  const keys = new SqliteKeyStore(database)
  const logins = new Logins({ people, keys }, ties, clock, config.publicUrl)
  const access = new Access(people, logins, engine.rooms, alone.doorstep)
  const outsideTexts = new OutsideTexts(
    (workshopId, texts) => {
      const { dataFolder } = config
      const job = { type: 'project' as const, dataFolder, workshopId, groupId: null, texts }
      return screenWorkers.run<'project'>(job, {
        person: `names of ${workshopId}`,
        gone: new AbortController().signal,
      })
    },
    clock,
    logger,
  )
  const mailer = overrides.mailer ?? mailerBy(config)
  const subscriptions = new SqliteSubscriptionStore(database)
  const reminders = new Reminders({
    people,
    rooms: engine.rooms,
    subscriptions,
    outsideTexts,
    links: new ReminderLinks(mailKey(config.dataFolder)),
    clock,
    logger,
    mailer,
    settings: {
      origin: config.publicUrl?.origin ?? '',
      hour: config.reminderHour,
      timeZone: config.timeZone,
    },
  })
  const plans = new SqlitePlanStore(database)
  const webhookStore = new SqliteWebhookStore(database)
  const { webhookHosts: hosts } = config
  const signatures = new WebhookSignatures(webhookKey(config.dataFolder))
  const webhooks = new Webhooks({
    store: webhookStore,
    sender: new HttpWebhookSender({ hosts, answerWithinMs: limits.webhookAnswerMs }),
    signatures,
    events: engine.events,
    people,
    plans,
    clock,
    logger,
    chance: Math.random,
  })
  const platform: Platform = {
    ...alone,
    config,
    clock,
    people,
    assets,
    plans,
    webhookStore,
    signatures,
    webhooks,
    keys,
    houses: new SqliteHouseStore(database),
    subscriptions,
    reminders,
    galleries,
    mailer,
    interests: new SqliteInterestStore(database),
    gallery: new Gallery({ store: galleries, people, clock, watch }),
    rooms: engine.rooms,
    metrics: engine.metrics,
    logins,
    access,
    passwords: new Passwords(overrides.passwordCost),
    inviteSecrets: new InviteSecrets(invitationKey(config.dataFolder)),
    outsideTexts,
    earlierWork: new EarlierWork((workshopId) => {
      const job = { type: 'precedents' as const, dataFolder: config.dataFolder, workshopId, groupId: null }
      const owner = { person: `precedents of ${workshopId}`, gone: new AbortController().signal }
      return screenWorkers.run<'precedents'>(job, owner)
    }, clock),
    standings: new Standings((workshopId) => {
      const job = { type: 'standings' as const, dataFolder: config.dataFolder, workshopId, groupId: null }
      const owner = { person: `standings of ${workshopId}`, gone: new AbortController().signal }
      return screenWorkers.run<'standings'>(job, owner)
    }, clock),
    meaning: meaningBy(config),
    readiness: new Readiness(people, engine.metrics, clock),
  }
  const app = await createApp(platform, logger, overrides.clientFolder ?? resolve('dist/client'))
  registerRoomsNow(app, { ...platform, workers })
  registerBreakoutRoutes(app, { ...platform, workers })
  const rehearsals = new Rehearsals({
    ...platform,
    events: engine.events,
    seats: engine.seats,
    membership: createMembership(people),
    logger,
    chance: Math.random,
  })
  registerRehearsalRoutes(app, { ...platform, rehearsals })
  registerErasingRoutes(app, { ...platform, rehearsals })
  registerOwnMatters(app, { ...platform, events: engine.events })
  registerExport(app, { ...platform, events: engine.events, workers, screenWorkers, spool })
  await engine.register(app, { admit: createAdmit(people, access), logins })
  const stopSweeping = sweepSessionsRegularly(platform, logger)
  const stopSettling = settleRegularly(platform, logger)
  const stopReminding = reminders.workOff()
  const stopTelling = webhooks.workOff()

  let stopped: Promise<void> | null = null
  const stop = async () => {
    stopSweeping()
    stopSettling()
    rehearsals.close()
    await stopReminding()
    await stopTelling()
    watch.stop()
    // Rooms first: closing the listener waits for sockets, and rooms are what closes them.
    await engine.close()
    await app.close()
    await people.close()
    unlock()
  }
  return { app, platform, start: () => start(platform, app), stop: () => (stopped ??= stop()) }
}

const mailerBy = ({ smtpUrl: url, mailFrom: from }: Config) => url && new SmtpMailer({ url, from })

const meaningBy = ({ embeddingsUrl: url, embeddingsModel: model, embeddingsKey: key }: Config) =>
  url && new EmbeddingService({ url, model, key })

async function start(platform: Platform, app: FastifyInstance): Promise<Started> {
  const { config, people, setUpLink } = platform
  const swept = await sweepLeftovers(platform)
  if (swept > 0) app.log.info({ swept }, 'rooms of unfinished removals and imports are gone')
  for (const refused of await new OperatorHouse(config.dataFolder).refusals())
    app.log.warn(refused, 'a template for all workshops is not used')
  await app.listen({ port: config.port, host: config.host })
  const url = config.publicUrl?.origin ?? localUrl(app, config.host)
  const setUpUrl = (await people.hasAccounts()) ? null : `${url}/einrichten#${await setUpLink.issue()}`
  return { url, setUpUrl }
}

/** An address that works in a browser on this machine. */
function localUrl(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo
  const isHere = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)
  const name = isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

const interestMs = limits.interestDays * 24 * 60 * 60 * 1000
const unconfirmedMs = limits.unconfirmedInterestDays * 24 * 60 * 60 * 1000

function sweepSessionsRegularly(
  { people, interests, clock }: Platform,
  logger: FastifyBaseLogger,
): () => void {
  let cancel = () => {}
  const schedule = () => {
    cancel = clock.after(sessionSweepMs, () => {
      schedule()
      people.sweepSessions(clock.now()).then(
        (swept) => logger.debug({ swept }, 'expired sessions forgotten'),
        (error: unknown) => logger.error({ error: String(error) }, 'expired sessions stay'),
      )
      interests.sweep(clock.now() - interestMs, clock.now() - unconfirmedMs).catch((error: unknown) => {
        logger.error({ error: String(error) }, 'old interest from outside stays')
      })
    })
  }
  schedule()
  return () => cancel()
}
