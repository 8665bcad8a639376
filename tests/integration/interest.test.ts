import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId, type ArtefactId, type ProfileId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import { publicProfileOf } from '#shared/gallery/public-profile.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { InterestView } from '#shared/protocol/gallery.ts'
import type { Mail } from '#server/ports/mailer.ts'
import { HttpInstallation, moderatorAccount, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let moderator: Browser
let workshop: WorkshopView
let id: ProfileId
let address = 0

const facts = {
  organisation: 'Stadt  Beispiel',
  organisationKind: 'municipality',
  name: 'Ada Adler',
  email: 'ada@stadt.example',
  offer: 'Eine halbe Stelle.',
  agreed: 'yes',
}

beforeAll(async () => {
  installation = await HttpInstallation.open({ gallery: true })
  moderator = await installation.moderator()
  workshop = await moderator.found('Werkstatt')
  const { galleries } = installation.platform
  await galleries.open(workshop.id, 1)
  const place = { workshopId: workshop.id, groupId: workshop.groups[1]!.id, artefactId: newId<ArtefactId>() }
  const profile = publicProfileOf({ name: 'Wohngeld <neu>' })
  const stamps = { language: 'de', publishedAt: 1, changedAt: 1 } as const
  id = (await galleries.publish({ id: newId<ProfileId>(), ...place, ...stamps, profile }, 9))!
})
afterAll(() => installation.close())
beforeEach(async () => {
  address++
  for (const { id: sent } of await listed()) await decline(sent)
})

const path = () => ({ workshopId: workshop.id })
const listed = () => moderator.ok<InterestView[]>('interests', { path: path() })
const decline = (interestId: string) => moderator.ok('declineInterest', { path: { ...path(), interestId } })
const form = () => `/galerie/${id}/interesse`
const get = (url: string) => installation.app.inject({ url, headers: { host: 'werkraum.test' } })
const post = (url: string, fields: Record<string, string>, origin = 'http://werkraum.test') =>
  installation.app.inject({
    method: 'POST',
    url,
    remoteAddress: `10.0.0.${address}`,
    headers: {
      host: 'werkraum.test',
      origin,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(fields).toString(),
  })

/** As somebody does who reads the form before. */
async function send(changes: Partial<typeof facts> & { website?: string } = {}, readingMs = 30_000) {
  const stamp = /name="stamp"\s+value="([^"]+)"/.exec((await get(form())).body)![1]!
  installation.clock.pass(readingMs)
  return post(form(), { ...facts, ...changes, stamp })
}

