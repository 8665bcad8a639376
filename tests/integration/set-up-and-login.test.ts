import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { HttpInstallation, moderatorAccount } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
beforeEach(async () => {
  installation = await HttpInstallation.open()
})
afterEach(() => installation.close())

const { email, password } = moderatorAccount

describe('setting up', () => {
  it('prints a link that makes the first account and logs it in', async () => {
    const { setUpUrl } = await installation.listenOnFreePort()
    const token = new URL(setUpUrl!).hash.slice(1)
    const browser = installation.browser()
    expect((await browser.session()).setUpNeeded).toBe(true)
    await browser.ok('setUp', { body: { token, ...moderatorAccount } })
    expect(await browser.session()).toMatchObject({ account: { email }, setUpNeeded: false })
  })

  it('lets nobody in a second time by the same link', async () => {
    const token = await installation.platform.setUpLink.issue()
    await installation.browser().ok('setUp', { body: { token, ...moderatorAccount } })
    const second = { token, ...moderatorAccount, email: 'other@example.org' }
    expect(await installation.browser().code('setUp', { body: second })).toBe('setup_link_invalid')
  })

  it('gives the account to one of two people who use the link at once', async () => {
    const token = await installation.platform.setUpLink.issue()
    const body = { token, ...moderatorAccount }
    const answers = await Promise.all([1, 2].map(() => installation.browser().call('setUp', { body })))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410])
  })

  it('refuses a link that has expired or was replaced by a newer one', async () => {
    const old = await installation.platform.setUpLink.issue()
    const current = await installation.platform.setUpLink.issue()
    const use = (token: string) =>
      installation.browser().code('setUp', { body: { token, ...moderatorAccount } })
    expect(await use(old)).toBe('setup_link_invalid')
    installation.clock.pass(limits.setupLinkHours * 3_600_000)
    expect(await use(current)).toBe('setup_link_invalid')
  })

  it('tells of a link alone whether it counts, and uses nothing up', async () => {
    const token = await installation.platform.setUpLink.issue()
    const ask = (link: string) => installation.browser().call('inspectSetUpLink', { body: { token: link } })
    expect((await ask(token)).status).toBe(204)
    expect((await ask(token)).status).toBe(204)
    expect((await ask(`${token.slice(0, -1)}_`)).status).toBe(410)
    await installation.browser().ok('setUp', { body: { token, ...moderatorAccount } })
    expect((await ask(token)).status).toBe(410)
  })

  it('takes the right link after any number of wrong ones: nobody guesses 256 bits', async () => {
    const token = await installation.platform.setUpLink.issue()
    const ask = (link: string) => installation.browser().call('inspectSetUpLink', { body: { token: link } })
    for (let n = 0; n < 2 * limits.guessesPerMinute; n++) expect((await ask('a'.repeat(43))).status).toBe(410)
    expect((await ask(token)).status).toBe(204)
  })

  it('prints no link once there is an account', async () => {
    await installation.moderator()
    expect((await installation.listenOnFreePort()).setUpUrl).toBeNull()
  })
})

describe('logging in', () => {
  it('asks for e-mail and password, and takes the e-mail in capitals too', async () => {
    await installation.moderator()
    const browser = installation.browser()
    await browser.ok('logIn', { body: { email: ` ${email.toUpperCase()} `, password } })
    expect((await browser.session()).account?.email).toBe(email)
  })

  it('answers a wrong password and an unknown e-mail alike', async () => {
    await installation.moderator()
    const wrong = await installation.browser().call('logIn', { body: { email, password: 'falsch' } })
    const unknown = await installation
      .browser()
      .call('logIn', { body: { email: 'no@example.org', password } })
    expect(wrong.status).toBe(401)
    expect(unknown.body).toEqual(wrong.body)
  })

  it('stops counting up guesses after the limit and opens again a minute later', async () => {
    await installation.moderator()
    const browser = installation.browser()
    const guess = () => browser.code('logIn', { body: { email, password: 'falsch' } })
    for (let n = 0; n < limits.guessesPerMinute; n++) expect(await guess()).toBe('login_failed')
    expect(await guess()).toBe('rate_limited')
    expect(await browser.code('logIn', { body: { email, password } })).toBe('rate_limited')
    installation.clock.pass(60_001)
    await browser.ok('logIn', { body: { email, password } })
  })

  it('never counts right passwords: a whole office may log in through one address', async () => {
    await installation.moderator()
    for (let n = 0; n <= limits.guessesPerMinute; n++) {
      await installation.browser().ok('logIn', { body: { email, password } })
    }
  })

  it('S31: lets forty people log in through one address at one moment, while somebody there guesses', async (context) => {
    await installation.moderator()
    const tries = Array.from({ length: 40 + limits.guessesPerMinute - 1 }, (_, n) =>
      installation
        .browser()
        .call('logIn', { body: { email, password: n < limits.guessesPerMinute - 1 ? 'falsch' : password } }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 204)).toHaveLength(40)
    expect(statuses.filter((status) => status === 401)).toHaveLength(limits.guessesPerMinute - 1)
    tellFigure(context, '40 right logins among 19 wrong ones at one moment: all 40 let in')
  })

  it('counts guesses that are sent at once', async () => {
    await installation.moderator()
    const guesses = Array.from({ length: 3 * limits.guessesPerMinute }, () =>
      installation.browser().code('logIn', { body: { email, password: 'falsch' } }),
    )
    const codes = await Promise.all(guesses)
    expect(codes.filter((code) => code === 'login_failed')).toHaveLength(limits.guessesPerMinute)
  })

  it('gives a new token at every login and makes the old one void', async () => {
    const browser = await installation.moderator()
    const before = browser.cookie
    await browser.ok('logIn', { body: { email, password } })
    expect(browser.cookie).not.toBe(before)
    const thief = installation.browser()
    thief.cookie = before
    expect((await thief.session()).account).toBeNull()
  })

  it('hides the token from scripts and from other sites', async () => {
    await installation.moderator()
    const { headers } = await installation.browser().call('logIn', { body: { email, password } })
    expect(String(headers['set-cookie'])).toMatch(/^werkraum=[\w-]{43}; .*HttpOnly; SameSite=Lax$/)
  })

  it('ends with the logout, on the server too', async () => {
    const browser = await installation.moderator()
    const before = browser.cookie
    await browser.ok('logOut')
    expect(browser.cookie).toBeNull()
    browser.cookie = before
    expect(await browser.code('workshops')).toBe('login_required')
  })

  it('lasts as long as the browser keeps coming back, and no longer', async () => {
    const dayMs = 86_400_000
    const browser = await installation.moderator()
    for (let month = 0; month < 6; month++) {
      installation.clock.pass(30 * dayMs)
      expect((await browser.session()).account).not.toBeNull()
    }
    installation.clock.pass(limits.sessionDays * dayMs)
    expect((await browser.session()).account).toBeNull()
  })
})

