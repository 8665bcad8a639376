import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId, type InviteId, type OrganisationId } from '#shared/base/ids.ts'
import type { Organisation, PeopleStore } from '#server/ports/people-store.ts'
import { group, member, workshop } from './people-store.ts'

/** What every people store must do with organisations. */
export function describeOrganisations(name: string, open: () => Promise<PeopleStore>): void {
  describe(`organisations: ${name}`, () => {
    let store: PeopleStore
    const house = workshop()
    const plenum = group(house.id, 0)
    const organisation = (name: string): Organisation => ({
      id: newId<OrganisationId>(),
      workshopId: house.id,
      name,
      kind: 'municipality',
      sizeClass: null,
    })
    const [city, town] = [organisation('Stadt A'), organisation('Stadt B')]
    const founder = member(house.id, { role: 'moderator', groupIds: 'all', organisationId: city.id })
    const former = member(house.id, { removedAt: 5, organisationId: town.id })

    beforeEach(async () => {
      store = await open()
      await store.addWorkshop(house, [plenum], founder, [former], [town, city])
    })
    afterEach(() => store.close())

    it('are listed by name, those of one workshop only', async () => {
      const elsewhere = workshop()
      await store.addWorkshop(elsewhere, [group(elsewhere.id, 0)], member(elsewhere.id))
      expect(await store.organisations(house.id)).toEqual([city, town])
      expect(await store.organisations(elsewhere.id)).toEqual([])
    })

    it('give their members name and kind; who named none has their own', async () => {
      expect(await store.member(founder.id)).toMatchObject({ organisation: 'Stadt A' })
      const invite = {
        id: newId<InviteId>(),
        workshopId: house.id,
        label: '',
        role: 'participant',
        groupId: null,
        tokenHash: 't',
        codeHash: 'c',
        createdAt: 1,
        expiresAt: 9,
        revokedAt: null,
        acceptedCount: 0,
      } as const
      await store.addInvite(invite)
      const entry = { returnTokenHash: 'r', inviteId: invite.id, maxPlaces: 9, maxMembers: 9 }
      const loner = member(house.id, { organisationKind: 'other', organisation: 'ignored' })
      await store.addMember(loner, entry)
      expect(await store.memberByReturnToken('r')).toEqual({ ...loner, organisation: '' })
    })

    it('are added and changed in a unit of work, and members follow', async () => {
      const added = organisation('Stadt C')
      const changed: Organisation = { ...city, name: 'Große Stadt', kind: 'county', sizeClass: 'over100000' }
      await store.unitOfWork(async (people) => {
        expect(await people.organisations(house.id)).toHaveLength(2)
        return {
          changes: [
            { type: 'addOrganisation', organisation: added },
            { type: 'changeOrganisation', organisation: changed },
          ],
          value: undefined,
        }
      })
      expect(await store.organisations(house.id)).toEqual([changed, town, added])
      const [present] = await store.members(house.id)
      expect(present).toMatchObject({ organisation: 'Große Stadt', organisationKind: 'county' })
      expect((await store.membershipsOf(null, [founder.id]))[0]!.member).toEqual(present)
    })

    it('are added by the first of two who ask at once; the second finds them', async () => {
      const ask = () =>
        store.unitOfWork(async (people) => {
          const known = (await people.organisations(house.id)).find(({ name }) => name === 'Amt')
          const value = known ?? organisation('Amt')
          return { changes: known ? [] : [{ type: 'addOrganisation', organisation: value }], value }
        })
      const [one, other] = await Promise.all([ask(), ask()])
      expect(one).toEqual(other)
      expect(await store.organisations(house.id)).toHaveLength(3)
    })

    it('are stored all or none: one that is known already stops what came with it', async () => {
      const changes = [
        { type: 'changeOrganisation', organisation: { ...town, name: 'Anders' } } as const,
        { type: 'addOrganisation', organisation: city } as const,
      ]
      await expect(store.unitOfWork(async () => ({ changes, value: undefined }))).rejects.toThrow()
      expect(await store.organisations(house.id)).toEqual([city, town])
    })

    it('become one: everybody belongs to the one that stays, also who has left', async () => {
      await store.unitOfWork(async () => ({
        changes: [{ type: 'mergeOrganisation', from: town.id, into: city.id }],
        value: undefined,
      }))
      expect(await store.organisations(house.id)).toEqual([city])
      expect((await store.formerMembers(house.id))[0]).toMatchObject({ organisationId: city.id })
    })

    it('go with their workshop', async () => {
      await store.removeWorkshop(house.id)
      expect(await store.organisations(house.id)).toEqual([])
    })
  })
}