describe('interest from another municipality', () => {
  it('is sent without a script, waits for a moderator, and is said to be unconfirmed where no mail is sent', async () => {
    const page = await get(form())
    expect(page.body).toContain('Ihre Adresse wird nicht durch eine E-Mail geprüft')
    expect(page.headers['referrer-policy']).toBe('same-origin')
    const sent = await send()
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/galerie/${id}/danke?lang=de`])
    const { agreed: _, ...rest } = facts
    expect(await listed()).toMatchObject([
      {
        solution: 'Wohngeld <neu>',
        confirmedAt: null,
        facts: { ...rest, organisation: 'Stadt Beispiel' },
      },
    ])
    expect(installation.log.join('\n')).not.toContain('ada@stadt.example')
  })

  it('says what is missing and keeps what was typed', async () => {
    const { statusCode, body } = await send({ email: 'ada', organisation: ' ', agreed: '', offer: '<b>' })
    expect(statusCode).toBe(422)
    for (const field of ['email', 'organisation']) expect(body).toContain(`id="fehler-${field}"`)
    expect(body).toContain('Ohne Ihr Einverständnis')
    expect(body).toContain('value="Ada Adler"')
    expect(body).toContain('>&lt;b&gt;</textarea>')
    expect(await listed()).toEqual([])
  })

  it('takes nothing from programs: too quick, without having read the form, or in the field that nobody sees', async () => {
    expect((await send({}, 1_000)).statusCode).toBe(422)
    expect((await post(form(), { ...facts, stamp: '1.x' })).statusCode).toBe(422)
    expect((await send({}, 13 * 60 * 60_000)).statusCode).toBe(422)
    expect((await send({ website: 'https://spam.example' })).statusCode).toBe(303)
    expect((await post(form(), facts, 'https://elsewhere.example')).statusCode).toBe(403)
    const headers = { host: 'werkraum.test', origin: 'http://werkraum.test' }
    const payload = { ...facts, offer: { toString: 1 } }
    const odd = await installation.app.inject({ method: 'POST', url: form(), headers, payload })
    expect(odd.statusCode).toBe(422)
    expect(await listed()).toEqual([])
  })

  it('comes from one address a few times an hour', async () => {
    const codes: number[] = []
    for (let n = 0; n < 5; n++) codes.push((await send()).statusCode)
    expect(codes).toEqual([303, 303, 303, 303, 303])
    const { statusCode, headers } = await send()
    expect([statusCode, headers['retry-after']]).toEqual([429, expect.stringMatching(/^3\d{3}$/)])
    installation.clock.pass(60 * 60_000)
    expect((await send()).statusCode).toBe(303)
  })

  it('is deleted by a moderator, from the disk', async () => {
    await send()
    const [{ id: sent }] = (await listed()) as [InterestView]
    await decline(sent)
    expect(await listed()).toEqual([])
    expect(installation.dumpDatabase()).not.toContain('ada@stadt.example')
  })

  it('is not asked for in the archive', async () => {
    const archive = (archived: boolean) =>
      moderator.ok('archiveWorkshop', { path: path(), body: { archived } })
    await archive(true)
    expect((await get(form())).statusCode).toBe(404)
    expect((await get(`/galerie/${id}`)).body).not.toContain('/interesse')
    await archive(false)
    expect((await get(`/galerie/${id}`)).body).toContain('/interesse')
  })
})

describe('interest where mail is sent', () => {
  const mails: Mail[] = []
  let fails = false

  beforeAll(async () => {
    // Another server on the same folder, with mail
    await installation.stop()
    const mailer = {
      send: async (mail: Mail) => {
        if (fails) throw new Problem('mail_unavailable')
        mails.push(mail)
      },
    }
    const changes = { gallery: true, publicUrl: new URL('http://werkraum.test') }
    await installation.start(changes, 'nowhere', undefined, mailer)
    moderator = installation.browser()
    const { email, password } = moderatorAccount
    await moderator.ok('logIn', { body: { email, password } })
  })

  it('reaches nobody before its address is confirmed, which looking at the link does not', async () => {
    const sent = await send()
    expect((await get(sent.headers.location as string)).body).toContain('Fast geschafft')
    expect(await listed()).toEqual([])
    const [{ to, text }] = mails as [Mail]
    expect(to).toBe('ada@stadt.example')
    // Else strangers would write to anybody in the operator's name
    for (const typed of ['Stadt Beispiel', facts.name, facts.offer]) expect(text).not.toContain(typed)
    const link = new URL(/http\S+/.exec(text)![0])
    expect((await get(link.pathname + link.search)).statusCode).toBe(200)
    expect(await listed()).toEqual([])
    const token = link.searchParams.get('t')!
    expect(installation.dumpDatabase()).not.toContain(token)
    expect((await post('/galerie/bestaetigen', { token })).statusCode).toBe(200)
    expect(await listed()).toMatchObject([{ confirmedAt: installation.clock.now() }])
    expect((await post('/galerie/bestaetigen', { token })).statusCode).toBe(410)
    expect(installation.log.join('\n')).not.toContain(token)
  })

  it('is asked to confirm once, however often it is sent, and then it is not waited for', async () => {
    const email = 'bo@stadt.example'
    for (let n = 0; n < 3; n++) expect((await send({ email })).statusCode).toBe(303)
    expect(mails.filter(({ to }) => to === email)).toHaveLength(1)
    expect((await send({ email })).statusCode).toBe(429)
  })

  it('says so where the mail does not go out, and takes it once it does', async () => {
    fails = true
    expect((await send({ email: 'cy@stadt.example' })).statusCode).toBe(503)
    expect(await listed()).toEqual([])
    fails = false
    expect((await send({ email: 'cy@stadt.example' })).statusCode).toBe(303)
    expect(mails.at(-1)!.to).toBe('cy@stadt.example')
  })
})
