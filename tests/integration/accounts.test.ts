import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import { HttpInstallation, moderatorAccount, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let mara: Browser
beforeEach(async () => {
  installation = await HttpInstallation.open()
  mara = await installation.moderator()
})
afterEach(() => installation.close())

const { email, password } = moderatorAccount
const next = 'ein ganz neuer Satz'
const logIn = (browser: Browser, by: string) => browser.call('logIn', { body: { email, password: by } })

describe('changing one’s own password', () => {
  it('takes the current one, and then only the new one logs in', async () => {
    await mara.ok('changePassword', { body: { current: password, next } })
    expect((await logIn(installation.browser(), password)).status).toBe(401)
    expect((await logIn(installation.browser(), next)).status).toBe(204)
  })

  it('ends the account’s other logins and keeps this one', async () => {
    const elsewhere = installation.browser()
    await logIn(elsewhere, password)
    await mara.ok('changePassword', { body: { current: password, next } })
    expect((await mara.session()).account?.email).toBe(email)
    expect((await elsewhere.session()).account).toBeNull()
  })

  it('changes nothing when the current password is wrong, and counts the guess', async () => {
    const guess = () => mara.code('changePassword', { body: { current: 'geraten', next } })
    for (let n = 0; n < limits.guessesPerMinute; n++) expect(await guess()).toBe('password_wrong')
    expect(await guess()).toBe('rate_limited')
    expect((await logIn(installation.browser(), next)).status).toBe(429)
    installation.clock.pass(60_001)
    expect((await logIn(installation.browser(), password)).status).toBe(204)
  })

  it('refuses short passwords and people without an account', async () => {
    expect(await mara.code('changePassword', { body: { current: password, next: 'kurz' } })).toBe(
      'request_invalid',
    )
    const body = { current: password, next }
    expect(await installation.browser().code('changePassword', { body })).toBe('login_required')
    expect(await (await joined('moderator')).code('changePassword', { body })).toBe('forbidden')
  })
})

async function joined(role: 'moderator' | 'manager' | 'participant'): Promise<Browser> {
  const { id, groups } = await mara.found()
  return mara.guest(id, role, role === 'participant' ? groups[1]!.id : null)
}

const ownAccount = { name: 'Nora Neu', email: 'Nora@example.org', password: 'noch eine Losung' }

describe('an account for somebody who came by invite', () => {
  it.each(['moderator', 'manager'] as const)('lets a %s back in from any browser', async (role) => {
    const nora = await joined(role)
    const [workshop] = (await nora.session()).workshops
    await nora.ok('addAccount', { body: ownAccount })
    expect(await nora.session()).toMatchObject({ account: { name: 'Nora Neu' }, workshops: [{ role }] })

    const elsewhere = installation.browser()
    await elsewhere.ok('logIn', { body: { email: 'nora@example.org', password: ownAccount.password } })
    expect((await elsewhere.session()).workshops).toEqual([workshop])
  })

  it('is not for participants, strangers, or people who have one', async () => {
    const body = ownAccount
    expect(await (await joined('participant')).code('addAccount', { body })).toBe('forbidden')
    expect(await installation.browser().code('addAccount', { body })).toBe('login_required')
    expect(await mara.code('addAccount', { body })).toBe('forbidden')
  })

  it('does not take over an address that is somebody’s already', async () => {
    const nora = await joined('moderator')
    expect(await nora.code('addAccount', { body: { ...ownAccount, email } })).toBe('email_taken')
    expect((await nora.session()).account).toBeNull()
  })
})

describe('a reset link from the operator', () => {
  async function link(validMs = 1000): Promise<string> {
    const { people, clock } = installation.platform
    const account = await people.accountByEmail(email)
    const token = newToken()
    await people.setPasswordReset(account!.id, hashOf(token), clock.now() + validMs)
    return token
  }

  it('sets a password once, logs in, and ends every other login', async () => {
    const browser = installation.browser()
    const token = await link()
    await browser.ok('resetPassword', { body: { token, next } })
    expect((await browser.session()).account?.email).toBe(email)
    expect((await mara.session()).account).toBeNull()
    expect(await installation.browser().code('resetPassword', { body: { token, next } })).toBe(
      'reset_link_invalid',
    )
    expect((await logIn(installation.browser(), next)).status).toBe(204)
  })

  it('does nothing when it is too old, replaced by a newer one, or made up', async () => {
    const replaced = await link()
    const old = await link()
    installation.clock.pass(1000)
    for (const token of [replaced, old, newToken()]) {
      expect(await installation.browser().code('resetPassword', { body: { token, next } })).toBe(
        'reset_link_invalid',
      )
    }
    expect((await logIn(installation.browser(), password)).status).toBe(204)
  })
})

describe('ending an account', () => {
  const lea = { name: 'Lea', email: 'lea@example.org', password: 'lang genug 123' }

  it('wants the password, leaves no workshop without moderation and no installation without an account', async () => {
    const workshop = await mara.found()
    const end = (password: string) => mara.code('deleteAccount', { body: { password } })
    expect(await installation.browser().code('deleteAccount', { body: { password: 'x' } })).toBe(
      'login_required',
    )
    expect(await end('falsch')).toBe('password_wrong')
    expect(await end(moderatorAccount.password)).toBe('last_account')
    const guest = installation.browser()
    await guest.accept({ token: (await mara.invite(workshop.id, 'manager')).token })
    await guest.ok('addAccount', { body: lea })
    expect(await end(moderatorAccount.password)).toBe('last_moderator')
    expect((await mara.workshop(workshop.id)).me.role).toBe('moderator')
  })

  it('takes login, places and return link; the cards keep the name', async () => {
    const workshop = await mara.found()
    const guest = installation.browser()
    const { returnToken, memberId } = await guest.accept({
      token: (await mara.invite(workshop.id, 'manager')).token,
    })
    await guest.ok('addAccount', { body: lea })
    const elsewhere = installation.browser()
    await elsewhere.ok('logIn', { body: lea })
    await guest.ok('deleteAccount', { body: { password: lea.password } })
    expect((await guest.session()).account).toBeNull()
    expect((await elsewhere.session()).account).toBeNull()
    expect(await elsewhere.code('logIn', { body: lea })).toBe('login_failed')
    expect(await elsewhere.code('returnByLink', { body: { token: returnToken } })).toBe('return_link_invalid')
    const { people } = installation.platform
    const kept = await people.member(memberId)
    expect(kept?.accountId).toBeNull()
    expect(kept?.removedAt).toBeTypeOf('number')
    expect(installation.dumpDatabase()).not.toContain(lea.email)
  })
})
