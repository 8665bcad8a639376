import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import type { Admission, CreatedInvite, InviteOffer, InviteView, WorkshopView } from '#shared/protocol/api.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

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
      role: 'participant',
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
    await guest.accept({ token: invite.token })
    expect((await guest.workshop(workshop.id)).me.id).not.toBe(admission.memberId)
  })
})
