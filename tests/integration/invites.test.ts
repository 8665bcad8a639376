import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import type { Admission, CreatedInvite, InviteOffer, InviteView, WorkshopView } from '#shared/protocol/api.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { HttpInstallation, moderatorAccount, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let moderator: Browser
let workshop: WorkshopView
let plenumId: string
let groupA: string
let groupB: string

beforeEach(async () => {
  installation = await HttpInstallation.open()
  moderator = await installation.moderator()
  workshop = await moderator.found()
  ;[plenumId = '', groupA = '', groupB = ''] = workshop.groups.map(({ id }) => id)
})
afterEach(() => installation.close())

const inspect = (browser: Browser, invitation: object) =>
  browser.ok<InviteOffer>('inspectInvite', { body: { invitation } })
const refusal = (invitation: object) => installation.browser().code('inspectInvite', { body: { invitation } })

describe('an invitation for one group', () => {
  it('says what it leads to and lets somebody in with name and organisation only', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant', groupA)
    const guest = installation.browser()
    expect(await inspect(guest, { token })).toEqual({
      workshopTitle: 'Kita-Plätze',
      language: 'de',
      role: 'participant',
      organisations: [],
      groups: [{ id: groupA, name: 'Gruppe A' }],
      alreadyMember: null,
    })
    const admission = await guest.accept({ token })
    expect(admission).toMatchObject({ workshopId: workshop.id, homeGroupId: groupA })
    expect((await guest.workshop(workshop.id)).me).toMatchObject({
      name: 'Toni Teil',
      role: 'participant',
      groupIds: [plenumId, groupA],
      mayChooseGroup: false,
      hasAccount: false,
    })
  })

  it('does not lead to another group, whatever the browser asks for', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant', groupA)
    const { homeGroupId } = await installation.browser().accept({ token }, { groupId: groupB })
    expect(homeGroupId).toBe(groupA)
  })

  it('can be typed as a short code in any spelling', async () => {
    const { code } = await moderator.invite(workshop.id, 'observer', groupA)
    expect(code).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/)
    for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `]) {
      expect((await inspect(installation.browser(), { code: typed })).role).toBe('observer')
    }
  })
})

describe('an invitation that was made before', () => {
  const made = (label = '') =>
    moderator.ok<CreatedInvite>('createInvite', {
      path: { workshopId: workshop.id },
      body: { role: 'participant', groupId: groupA, label },
    })
  const again = (inviteId: string) =>
    moderator.ok<CreatedInvite>('showInvite', { path: { workshopId: workshop.id, inviteId } })
  const listed = () => moderator.ok<InviteView[]>('invites', { path: { workshopId: workshop.id } })

  it('is told by its label and shown again with the same link and code, which no database holds', async () => {
    const first = await made('Aushang im Flur')
    const second = await made()
    expect(first.token).not.toBe(second.token)
    expect(first.code).not.toBe(second.code)
    // Two of the same millisecond come in any order
    const told = (await listed()).map(({ label, mayBeShown }) => [label, mayBeShown] as const)
    expect(new Map(told)).toEqual(
      new Map([
        ['', true],
        ['Aushang im Flur', true],
      ]),
    )
    expect(told).toHaveLength(2)
    expect(await again(first.invite.id)).toEqual(first)
    expect((await again(second.invite.id)).code).toBe(second.code)
    const stored = installation.dumpDatabase()
    for (const { token, code } of [first, second]) {
      expect(stored).not.toContain(token)
      expect(stored).not.toContain(code)
      expect(await installation.holdsOnDisk([token, code, code.replace('-', '')])).toEqual([])
    }
  })

  it('stays valid and is shown no more where the key is another one, as after a restore', async () => {
    const { invite, token } = await made()
    await rm(join(installation.folder, 'keys'), { recursive: true })
    await installation.stop()
    await installation.start()
    const browser = installation.browser()
    await browser.ok('logIn', { body: moderatorAccount })
    moderator = browser
    expect((await listed())[0]!.mayBeShown).toBe(false)
    const path = { workshopId: workshop.id, inviteId: invite.id }
    expect(await moderator.code('showInvite', { path })).toBe('not_found')
    expect((await inspect(installation.browser(), { token })).role).toBe('participant')
    expect(await again((await made()).invite.id)).toBeTruthy()
  })
})

describe('an invitation with choice of group', () => {
  it('offers the project groups, wants one of them, and lets people change later', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant')
    const guest = installation.browser()
    expect((await inspect(guest, { token })).groups.map(({ name }) => name)).toEqual([
      'Gruppe A',
      'Gruppe B',
      'Gruppe C',
    ])
    const body = { invitation: { token }, name: 'T', organisation: '', organisationKind: 'other' }
    expect(await guest.code('acceptInvite', { body })).toBe('request_invalid')
    expect(await guest.code('acceptInvite', { body: { ...body, groupId: plenumId } })).toBe('group_not_open')
    const { memberId } = await guest.accept({ token }, { groupId: groupA })

    const path = { workshopId: workshop.id }
    await guest.ok('chooseGroup', { path, body: { groupId: groupB } })
    expect((await guest.workshop(workshop.id)).me.groupIds).toEqual([plenumId, groupB])
    expect(installation.rooms.changedMembers).toEqual([memberId])
  })

  it('no longer gives the choice once a moderator has assigned a group', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant')
    const guest = installation.browser()
    const { memberId } = await guest.accept({ token }, { groupId: groupA })
    const path = { workshopId: workshop.id, memberId }
    await moderator.ok('editMember', { path, body: { groupIds: [groupB] } })
    expect(await guest.code('chooseGroup', { path, body: { groupId: groupA } })).toBe('group_not_open')
  })

  it('never leads to a group of another workshop', async () => {
    const foreign = await moderator.found('Andere')
    const { token } = await moderator.invite(workshop.id, 'participant')
    const body = { invitation: { token }, name: 'T', organisation: '', organisationKind: 'other' }
    const groupId = foreign.groups[1]!.id
    expect(await installation.browser().code('acceptInvite', { body: { ...body, groupId } })).toBe(
      'group_not_open',
    )
    const invite = { path: { workshopId: workshop.id }, body: { role: 'participant', groupId } }
    expect(await moderator.code('createInvite', invite)).toBe('group_not_open')
  })
})

describe('an invitation for moderators and managers', () => {
  it.each(['moderator', 'manager'] as const)('lets a %s into all rooms without a choice', async (role) => {
    const { token } = await moderator.invite(workshop.id, role)
    const guest = installation.browser()
    expect((await inspect(guest, { token })).groups).toEqual([])
    expect((await guest.accept({ token })).homeGroupId).toBe(plenumId)
    expect((await guest.workshop(workshop.id)).me.groupIds).toBe('all')
  })
})

describe('S12: invitations that must not open', () => {
  it('tells wrong, revoked and expired ones apart', async () => {
    const { token, invite } = await moderator.invite(workshop.id, 'participant')
    expect(await refusal({ token: `${token.slice(0, -1)}_` })).toBe('invite_invalid')
    expect(await refusal({ code: 'Q7KM-4TZP' })).toBe('invite_invalid')

    installation.clock.pass(limits.inviteDefaultDays * 86_400_000)
    expect(await refusal({ token })).toBe('invite_expired')

    const path = { workshopId: workshop.id, inviteId: invite.id }
    await moderator.ok('revokeInvite', { path })
    await moderator.ok('revokeInvite', { path })
    expect(await refusal({ token })).toBe('invite_revoked')
    expect(
      await installation.browser().code('acceptInvite', {
        body: {
          invitation: { token },
          name: 'T',
          organisation: '',
          organisationKind: 'other',
          groupId: groupA,
        },
      }),
    ).toBe('invite_revoked')
  })

  it('stops guessing from one address, but not a crowd that joins through it', async () => {
    const { token, code } = await moderator.invite(workshop.id, 'participant', groupA)
    for (let n = 0; n < 2 * limits.guessesPerMinute; n++) await installation.browser().accept({ token })
    for (let n = 0; n < limits.guessesPerMinute; n++) {
      expect(await refusal({ code: `Q7KM-4T${10 + n}` })).toBe('invite_invalid')
    }
    expect(await refusal({ code })).toBe('rate_limited')
  })

  it('S31: wrong codes keep nobody of the same address from right links and logins', async (context) => {
    const { token } = await moderator.invite(workshop.id, 'participant', groupA)
    const { returnToken } = await installation.browser().accept({ token })
    for (let n = 0; n <= limits.guessesPerMinute; n++) await refusal({ code: `Q7KM-4T${10 + n}` })
    await installation.browser().accept({ token })
    await installation.browser().ok('returnByLink', { body: { token: returnToken } })
    const { email, password } = moderatorAccount
    await installation.browser().ok('logIn', { body: { email, password } })
    tellFigure(context, 'after 21 wrong codes: invitation, return link and login of the same address work')
  })

  it('S30: one invitation fills sixty places in a minute and never more than its own', async (context) => {
    const { token } = await moderator.invite(workshop.id, 'participant', groupA)
    const body = {
      invitation: { token },
      name: 'Viele',
      organisation: '',
      organisationKind: 'other',
    }
    const many = async () => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => installation.browser().call('acceptInvite', { body })),
      )
      return answers.map(({ status }) => status)
    }
    const counts: number[] = []
    for (let minute = 0; minute < 4; minute++) {
      counts.push((await many()).filter((status) => status === 200).length)
      installation.clock.pass(60_001)
    }
    expect(counts).toEqual([60, 60, limits.maxPlacesPerInvite - 120, 0])
    expect(await installation.browser().code('acceptInvite', { body })).toBe('invite_full')
    tellFigure(context, `100 tries a minute: ${counts.join(', ')} places of ${limits.maxMembersPerWorkshop}`)
  })

  it('keeps no secret readable: neither stored, nor listed, nor logged', async (context) => {
    const { token, code } = await moderator.invite(workshop.id, 'participant', groupA)
    const { returnToken } = await installation.browser().accept({ token })
    const listed = await moderator.call('invites', { path: { workshopId: workshop.id } })
    const stored = installation.dumpDatabase()
    for (const secret of [token, code, code.replace('-', ''), returnToken!, moderator.cookie!.slice(9)]) {
      expect(JSON.stringify(listed.body)).not.toContain(secret)
      expect(stored).not.toContain(secret)
      expect(installation.log.join('')).not.toContain(secret)
    }
    const bits = Buffer.from(token, 'base64url').length * 8
    expect(bits).toBeGreaterThanOrEqual(128)
    tellFigure(context, `${bits} bits`)
  })
})

it('counts how many came by an invitation', async () => {
  const { token } = await moderator.invite(workshop.id, 'participant', groupA)
  await installation.browser().accept({ token })
  await installation.browser().accept({ token })
  const path = { workshopId: workshop.id }
  const [listed] = await moderator.ok<InviteView[]>('invites', { path })
  expect(listed).toMatchObject({ role: 'participant', groupId: groupA, acceptedCount: 2, revokedAt: null })
})

describe('a browser that already belongs to somebody', () => {
  it('is told so, and may let somebody else sit down', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant', groupA)
    const shared = installation.browser()
    await shared.accept({ token }, { name: 'Anna' })
    expect((await inspect(shared, { token })).alreadyMember).toEqual({
      name: 'Anna',
      role: 'participant',
      workshopId: workshop.id,
      homeGroupId: groupA,
    })
    await shared.accept({ token }, { name: 'Bert' })
    expect((await shared.workshop(workshop.id)).me.name).toBe('Bert')
    expect((await shared.session()).workshops).toHaveLength(1)
  })

  it('makes no second person of somebody with an account', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant', groupA)
    const { returnToken } = await moderator.accept({ token })
    expect(returnToken).toBeNull()
    expect((await moderator.workshop(workshop.id)).me.role).toBe('moderator')
  })

  it('belongs to one person in each of several workshops', async () => {
    const other = await moderator.found('Andere')
    const guest = installation.browser()
    await guest.accept({ token: (await moderator.invite(workshop.id, 'participant', groupA)).token })
    await guest.accept({ token: (await moderator.invite(other.id, 'observer', other.groups[1]!.id)).token })
    const { workshops } = await guest.session()
    expect(workshops.map(({ title, role }) => [title, role]).sort()).toEqual([
      ['Andere', 'observer'],
      ['Kita-Plätze', 'participant'],
    ])
  })
})

describe('the personal return link', () => {
  const comeBack = (browser: Browser, token: string) =>
    browser.ok<Admission>('returnByLink', { body: { token } })
  let invite: CreatedInvite
  let guest: Browser
  let admission: Admission
  beforeEach(async () => {
    invite = await moderator.invite(workshop.id, 'participant', groupA)
    guest = installation.browser()
    admission = await guest.accept({ token: invite.token })
  })

  it('brings the same person back on any device, again and again', async () => {
    for (const device of [installation.browser(), installation.browser()]) {
      expect(await comeBack(device, admission.returnToken!)).toEqual({ ...admission, returnToken: null })
      expect((await device.workshop(workshop.id)).me.id).toBe(admission.memberId)
    }
  })

  it('stops working when a new one is made, by the person or by a moderator', async () => {
    const own = await guest.ok<{ returnToken: string }>('renewOwnReturnLink', {
      path: { workshopId: workshop.id },
    })
    const old = { body: { token: admission.returnToken } }
    expect(await installation.browser().code('returnByLink', old)).toBe('return_link_invalid')
    const path = { workshopId: workshop.id, memberId: admission.memberId }
    const fresh = await moderator.ok<{ returnToken: string }>('renewReturnLink', { path })
    expect(await installation.browser().code('returnByLink', { body: { token: own.returnToken } })).toBe(
      'return_link_invalid',
    )
    await comeBack(installation.browser(), fresh.returnToken)
  })

  it('tells somebody who was removed that the membership is over', async () => {
    const path = { workshopId: workshop.id, memberId: admission.memberId }
    await moderator.ok('removeMember', { path })
    const token = admission.returnToken
    expect(await installation.browser().code('returnByLink', { body: { token } })).toBe('membership_ended')
    expect(await guest.code('workshop', { path })).toBe('membership_ended')
    expect((await guest.session()).workshops).toEqual([])
  })

  it('S30: takes from every browser that it opened what it gave, when it is renewed', async () => {
    const thief = installation.browser()
    await comeBack(thief, admission.returnToken!)
    await guest.ok('renewOwnReturnLink', { path: { workshopId: workshop.id } })
    expect(await thief.code('workshop', { path: { workshopId: workshop.id } })).toBe('not_found')
    expect((await guest.workshop(workshop.id)).me.id).toBe(admission.memberId)
    const path = { workshopId: workshop.id, memberId: admission.memberId }
    await moderator.ok('renewReturnLink', { path })
    expect(await guest.code('workshop', { path })).toBe('not_found')
  })
})

describe('somebody who was removed', () => {
  let invite: CreatedInvite
  let guest: Browser
  let path: { workshopId: string; memberId: string }
  const knock = { name: 'Toni', organisation: '', organisationKind: 'other' }
  const again = (browser: Browser) =>
    browser.code('acceptInvite', { body: { invitation: { token: invite.token }, ...knock } })
  beforeEach(async () => {
    invite = await moderator.invite(workshop.id, 'participant', groupA)
    guest = installation.browser()
    const { memberId } = await guest.accept({ token: invite.token })
    path = { workshopId: workshop.id, memberId }
  })

  it('S30: does not come in again by the same invitation, from this browser or another', async () => {
    await moderator.ok('removeMember', { path })
    expect(await again(guest)).toBe('invite_revoked')
    expect(await again(installation.browser())).toBe('invite_revoked')
    const fresh = await moderator.invite(workshop.id, 'participant', groupA)
    await guest.accept({ token: fresh.token })
    expect((await guest.workshop(workshop.id)).me.id).not.toBe(path.memberId)
  })

  it('S30: is known in that browser also where the invitation was kept for others', async () => {
    await moderator.ok('removeMember', { path, query: { invite: 'keep' } })
    expect(await again(guest)).toBe('membership_ended')
    await installation.browser().accept({ token: invite.token })
  })
})

describe('S30: what a removed person still holds', () => {
  const knock = { name: 'Toni', organisation: '', organisationKind: 'other' }
  const knockAt = (browser: Browser, token: string) =>
    browser.code('acceptInvite', { body: { invitation: { token }, ...knock } })
  const join = async (role: 'participant' | 'moderator') => {
    const { token } = await moderator.invite(workshop.id, role, role === 'participant' ? groupA : null)
    const browser = installation.browser()
    const { memberId } = await browser.accept({ token })
    return { browser, path: { workshopId: workshop.id, memberId } }
  }

  it('another invitation from before, of their group or another, lets their browser in no more', async () => {
    const { browser, path } = await join('participant')
    const others = [
      await moderator.invite(workshop.id, 'participant', groupA),
      await moderator.invite(workshop.id, 'participant', groupB),
      await moderator.invite(workshop.id, 'observer'),
    ]
    installation.clock.pass(1)
    await moderator.ok('removeMember', { path })
    for (const { token } of others) expect(await knockAt(browser, token)).toBe('membership_ended')
    installation.clock.pass(1)
    const { token } = await moderator.invite(workshop.id, 'participant', groupA)
    await browser.accept({ token })
    expect((await browser.workshop(workshop.id)).me.groupIds).toEqual([plenumId, groupA])
  })

  it('an account is known as well, in whichever browser', async () => {
    const { browser, path } = await join('moderator')
    const account = { name: 'Lea', email: 'lea@example.org', password: 'lang genug 123' }
    await browser.ok('addAccount', { body: account })
    const other = await moderator.invite(workshop.id, 'participant', groupA)
    installation.clock.pass(1)
    await moderator.ok('removeMember', { path, query: { invite: 'keep' } })
    const elsewhere = installation.browser()
    await elsewhere.ok('logIn', { body: { email: account.email, password: account.password } })
    expect(await knockAt(elsewhere, other.token)).toBe('membership_ended')
    installation.clock.pass(1)
    const again = await moderator.invite(workshop.id, 'participant', groupA)
    await elsewhere.accept({ token: again.token })
    expect((await elsewhere.workshop(workshop.id)).me.role).toBe('participant')
  })

  it('of a moderator no invitation and no return link that they knew lets anybody in any more', async (context) => {
    const lead = await join('moderator')
    const colleague = await join('moderator')
    const known = [
      await lead.browser.invite(workshop.id, 'moderator'),
      await lead.browser.invite(workshop.id, 'participant', groupA),
      // Invitations can be shown again to all who manage them
      await moderator.invite(workshop.id, 'manager'),
      await moderator.invite(workshop.id, 'participant', groupB),
    ]
    const link = await lead.browser.ok<{ returnToken: string }>('renewReturnLink', { path: colleague.path })
    await moderator.ok('removeMember', { path: lead.path })
    for (const { token } of known) expect(await knockAt(installation.browser(), token)).toBe('invite_revoked')
    const body = { token: link.returnToken }
    expect(await installation.browser().code('returnByLink', { body })).toBe('return_link_invalid')
    const fresh = await moderator.invite(workshop.id, 'participant', groupA)
    await installation.browser().accept({ token: fresh.token })
    tellFigure(context, '4 invitations and 1 return link that a removed moderator knew: 0 open (were 5)')
  })

  it('of a moderator only invitations of others who lead or manage go, where those for the rest are kept', async () => {
    const lead = await join('moderator')
    const kept = await moderator.invite(workshop.id, 'participant', groupA)
    const more = [
      await moderator.invite(workshop.id, 'moderator'),
      await moderator.invite(workshop.id, 'manager'),
    ]
    await moderator.ok('removeMember', { path: lead.path, query: { invite: 'keep' } })
    for (const { token } of more) expect(await knockAt(installation.browser(), token)).toBe('invite_revoked')
    await installation.browser().accept({ token: kept.token })
  })

  it('a participant takes nobody’s invitation along but their own', async () => {
    const guest = await join('participant')
    const other = await moderator.invite(workshop.id, 'participant', groupB)
    await moderator.ok('removeMember', { path: guest.path })
    await installation.browser().accept({ token: other.token })
  })

  it('a moderator who becomes less keeps no way back to being more', async () => {
    const lead = await join('moderator')
    const guest = await join('participant')
    const colleague = await join('moderator')
    const more = await moderator.invite(workshop.id, 'moderator')
    const same = await lead.browser.invite(workshop.id, 'participant', groupA)
    const up = await lead.browser.ok<{ returnToken: string }>('renewReturnLink', { path: colleague.path })
    const down = await lead.browser.ok<{ returnToken: string }>('renewReturnLink', { path: guest.path })
    await moderator.ok('editMember', { path: lead.path, body: { role: 'participant' } })
    expect(await knockAt(installation.browser(), more.token)).toBe('invite_revoked')
    await installation.browser().accept({ token: same.token })
    const back = (token: string) => installation.browser().call('returnByLink', { body: { token } })
    expect((await back(up.returnToken)).status).toBe(410)
    expect((await back(down.returnToken)).status).toBe(200)
  })

  it('a return link that is opened without end ends its own oldest browsers, and stores no more', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant', groupA)
    const first = installation.browser()
    const { returnToken } = await first.accept({ token })
    const browsers = Array.from({ length: limits.maxSessionsPerPerson }, () => installation.browser())
    for (const browser of browsers) {
      installation.clock.pass(1)
      await browser.ok('returnByLink', { body: { token: returnToken } })
    }
    const path = { workshopId: workshop.id }
    expect(await first.code('workshop', { path })).toBe('login_required')
    for (const browser of browsers) await browser.workshop(workshop.id)
  })
})

describe('S30: a copy of a browser’s token', () => {
  it('made before somebody joins or comes back with more rights becomes nothing', async () => {
    const participant = await moderator.invite(workshop.id, 'participant', groupA)
    const lead = await moderator.invite(workshop.id, 'moderator')
    const shared = installation.browser()
    const tokens = new Set<string | null>()
    const copyNow = () => {
      tokens.add(shared.cookie)
      const copy = installation.browser()
      copy.cookie = shared.cookie
      return copy
    }
    await shared.accept({ token: participant.token })
    const early = copyNow()
    const { returnToken } = await shared.accept({ token: lead.token })
    expect(await early.code('workshop', { path: { workshopId: workshop.id } })).toBe('login_required')
    const late = copyNow()
    await shared.ok('returnByLink', { body: { token: returnToken } })
    expect(await late.code('workshop', { path: { workshopId: workshop.id } })).toBe('login_required')
    expect((await shared.workshop(workshop.id)).me.role).toBe('moderator')
    expect(tokens.add(shared.cookie).size).toBe(3)
  })

  it('made before a moderator raises the member stays what it was, whatever it tries', async (context) => {
    const { token } = await moderator.invite(workshop.id, 'observer', groupA)
    const shared = installation.browser()
    const { memberId, returnToken } = await shared.accept({ token })
    const path = { workshopId: workshop.id, memberId }
    const roleOf = async (browser: Browser) => (await browser.workshop(workshop.id)).me.role
    const copyNow = () => {
      const copy = installation.browser()
      copy.cookie = shared.cookie
      return copy
    }
    let was = 'observer'
    for (const role of ['participant', 'moderator']) {
      const [early, late] = [copyNow(), copyNow()]
      installation.clock.pass(1)
      await moderator.ok('editMember', { path, body: { role } })
      for (const each of [shared, early]) expect(await roleOf(each)).toBe(was)
      expect((await shared.workshop(workshop.id)).raisedTo).toBe(role)
      expect((await shared.session()).workshops[0]?.role).toBe(was)
      installation.clock.pass(1)
      await shared.ok('returnByLink', { body: { token: returnToken } })
      expect(await roleOf(shared)).toBe(role)
      for (const copy of [early, late]) expect(await copy.code('workshop', { path })).toBe('login_required')
      was = role
    }
    tellFigure(context, '4 copies of a login, 2 raises: none rose with its member')
  })

  it('gets no account, no fresh return link and no later joining that would carry the new rights', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant', groupA)
    const shared = installation.browser()
    const { memberId } = await shared.accept({ token })
    const copy = installation.browser()
    copy.cookie = shared.cookie
    const path = { workshopId: workshop.id, memberId }
    installation.clock.pass(1)
    await moderator.ok('editMember', { path, body: { role: 'moderator' } })
    installation.clock.pass(1)
    expect(await copy.code('renewOwnReturnLink', { path })).toBe('login_outdated')
    const account = { name: 'Dieb', email: 'dieb@example.org', password: 'lang genug 123' }
    expect(await copy.code('addAccount', { body: account })).toBe('forbidden')
    const elsewhere = await moderator.ok<{ id: string }>('createWorkshop', {
      body: { title: 'Anderswo', groupNames: ['Eins'] },
    })
    const other = await moderator.invite(elsewhere.id, 'moderator')
    await copy.accept({ token: other.token })
    expect((await copy.workshop(workshop.id)).me.role).toBe('participant')
    await copy.ok('addAccount', { body: account })
    expect((await copy.workshop(workshop.id)).me.role).toBe('participant')
  })

  it('loses what its member loses, and an account’s login rises with its password only', async () => {
    const { token } = await moderator.invite(workshop.id, 'moderator')
    const lead = installation.browser()
    const { memberId } = await lead.accept({ token })
    const path = { workshopId: workshop.id, memberId }
    const account = { name: 'Lea', email: 'lea@example.org', password: 'lang genug 123' }
    await lead.ok('addAccount', { body: account })
    installation.clock.pass(1)
    for (const role of ['participant', 'moderator'])
      await moderator.ok('editMember', { path, body: { role } })
    installation.clock.pass(1)
    expect((await lead.workshop(workshop.id)).me.role).toBe('participant')
    await lead.ok('logIn', { body: { email: account.email, password: account.password } })
    expect((await lead.workshop(workshop.id)).me).toMatchObject({ role: 'moderator', groupIds: 'all' })
    await moderator.ok('editMember', { path, body: { role: 'observer' } })
    expect((await lead.workshop(workshop.id)).me.role).toBe('observer')
  })
})
