import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import {
  addAccountRequest,
  changePasswordRequest,
  deleteAccountRequest,
  resetPasswordRequest,
} from '#shared/protocol/api.ts'
import { hashOf } from '#server/auth/secrets.ts'
import { endAccount, makeAccount, membersToOwn } from '#server/workshop/accounts.ts'
import type { Platform } from '../platform.ts'
import { serve } from '../serve.ts'
import { UnderWay } from '../under-way.ts'

/** One's own account: getting one, and keeping its password in order. */
export function registerAccountRoutes(app: FastifyInstance, platform: Platform): void {
  const { people, logins, passwords, guesses, clock, keys } = platform
  // Right passwords are never counted as guesses, and each takes a core a tenth of a second
  const proving = new UnderWay({ atOnce: 1, waiting: 5, refusal: 'rate_limited' })

  serve(app, 'changePassword', async (request, reply) => {
    const { current, next } = changePasswordRequest.parse(request.body)
    const session = await logins.of(request)
    if (!session) throw new Problem('login_required')
    const account = session.accountId && (await people.account(session.accountId))
    if (!account) throw new Problem('forbidden', 'no account')
    await proving.enter(account.id, reply)
    const known = await guesses.attempt('password', request.ip, async () => {
      return (await passwords.verify(current, account.passwordHash)) || null
    })
    if (!known) throw new Problem('password_wrong')
    await people.setPassword(account.id, await passwords.hash(next))
    // Whoever had got hold of the old password, or of this browser's token, is out; this browser stays.
    await logins.endOthers(account.id, session)
    await keys.revokeAll(account.id)
    await logins.logIn(request, reply, account.id)
    return reply.code(204).send()
  })

  serve(app, 'deleteAccount', async (request, reply) => {
    const { password } = deleteAccountRequest.parse(request.body)
    const session = await logins.of(request)
    if (!session) throw new Problem('login_required')
    const account = session.accountId && (await people.account(session.accountId))
    if (!account) throw new Problem('forbidden', 'no account')
    await proving.enter(account.id, reply)
    const known = await guesses.attempt('password', request.ip, async () => {
      return (await passwords.verify(password, account.passwordHash)) || null
    })
    if (!known) throw new Problem('password_wrong')
    await endAccount(platform, account.id)
    await logins.logOut(request, reply)
    void reply.header('Clear-Site-Data', '"cache"')
    return reply.code(204).send()
  })

  serve(app, 'addAccount', async (request, reply) => {
    const wanted = addAccountRequest.parse(request.body)
    const session = await logins.of(request)
    if (!session) throw new Problem('login_required')
    const members = await membersToOwn(platform, session)
    if (members.length === 0) throw new Problem('forbidden', 'leads and manages nothing, or has an account')
    await proving.enter(members[0]!, reply)
    const account = await makeAccount(platform, wanted, members)
    if (!account) throw new Problem('email_taken')
    await logins.logIn(request, reply, account.id)
    return reply.code(204).send()
  })

  serve(app, 'resetPassword', async (request, reply) => {
    const { token, next } = resetPasswordRequest.parse(request.body)
    const accountId = await people.takePasswordReset(hashOf(token), clock.now())
    if (!accountId) throw new Problem('reset_link_invalid')
    await people.setPassword(accountId, await passwords.hash(next))
    await logins.endOthers(accountId, null)
    await keys.revokeAll(accountId)
    await logins.logIn(request, reply, accountId)
    return reply.code(204).send()
  })
}
