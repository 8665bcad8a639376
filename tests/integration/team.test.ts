import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { Role } from '#shared/workshop/roles.ts'
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

const at = (memberId: string) => ({ workshopId: workshop.id, memberId })

async function joined(role: Role, name: string): Promise<{ browser: Browser; memberId: string }> {
  installation.clock.pass(1)
  const browser = await moderator.guest(workshop.id, role, groupA, { name })
  return { browser, memberId: (await browser.workshop(workshop.id)).me.id }
}

describe('a workshop', () => {
  it('begins with a plenum, named groups and its founder as moderator', () => {
    expect(workshop.groups.map(({ kind, name }) => [kind, name])).toEqual([
      ['plenum', 'Plenum'],
      ['project', 'Gruppe A'],
      ['project', 'Gruppe B'],
      ['project', 'Gruppe C'],
    ])
    expect(workshop.me).toMatchObject({ role: 'moderator', groupIds: 'all', hasAccount: true })
  })

  it('has a document with prepared pages in every group', async () => {
    for (const { id } of workshop.groups) {
      const doc = await installation.rooms.copy(id)
      expect(doc.getMap('board').size).toBeGreaterThan(6)
      doc.destroy()
    }
  })

  it('takes a new name, more groups and other group names', async () => {
    const path = { workshopId: workshop.id, groupId: groupA }
    await moderator.ok('editWorkshop', { path, body: { title: '  Neu  ' } })
    await moderator.ok('renameGroup', { path, body: { name: 'Erste' } })
    await moderator.ok('addGroup', { path, body: { name: 'Vierte' } })
    const view = await moderator.workshop(workshop.id)
    expect(view.title).toBe('Neu')
    expect(view.groups.map(({ name }) => name)).toEqual(['Plenum', 'Erste', 'Gruppe B', 'Gruppe C', 'Vierte'])
  })

  it('has as many groups as the limit allows', async () => {
    const path = { workshopId: workshop.id }
    const add = () => moderator.call('addGroup', { path, body: { name: 'Noch eine' } })
    for (let n = 3; n < limits.maxGroups; n++) expect((await add()).status).toBe(201)
    expect((await add()).status).toBe(400)
  })

  it('counts who belongs to which group', async () => {
    await joined('participant', 'Anna')
    await joined('manager', 'Paul')
    const view = await moderator.workshop(workshop.id)
    expect(view.groups.map(({ memberCount }) => memberCount)).toEqual([3, 1, 0, 0])
  })
})

describe('the team', () => {
  it('is listed with what moderators need, and nothing about anybody’s activity', async () => {
    await joined('participant', 'Anna')
    const members = await moderator.ok<MemberView[]>('members', { path: { workshopId: workshop.id } })
    expect(members.map(({ name }) => name)).toEqual(['Mara Moder', 'Anna'])
    expect(Object.keys(members[1]!).sort()).toEqual(
      [
        'groupIds',
        'hasAccount',
        'id',
        'mayChooseGroup',
        'name',
        'organisation',
        'organisationId',
        'organisationKind',
        'role',
        'standing',
        'standsInFor',
      ].sort(),
    )
  })

  it('changes at once, in live rooms too', async () => {
    const { browser, memberId } = await joined('participant', 'Anna')
    await moderator.ok('editMember', { path: at(memberId), body: { role: 'observer' } })
    expect((await browser.workshop(workshop.id)).me.role).toBe('observer')
    expect(installation.rooms.changedMembers).toEqual([memberId])
  })

  it('S27: asks at the expense of whoever asks', async () => {
    const { browser, memberId } = await joined('participant', 'Anna')
    installation.rooms.letIns.length = 0
    await browser.workshop(workshop.id)
    await moderator.ok('members', { path: { workshopId: workshop.id } })
    await browser.code('members', { path: { workshopId: workshop.id } })
    expect(installation.rooms.letIns).toEqual([memberId, workshop.me.id, memberId])
  })

  it('moves people between groups; the plenum is always theirs', async () => {
    const { browser, memberId } = await joined('participant', 'Anna')
    await moderator.ok('editMember', { path: at(memberId), body: { groupIds: [groupB] } })
    expect((await browser.workshop(workshop.id)).me.groupIds).toEqual([plenumId, groupB])
    await moderator.ok('editMember', { path: at(memberId), body: { groupIds: 'all' } })
    expect((await browser.workshop(workshop.id)).me.groupIds).toBe('all')
  })

  it('moves nobody into a group of another workshop', async () => {
    const other = await moderator.found('Andere')
    const { memberId } = await joined('participant', 'Anna')
    const body = { groupIds: [other.groups[1]!.id] }
    expect(await moderator.code('editMember', { path: at(memberId), body })).toBe('group_not_open')
  })

  it('lets somebody who led before choose a group afterwards', async () => {
    const { browser, memberId } = await joined('manager', 'Paul')
    await moderator.ok('editMember', { path: at(memberId), body: { role: 'participant' } })
    expect((await browser.workshop(workshop.id)).me).toMatchObject({
      groupIds: [plenumId],
      mayChooseGroup: true,
    })
  })

  it('always keeps a moderator', async () => {
    const path = at(workshop.me.id)
    expect(await moderator.code('editMember', { path, body: { role: 'manager' } })).toBe('last_moderator')
    expect(await moderator.code('removeMember', { path })).toBe('last_moderator')
    await joined('moderator', 'Zweite')
    await moderator.ok('removeMember', { path })
    expect(await moderator.code('workshop', { path })).toBe('membership_ended')
  })

  it('ends a membership for every device of that person', async () => {
    const { browser, memberId } = await joined('participant', 'Anna')
    await moderator.ok('removeMember', { path: at(memberId) })
    expect(await browser.code('workshop', { path: at(memberId) })).toBe('membership_ended')
    expect(installation.rooms.changedMembers).toEqual([memberId])
    expect(await moderator.code('removeMember', { path: at(memberId) })).toBe('not_found')
  })
})
