import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import {
  inspectSetUpLinkRequest,
  logInRequest,
  setUpRequest,
  type ClientConfig,
  type SessionView,
} from '#shared/protocol/api.ts'
import type { Session } from '#server/ports/people-store.ts'
import { makeAccount } from '#server/workshop/accounts.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Platform } from '../platform.ts'
import { publicTextLinks } from '../public-texts.ts'
import { serve } from '../serve.ts'
import { UnderWay } from '../under-way.ts'
import { membershipsShown, workshopSummary } from '../views.ts'

/** Set-up, login and logout, and who this browser is. */
export function registerSessionRoutes(app: FastifyInstance, platform: Platform): void {
  const { people, access, logins, passwords, guesses, setUpLink, config } = platform
  const loggingIn = new UnderWay({ atOnce: 1, waiting: 100, refusal: 'rate_limited' })

  serve(app, 'config', async (): Promise<ClientConfig> => {
    const publicTexts = await publicTextLinks(config)
    return {
      version: packageJson.version,
      tldrawLicenseKey: config.tldrawLicenseKey,
      publicTexts,
      gallery: config.gallery,
      meaning: platform.meaning?.service ?? null,
    }
  })

  serve(app, 'session', async (request, reply) => {
    const session = await logins.of(request)
    if (session) await access.letIn(session)
    if (session) await logins.keepAlive(request, reply, session)
    return sessionView(platform, session)
  })

  const letIn = async ({ headers }: FastifyRequest, accepts: () => Promise<boolean>) => {
    // A cookie for encrypted lines only would be lost here, links would lead elsewhere, and this one be used up
    const { publicUrl } = config
    const opened = headers.origin === undefined ? null : new URL(headers.origin)
    if (publicUrl && opened && opened.origin !== publicUrl.origin) {
      const values = { address: publicUrl.origin, opened: opened.origin }
      throw new Problem('public_url_mismatch', 'opened under another address', values)
    }
    if (!(await accepts()) || (await people.hasAccounts())) throw new Problem('setup_link_invalid')
  }

  serve(app, 'inspectSetUpLink', async (request, reply) => {
    const { token } = inspectSetUpLinkRequest.parse(request.body)
    await letIn(request, () => setUpLink.counts(token))
    return reply.code(204).send()
  })

  serve(app, 'setUp', async (request, reply) => {
    const { token, name, email, password } = setUpRequest.parse(request.body)
    await letIn(request, () => setUpLink.redeem(token))
    const account = await makeAccount(platform, { name, email, password })
    if (!account) throw new Problem('email_taken')
    await logins.logIn(request, reply, account.id)
    return reply.code(204).send()
  })

  serve(app, 'logIn', async (request, reply) => {
    const { email, password } = logInRequest.parse(request.body)
    // Right ones are never counted as guesses, and each takes a core a tenth of a second
    await loggingIn.enter(`${request.ip} ${email.trim().toLowerCase()}`, reply)
    const account = await guesses.attempt('password', request.ip, async () => {
      const found = await people.accountByEmail(email.trim().toLowerCase())
      return (await passwords.verify(password, found?.passwordHash ?? null)) ? found : null
    })
    if (!account) throw new Problem('login_failed')
    await logins.logIn(request, reply, account.id)
    return reply.code(204).send()
  })

  serve(app, 'logOut', async (request, reply) => {
    await logins.logOut(request, reply)
    // What an older version let the browser keep goes, too.
    void reply.header('Clear-Site-Data', '"cache"')
    return reply.code(204).send()
  })
}

async function sessionView(platform: Platform, session: Session | null): Promise<SessionView> {
  const { people } = platform
  const account = session?.accountId ? await people.account(session.accountId) : null
  const memberships = session ? await membershipsShown(platform, session) : []
  return {
    account: account && { id: account.id, name: account.name, email: account.email },
    setUpNeeded: account === null && !(await people.hasAccounts()),
    workshops: memberships.map(workshopSummary),
  }
}
