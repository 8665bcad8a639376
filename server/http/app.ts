import cookie from '@fastify/cookie'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { limits } from '#shared/base/limits.ts'
import { checkOrigin } from '#server/auth/origin.ts'
import { logActs } from './acts.ts'
import { registerClientFiles } from './client-files.ts'
import { GALLERY } from './gallery/addresses.ts'
import { registerBodyDeadline } from './body-deadline.ts'
import { answerError } from './error-handler.ts'
import type { Platform } from './platform.ts'
import { publicTextPaths } from './public-texts.ts'
import { registerAccountRoutes } from './routes/account-routes.ts'
import { registerAssetRoutes } from './routes/asset-routes.ts'
import { registerCockpit } from './routes/cockpit-routes.ts'
import { registerHealthRoutes } from './routes/health-routes.ts'
import { registerInterestRoutes } from './routes/interest-routes.ts'
import { registerInviteRoutes } from './routes/invite-routes.ts'
import { registerCardRoutes } from './routes/card-routes.ts'
import { registerKeyRoutes } from './routes/key-routes.ts'
import { registerMemberRoutes } from './routes/member-routes.ts'
import { registerOrganisationRoutes } from './routes/organisation-routes.ts'
import { registerOperationRoutes } from './routes/operation-routes.ts'
import { registerPrecedentRoutes } from './routes/precedent-routes.ts'
import { registerPublicGallery } from './routes/public-gallery-routes.ts'
import { registerPublicTextRoutes } from './routes/public-text-routes.ts'
import { registerMethodRoutes } from './routes/method-routes.ts'
import { registerPhaseRoutes } from './routes/phase-routes.ts'
import { registerPlanRoutes, registerSpeakerNotes } from './routes/plan-routes.ts'
import { registerSchemaRoutes } from './routes/schema-routes.ts'
import { registerSessionRoutes } from './routes/session-routes.ts'
import { registerSubscriptionRoutes } from './routes/subscription-routes.ts'
import { registerVersionRoutes } from './routes/version-routes.ts'
import { registerWebhookRoutes } from './routes/webhook-routes.ts'
import { registerWorkshopRoutes } from './routes/workshop-routes.ts'
import { registerKeys } from './keys.ts'
import { registerOneAtATime } from './one-at-a-time.ts'
import { registerSecurityHeaders } from './security-headers.ts'
import { registerTurnstile } from './turnstile.ts'
import { cutWhenStill } from './under-way.ts'

const headersTimeoutMs = 8_000
/** Two hundred megabytes over a thin line. */
const uploadTimeoutMs = 20 * 60_000

/** What is answered before it is known who asks; the client's files are cheap, and the rest goes through `Access`. */
const isForAnybody = (url = '') =>
  url.startsWith('/health/') ||
  publicTextPaths.includes(url) ||
  url.startsWith(GALLERY) ||
  (url.startsWith('/api/') && !url.includes(':workshopId'))

/** The HTTP server with everything but rooms' sockets and exports, which `compose` adds. */
export async function createApp(
  platform: Platform,
  logger: FastifyBaseLogger,
  clientFolder: string,
): Promise<FastifyInstance> {
  const { trustedProxies, publicUrl } = platform.config
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    // Its own lines hold whole addresses; ours hold the route's pattern.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    bodyLimit: limits.maxRequestBytes,
    requestTimeout: uploadTimeoutMs,
    // Whoever connects and says nothing, or one letter at a time, does not keep the connection.
    http: { headersTimeout: headersTimeoutMs, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: true,
    return503OnClosing: true,
  })
  app.setErrorHandler(answerError)
  app.removeContentTypeParser('text/plain')
  registerOneAtATime(app)
  registerTurnstile(app)
  await registerSecurityHeaders(app, publicUrl)
  await app.register(cookie)
  registerKeys(app, platform)
  app.addHook('onRequest', async (request) => checkOrigin(request, publicUrl))
  registerBodyDeadline(app)
  app.addHook('onRequest', async (request) => {
    if (isForAnybody(request.routeOptions.url)) await platform.doorstep.enter(request.ip)
  })
  app.addHook('onSend', async (request, reply) => {
    // Nothing is kept by browsers or proxies unless its route says so.
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store')
    cutWhenStill(request)
  })
  app.addHook('onResponse', async (request, reply) => {
    // A refused websocket keeps its connection unless somebody ends it.
    if (request.headers.upgrade !== undefined) request.raw.socket?.destroySoon()
    const fields = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
    }
    request.log.debug({ ...fields, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  logActs(app, platform.logins)
  registerSessionRoutes(app, platform)
  registerAccountRoutes(app, platform)
  registerWorkshopRoutes(app, platform)
  registerInviteRoutes(app, platform)
  registerMemberRoutes(app, platform)
  registerOrganisationRoutes(app, platform)
  registerVersionRoutes(app, platform)
  registerPlanRoutes(app, platform)
  registerSubscriptionRoutes(app, platform)
  registerMethodRoutes(app, platform)
  registerPhaseRoutes(app, platform)
  registerSpeakerNotes(app, platform)
  registerAssetRoutes(app, platform)
  registerKeyRoutes(app, platform)
  registerWebhookRoutes(app, platform)
  registerSchemaRoutes(app)
  registerCardRoutes(app, platform)
  registerHealthRoutes(app, platform)
  registerOperationRoutes(app, platform)
  registerPrecedentRoutes(app, platform)
  registerCockpit(app, platform)
  registerPublicTextRoutes(app, platform)
  registerPublicGallery(app, platform)
  registerInterestRoutes(app, platform)
  await registerClientFiles(app, clientFolder)
  return app
}
