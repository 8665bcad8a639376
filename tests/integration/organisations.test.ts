import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { InviteOffer, MemberView, OrganisationView, WorkshopView } from '#shared/protocol/api.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let moderator: Browser
let workshop: WorkshopView
let token: string
beforeEach(async () => {
  installation = await HttpInstallation.open()
  moderator = await installation.moderator()
  workshop = await moderator.found()
  token = (await moderator.invite(workshop.id, 'observer', workshop.groups[1]!.id)).token
})
afterEach(() => installation.close())

const path = () => ({ workshopId: workshop.id })
const organisations = () => moderator.ok<OrganisationView[]>('organisations', { path: path() })
const enter = async (organisation: string, organisationKind = 'municipality') => {
  const body = { invitation: { token }, name: 'T', organisation, organisationKind }
  const browser = installation.browser()
  const { memberId } = await browser.ok<{ memberId: string }>('acceptInvite', { body })
  return memberId
}
const memberOf = async (memberId: string) =>
  (await moderator.ok<MemberView[]>('members', { path: path() })).find(({ id }) => id === memberId)

describe('organisations', () => {
  it('are one, however people write them on joining, and offered to who joins next', async () => {
    await enter('Stadt Müllheim')
    const second = await enter(' stadt  MUELLHEIM ', 'other')
    await enter('', 'county')
    expect(await organisations()).toMatchObject([
      { name: 'Stadt Müllheim', kind: 'municipality', sizeClass: null, memberCount: 2 },
    ])
    expect(await memberOf(second)).toMatchObject({ organisation: 'Stadt Müllheim' })
    const body = { invitation: { token } }
    const offer = await installation.browser().ok<InviteOffer>('inspectInvite', { body })
    expect(offer.organisations).toEqual([{ name: 'Stadt Müllheim', kind: 'municipality' }])
  })

  it('are edited by moderators; their people follow, in open rooms too', async () => {
    const memberId = await enter('Stadt A')
    const [{ id: organisationId }] = (await organisations()) as [OrganisationView]
    const body = { name: 'Stadt Alt', kind: 'county', sizeClass: 'upTo20000' }
    await moderator.ok('editOrganisation', { path: { ...path(), organisationId }, body })
    expect(await organisations()).toMatchObject([body])
    expect(await memberOf(memberId)).toMatchObject({ organisation: 'Stadt Alt', organisationKind: 'county' })
    expect(installation.rooms.changedMembers).toEqual([memberId])
  })

  it('are not called like another one: the two are merged instead', async () => {
    await enter('Stadt A')
    const memberId = await enter('Stadt B')
    const [a, b] = (await organisations()) as [OrganisationView, OrganisationView]
    const ofB = { ...path(), organisationId: b.id }
    expect(await moderator.code('editOrganisation', { path: ofB, body: { name: 'stadt a' } })).toBe(
      'organisation_taken',
    )
    await moderator.ok('mergeOrganisation', { path: ofB, body: { into: a.id } })
    expect(await organisations()).toMatchObject([{ id: a.id, memberCount: 2 }])
    expect(await memberOf(memberId)).toMatchObject({ organisationId: a.id, organisation: 'Stadt A' })
    expect(await moderator.code('mergeOrganisation', { path: ofB, body: { into: a.id } })).toBe('not_found')
  })
})

describe('a database from before there were organisations', () => {
  it('makes those that read the same into one, and leaves out who named none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'werkraum-'))
    const file = join(folder, 'people.sqlite')
    const at = peopleMigrations.findIndex(({ name }) => name === 'organisations')
    const before = openDatabase(file, peopleMigrations.slice(0, at))
    const ids = Array.from({ length: 5 }, (_, n) => `00000000-0000-7000-8000-00000000000${n}`)
    const [house, other] = ids as [WorkshopId, WorkshopId]
    const addWorkshop = before.prepare("INSERT INTO workshops VALUES (?, 'W', 'de', 1)")
    for (const id of [house, other]) addWorkshop.run(id)
    const add = before.prepare(
      `INSERT INTO members (id, workshop_id, name, organisation, organisation_kind, role, group_ids,
                            may_choose_group, joined_at)
       VALUES (?, ?, 'T', ?, ?, 'observer', '[]', 0, ?)`,
    )
    add.run(ids[0], house, 'Stadt Müllheim', 'municipality', 1)
    add.run(ids[1], house, 'stadt muellheim', 'other', 2)
    add.run(ids[2], house, '', 'county', 3)
    add.run(ids[3], other, 'Stadt Müllheim', 'municipality', 4)
    before.close()

    const people = new SqlitePeopleStore(openDatabase(file, peopleMigrations))
    const [found] = await people.organisations(house)
    expect(await people.organisations(house)).toHaveLength(1)
    expect(await people.organisations(other)).toHaveLength(1)
    expect(found).toMatchObject({ name: 'Stadt Müllheim', kind: 'municipality', sizeClass: null })
    const members = await people.members(house)
    expect(members.map(({ organisationId }) => organisationId)).toEqual([found!.id, found!.id, null])
    expect(members[2]).toMatchObject({ organisation: '', organisationKind: 'county' })
    await people.close()
    rmSync(folder, { recursive: true })
  })
})