describe('an encrypted installation', () => {
  it('sends its cookie over encrypted connections only', async () => {
    const encrypted = await HttpInstallation.open({ publicUrl: new URL('https://werkraum.test') })
    await encrypted.moderator()
    const { headers } = await encrypted.browser().call('logIn', { body: { email, password } })
    expect(String(headers['set-cookie'])).toContain('; Secure')
    expect(headers['strict-transport-security']).toBeDefined()
    await encrypted.close()
  })

  it('says before the set-up link is used up that it was opened without encryption', async () => {
    const encrypted = await HttpInstallation.open({ publicUrl: new URL('https://werkraum.test') })
    const browser = encrypted.browser()
    const body = { token: await encrypted.platform.setUpLink.issue(), ...moderatorAccount }
    const plain = { headers: { origin: 'http://werkraum.test' } }
    expect(await browser.code('inspectSetUpLink', { ...plain, body: { token: body.token } })).toBe(
      'public_url_mismatch',
    )
    expect(await browser.code('setUp', { ...plain, body })).toBe('public_url_mismatch')
    await browser.ok('setUp', { body })
    await encrypted.close()
  })

  it('says before the set-up link is used up that another address is set, and which', async () => {
    const elsewhere = await HttpInstallation.open({ publicUrl: new URL('https://werkraum.tset') })
    const token = await elsewhere.platform.setUpLink.issue()
    const { status, body } = await elsewhere.browser().call('inspectSetUpLink', { body: { token } })
    expect(status).toBe(409)
    const values = { address: 'https://werkraum.tset', opened: 'https://werkraum.test' }
    expect(body).toMatchObject({ error: { code: 'public_url_mismatch', values } })
    expect(await elsewhere.platform.setUpLink.counts(token)).toBe(true)
    await elsewhere.close()
  })
})

describe('the log', () => {
  const events = () =>
    installation.log.flatMap((line) => {
      const entry = JSON.parse(line) as Record<string, unknown>
      return entry.event === undefined ? [] : [entry]
    })

  it('tells of wrong passwords and of who is locked out, by address and never by name', async () => {
    await installation.moderator()
    const guess = { body: { email, password: 'falsch geraten' } }
    for (let n = 0; n <= limits.guessesPerMinute; n++) await installation.browser().call('logIn', guess)
    const told = events().filter(({ event }) => event !== 'act')
    expect(told).toHaveLength(limits.guessesPerMinute + 1)
    expect(told[0]).toMatchObject({ event: 'guess_wrong', kind: 'password', ip: '127.0.0.1', level: 40 })
    expect(told.at(-1)).toMatchObject({ event: 'locked_out', ip: '127.0.0.1' })
    expect(JSON.stringify(told)).not.toContain(email)
  })

  it('tells who changed what, by ids', async () => {
    const browser = await installation.moderator()
    const { id } = await browser.found()
    const invite = await browser.invite(id, 'participant')
    await installation.browser().call('removeMember', { path: { workshopId: id, memberId: id } })
    const acts = events().filter(({ event }) => event === 'act')
    const account = (await installation.platform.people.accountByEmail(email))!
    expect(acts.map(({ route }) => route)).toEqual([
      '/api/setup',
      '/api/workshops',
      '/api/workshops/:workshopId/invites',
    ])
    expect(acts[2]).toMatchObject({ by: account.id, workshopId: id })
    const text = JSON.stringify(acts)
    for (const secret of [invite.token, email, account.name]) expect(text).not.toContain(secret)
  })
})
