import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Admission, MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { InvitedMember } from '#shared/protocol/members.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let moderator: Browser
let workshop: WorkshopView
beforeEach(async () => {
  installation = await HttpInstallation.open()
  moderator = await installation.moderator()
  workshop = await moderator.found()
})
afterEach(() => installation.close())

const path = () => ({ workshopId: workshop.id })
const person = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  organisation: 'Stadt Erlenfurt',
  organisationKind: 'municipality',
  role: 'participant',
  groupId: workshop.groups[1]!.id,
  ...more,
})
const listed = (...people: object[]) =>
  moderator.ok<InvitedMember[]>('addMembers', { path: path(), body: { people } })
const members = () => moderator.ok<MemberView[]>('members', { path: path() })
const named = async (name: string) => (await members()).find((member) => member.name === name)!
const comeBy = (browser: Browser, token: string) => browser.ok<Admission>('returnByLink', { body: { token } })

describe('people on a list', () => {
  it('are expected in their group, come by a link of their own, and are present from then on', async () => {
    const [invited] = await listed(
      person('Gesine Onken'),
      person('Jens Ahlers', { role: 'manager', groupId: null }),
    )
    expect(await named('Gesine Onken')).toMatchObject({ standing: 'expected', mayChooseGroup: false })
    expect(await named('Jens Ahlers')).toMatchObject({ standing: 'expected', groupIds: 'all' })
    const browser = installation.browser()
    const admission = await comeBy(browser, invited!.returnToken)
    expect(admission.homeGroupId).toBe(workshop.groups[1]!.id)
    expect(await named('Gesine Onken')).toMatchObject({ standing: 'present' })
    expect((await browser.workshop(workshop.id)).me.name).toBe('Gesine Onken')
  })

  it('share organisations that read the same, and who is there already is passed over', async () => {
    await listed(person('Gesine Onken'))
    const again = await listed(
      person('gesine  onken', { organisation: 'STADT ERLENFURT' }),
      person('Imke Harms', { organisation: 'Gemeinde Birkenmoor' }),
      person('Imke Harms', { organisation: 'Gemeinde Birkenmoor' }),
    )
    expect(again.map(({ member }) => member.name)).toEqual(['Imke Harms'])
    const organisations = await moderator.ok<{ name: string }[]>('organisations', { path: path() })
    expect(organisations.map(({ name }) => name)).toEqual(['Gemeinde Birkenmoor', 'Stadt Erlenfurt'])
  })

  it('tell how large their organisation is, where nobody has said it', async () => {
    await listed(person('Gesine Onken'))
    await listed(
      person('Imke Harms', { sizeClass: 'upTo20000' }),
      person('Jens Ahlers', { sizeClass: 'over100000' }),
      person('Tarek Nasser', { organisation: 'Stadt Aue', sizeClass: 'upTo5000' }),
    )
    const organisations = await moderator.ok<object[]>('organisations', { path: path() })
    expect(organisations).toMatchObject([
      { name: 'Stadt Aue', sizeClass: 'upTo5000' },
      { name: 'Stadt Erlenfurt', sizeClass: 'upTo20000' },
    ])
  })

  it('come all or none: a group of another workshop stops the list', async () => {
    const elsewhere = await moderator.found('Dort')
    const people = [person('Gesine Onken'), person('Imke Harms', { groupId: elsewhere.groups[1]!.id })]
    expect(await moderator.code('addMembers', { path: path(), body: { people } })).toBe('group_not_open')
    expect((await members()).map(({ name }) => name)).toEqual(['Mara Moder'])
  })

  it('get fresh links while they have not come, and nobody who has loses theirs', async () => {
    const [gesine, imke] = await listed(person('Gesine Onken'), person('Imke Harms'))
    const browser = installation.browser()
    await comeBy(browser, imke!.returnToken)
    const body = { memberIds: [gesine!.member.id, imke!.member.id] }
    const fresh = await moderator.ok<InvitedMember[]>('inviteAgain', { path: path(), body })
    expect(fresh.map(({ member }) => member.name)).toEqual(['Gesine Onken'])
    const former = { body: { token: gesine!.returnToken } }
    expect(await installation.browser().code('returnByLink', former)).toBe('return_link_invalid')
    await comeBy(installation.browser(), fresh[0]!.returnToken)
    expect((await browser.workshop(workshop.id)).me.name).toBe('Imke Harms')
  })
})

describe('pausing and standing in', () => {
  it('costs nobody anything: who rests still comes in, and is back by a word of the moderation', async () => {
    const [gesine] = await listed(person('Gesine Onken'))
    const browser = installation.browser()
    await comeBy(browser, gesine!.returnToken)
    const at = { ...path(), memberId: gesine!.member.id }
    await moderator.ok('editMember', { path: at, body: { standing: 'paused' } })
    expect(await named('Gesine Onken')).toMatchObject({
      standing: 'paused',
      groupIds: gesine!.member.groupIds,
    })
    expect((await browser.workshop(workshop.id)).me.role).toBe('participant')
    await moderator.ok('editMember', { path: at, body: { standing: 'present' } })
    expect(await named('Gesine Onken')).toMatchObject({ standing: 'present' })
  })

  it('puts somebody with a name of their own into the same place, while the other rests', async () => {
    const [gesine] = await listed(person('Gesine Onken'))
    const at = { ...path(), memberId: gesine!.member.id }
    const { member, returnToken } = await moderator.ok<InvitedMember>('addStandIn', {
      path: at,
      body: { name: 'Enno Voss' },
    })
    expect(member).toMatchObject({
      name: 'Enno Voss',
      organisation: 'Stadt Erlenfurt',
      groupIds: gesine!.member.groupIds,
      standing: 'expected',
      standsInFor: gesine!.member.id,
    })
    expect(await named('Gesine Onken')).toMatchObject({ standing: 'paused' })
    await comeBy(installation.browser(), returnToken)
    await comeBy(installation.browser(), gesine!.returnToken)
  })

  it('is everybody’s own word, and so is leaving: the way back ends, and others still come', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant', workshop.groups[1]!.id)
    const browser = installation.browser()
    const { returnToken } = await browser.accept({ token }, { name: 'Tomke Janssen' })
    await browser.ok('rest', { path: path(), body: { standing: 'paused' } })
    expect(await named('Tomke Janssen')).toMatchObject({ standing: 'paused' })
    await browser.ok('rest', { path: path(), body: { standing: 'present' } })
    await browser.ok('leaveWorkshop', { path: path() })
    expect((await members()).map(({ name }) => name)).toEqual(['Mara Moder'])
    expect(await browser.code('workshop', { path: path() })).toBe('membership_ended')
    const back = { body: { token: returnToken } }
    expect(await installation.browser().code('returnByLink', back)).toBe('membership_ended')
    await installation.browser().accept({ token }, { name: 'Okko Brahms' })
    expect(await moderator.code('leaveWorkshop', { path: path() })).toBe('last_moderator')
  })

  it('says of nobody that they were expected after all', async () => {
    const [gesine] = await listed(person('Gesine Onken'))
    const at = { ...path(), memberId: gesine!.member.id }
    const body = { standing: 'expected' }
    expect(await moderator.code('editMember', { path: at, body })).toBe('request_invalid')
  })
})
