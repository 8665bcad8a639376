import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  newId,
  type AccountId,
  type GroupId,
  type InviteId,
  type MemberId,
  type WorkshopId,
} from '#shared/base/ids.ts'
import type {
  Account,
  Group,
  Invite,
  Member,
  PeopleStore,
  Session,
  Workshop,
} from '#server/ports/people-store.ts'

export const account = (more: Partial<Account> = {}): Account => ({
  id: newId<AccountId>(),
  name: 'Mara',
  email: 'mara@example.org',
  passwordHash: 'scrypt$…',
  createdAt: 1,
  ...more,
})

export const workshop = (more: Partial<Workshop> = {}): Workshop => ({
  id: newId<WorkshopId>(),
  title: 'Werkstatt',
  language: 'de',
  createdAt: 1,
  isSample: false,
  ...more,
})

export const group = (workshopId: WorkshopId, position: number, more: Partial<Group> = {}): Group => ({
  id: newId<GroupId>(),
  workshopId,
  kind: position === 0 ? 'plenum' : 'project',
  name: `Gruppe ${position}`,
  position,
  generation: 1,
  ...more,
})

export const member = (workshopId: WorkshopId, more: Partial<Member> = {}): Member => ({
  id: newId<MemberId>(),
  workshopId,
  accountId: null,
  name: 'Toni',
  organisationId: null,
  organisation: '',
  organisationKind: 'municipality',
  role: 'participant',
  groupIds: [],
  mayChooseGroup: false,
  joinedAt: 1,
  removedAt: null,
  standing: 'present',
  standsInFor: null,
  ...more,
})

const invite = (workshopId: WorkshopId, more: Partial<Invite> = {}): Invite => {
  const id = newId<InviteId>()
  return {
    id,
    workshopId,
    label: `Aushang ${id}`,
    role: 'participant',
    groupId: null,
    tokenHash: `token of ${id}`,
    codeHash: `code of ${id}`,
    createdAt: 1,
    expiresAt: 100,
    revokedAt: null,
    acceptedCount: 0,
    ...more,
  }
}

const bond = (id: Member['id'], since = 1) => ({ id, since })
const session = (more: Partial<Session> = {}): Session => ({
  tokenHash: newId<string>(),
  accountId: null,
  accountSince: 1,
  members: [],
  createdAt: 1,
  expiresAt: 100,
  ...more,
})

/** What every people store must do. */
export function describePeopleStore(name: string, open: () => Promise<PeopleStore>): void {
  describe(`people store: ${name}`, () => {
    let store: PeopleStore
    const house = workshop()
    const plenum = group(house.id, 0)
    const first = group(house.id, 1)
    const founder = member(house.id, { role: 'moderator', groupIds: 'all', joinedAt: 0 })

    beforeEach(async () => {
      store = await open()
      await store.addWorkshop(house, [first, plenum], founder)
    })
    afterEach(() => store.close())

    const enter = async (newcomer: Member) => {
      const by = invite(newcomer.workshopId)
      await store.addInvite(by)
      const entry = { returnTokenHash: `way back of ${newcomer.id}`, inviteId: by.id }
      await store.addMember(newcomer, { ...entry, maxPlaces: 1, maxMembers: 100 })
      return by
    }

    it('gives an e-mail address to the first who asks', async () => {
      expect(await store.hasAccounts()).toBe(false)
      const mara = account()
      expect(await store.addAccount(mara)).toBe(true)
      expect(await store.addAccount(account())).toBe(false)
      expect(await store.hasAccounts()).toBe(true)
      expect(await store.accountByEmail(mara.email)).toEqual(mara)
      expect(await store.account(mara.id)).toEqual(mara)
      expect(await store.accountByEmail('nobody@example.org')).toBeNull()
    })

    it('knows a session until it expires or ends', async () => {
      const open = session({ members: [bond(founder.id)] })
      await store.addSession(open)
      expect(await store.session(open.tokenHash, 99)).toEqual(open)
      expect(await store.session(open.tokenHash, 100)).toBeNull()
      await store.extendSession(open.tokenHash, 200)
      expect(await store.session(open.tokenHash, 199)).not.toBeNull()
      await store.endSession(open.tokenHash)
      await store.endSession(open.tokenHash)
      expect(await store.session(open.tokenHash, 50)).toBeNull()
    })

    it('ends all sessions of an account but one, and says which', async () => {
      const mara = account()
      await store.addAccount(mara)
      const [here, there, guest] = [mara.id, mara.id, null].map((accountId) => session({ accountId }))
      for (const each of [here!, there!, guest!]) await store.addSession(each)
      expect(await store.endSessionsOf(mara.id, here!.tokenHash)).toEqual([there!.tokenHash])
      expect(await store.session(there!.tokenHash, 1)).toBeNull()
      expect(await store.session(here!.tokenHash, 1)).not.toBeNull()
      expect(await store.session(guest!.tokenHash, 1)).not.toBeNull()
      expect(await store.endSessionsOf(mara.id, null)).toEqual([here!.tokenHash])
    })

    it('removes a workshop with all that belongs to it, and remembers whose rooms are still to go', async () => {
      const guest = member(house.id)
      const by = await enter(guest)
      const only = session({ members: [bond(guest.id)] })
      await store.addSession(only)
      const groups = await store.groups(house.id)
      await store.removeWorkshop(house.id)
      await store.removeWorkshop(house.id)
      expect(await store.workshop(house.id)).toBeNull()
      expect(await store.groups(house.id)).toEqual([])
      expect(await store.member(founder.id)).toBeNull()
      expect(await store.invite(by.id)).toBeNull()
      expect((await store.session(only.tokenHash, 1))?.members ?? []).toEqual([])
      expect((await store.removals()).sort()).toEqual(groups.map(({ id }) => id).sort())
      for (const { id } of groups) await store.removalDone(id)
      expect(await store.removals()).toEqual([])
    })

    it('knows workshops that nobody belongs to', async () => {
      expect(await store.unfinishedWorkshops()).toEqual([])
      await store.changeMember({ ...founder, removedAt: 5 })
      expect(await store.unfinishedWorkshops()).toEqual([house.id])
    })

    it('takes a member away from every browser but one, and from nobody else', async () => {
      const guest = member(house.id, { name: 'Toni' })
      await enter(guest)
      const [here, there] = [
        session({ members: [bond(guest.id)] }),
        session({ members: [bond(founder.id), bond(guest.id)] }),
      ]
      for (const each of [here, there]) await store.addSession(each)
      expect(await store.unbindMember(guest.id, here.tokenHash)).toEqual([there.tokenHash])
      expect((await store.session(here.tokenHash, 1))?.members).toEqual([bond(guest.id)])
      expect((await store.session(there.tokenHash, 1))?.members).toEqual([bond(founder.id)])
    })

    it('lets a person’s oldest logins go beyond so many, and what is left of nobody', async () => {
      const guest = member(house.id)
      await enter(guest)
      const own = [1, 2, 3].map((createdAt) => session({ members: [bond(guest.id)], createdAt }))
      const shared = session({ members: [bond(founder.id), bond(guest.id)], createdAt: 0 })
      for (const each of [...own, shared]) await store.addSession(each)
      const lost = await store.trimSessions({ memberId: guest.id }, 2)
      expect(lost.sort()).toEqual([own[0]!.tokenHash, shared.tokenHash].sort())
      expect(await store.session(own[0]!.tokenHash, 1)).toBeNull()
      expect((await store.session(shared.tokenHash, 1))?.members).toEqual([bond(founder.id)])
      expect((await store.session(own[2]!.tokenHash, 1))?.members).toEqual([bond(guest.id)])
      expect(await store.trimSessions({ memberId: guest.id }, 2)).toEqual([])
    })

    it('lets an account’s oldest logins go beyond so many', async () => {
      const mara = account()
      await store.addAccount(mara)
      const logins = [1, 2, 3].map((createdAt) => session({ accountId: mara.id, createdAt }))
      for (const each of logins) await store.addSession(each)
      expect(await store.trimSessions({ accountId: mara.id }, 2)).toEqual([logins[0]!.tokenHash])
      expect(await store.session(logins[0]!.tokenHash, 1)).toBeNull()
      expect(await store.session(logins[1]!.tokenHash, 1)).not.toBeNull()
    })

    it('takes people of a list in by a unit of work, with a way of their own, all or none', async () => {
      const [one, other] = [member(house.id, { standing: 'expected' }), member(house.id)]
      const standIn: Member = { ...other, standsInFor: one.id }
      const add = (person: Member, returnTokenHash: string) => ({
        type: 'addMember' as const,
        member: person,
        returnTokenHash,
        by: founder.id,
      })
      const changes = [add(one, 'way of one'), add(standIn, 'way of other')]
      await store.unitOfWork(async () => ({ changes, value: null }))
      expect(await store.memberByReturnToken('way of one')).toEqual(one)
      expect(await store.memberByReturnToken('way of other')).toEqual(standIn)
      expect(await store.returnLinksBy(founder.id)).toEqual([one.id, other.id].sort())
      await store.changeMember({ ...one, standing: 'paused' })
      expect((await store.member(one.id))?.standing).toBe('paused')
      const again = store.unitOfWork(async () => ({
        changes: [add(member(house.id), 'third'), add(one, 'fourth')],
        value: null,
      }))
      await expect(again).rejects.toMatchObject({ fault: 'conflict' })
      expect(await store.memberByReturnToken('third')).toBeNull()
    })

    it('takes nobody in beyond the places of an invite or of the workshop, and then stores nothing', async () => {
      const [first, second] = [member(house.id), member(house.id)]
      const by = await enter(first)
      const entry = { returnTokenHash: 'way back', inviteId: by.id }
      expect(await store.addMember(second, { ...entry, maxPlaces: 1, maxMembers: 100 })).toBe('invite_full')
      expect(await store.addMember(second, { ...entry, maxPlaces: 9, maxMembers: 2 })).toBe('workshop_full')
      expect(await store.member(second.id)).toBeNull()
      expect((await store.invite(by.id))?.acceptedCount).toBe(1)
      expect(await store.inviteOf(first.id)).toBe(by.id)
      expect(await store.inviteOf(founder.id)).toBeNull()
    })

    it('gives memberships to a new account, or nothing at all', async () => {
      const mara = account()
      await store.addAccount(mara, [founder.id])
      expect((await store.memberOfAccount(house.id, mara.id))?.id).toBe(founder.id)
      await store.addAccount(account(), [founder.id])
      expect((await store.member(founder.id))?.accountId).toBe(mara.id)
    })

    it('keeps one open way to a new password per account, good once and in time', async () => {
      const mara = account()
      await store.addAccount(mara)
      await store.setPasswordReset(mara.id, 'replaced', 100)
      await store.setPasswordReset(mara.id, 'current', 100)
      expect(await store.takePasswordReset('replaced', 1)).toBeNull()
      expect(await store.takePasswordReset('current', 99)).toBe(mara.id)
      expect(await store.takePasswordReset('current', 99)).toBeNull()
      await store.setPasswordReset(mara.id, 'late', 100)
      expect(await store.takePasswordReset('late', 100)).toBeNull()
      await store.setPassword(mara.id, 'scrypt$new')
      expect((await store.account(mara.id))?.passwordHash).toBe('scrypt$new')
    })

    it('forgets expired sessions and only those', async () => {
      await store.addSession(session({ expiresAt: 10 }))
      const fresh = session({ expiresAt: 11 })
      await store.addSession(fresh)
      expect(await store.sweepSessions(10)).toBe(1)
      expect(await store.session(fresh.tokenHash, 10)).not.toBeNull()
    })

    it('lets a browser be one member of each workshop', async () => {
      const other = workshop()
      const [anna, bert, elsewhere] = [member(house.id), member(house.id), member(other.id)]
      await store.addWorkshop(other, [group(other.id, 0)], elsewhere)
      await enter(anna)
      await enter(bert)
      const browser = session()
      await store.addSession(browser)
      for (const each of [anna, elsewhere, bert, bert]) await store.bindMember(browser.tokenHash, each.id, 7)
      const { members } = (await store.session(browser.tokenHash, 1))!
      expect(members.map(({ id }) => id).sort()).toEqual([bert.id, elsewhere.id].sort())
      expect(members.map(({ since }) => since)).toEqual([7, 7])
    })

    it('knows what a member was before the first raise since a time', async () => {
      const raise = (role: Member['role'], at: number) =>
        store.unitOfWork(async () => ({
          changes: [{ type: 'raiseMember', memberId: founder.id, from: { role, groupIds: [plenum.id] }, at }],
          value: null,
        }))
      await raise('observer', 10)
      await raise('participant', 20)
      expect(await store.formerRights(founder.id, 10)).toEqual({ role: 'observer', groupIds: [plenum.id] })
      expect((await store.formerRights(founder.id, 11))?.role).toBe('participant')
      expect(await store.formerRights(founder.id, 21)).toBeNull()
      await store.removeWorkshop(house.id)
      expect(await store.formerRights(founder.id, 1)).toBeNull()
    })

    it('lists groups by position and renames them', async () => {
      const second = group(house.id, 2, { byChoice: true })
      await store.addGroup(second)
      await store.renameGroup(first.id, 'Anders')
      expect(await store.groups(house.id)).toEqual([plenum, { ...first, name: 'Anders' }, second])
      expect(await store.group(second.id)).toEqual(second)
    })

    it('renames a workshop', async () => {
      await store.renameWorkshop(house.id, 'Neu')
      expect((await store.workshop(house.id))?.title).toBe('Neu')
      expect(await store.workshop(newId<WorkshopId>())).toBeNull()
    })

    it('lists members by the time they joined, without removed ones', async () => {
      const [late, early, gone] = [8, 3, 5].map((joinedAt) => member(house.id, { joinedAt })) as [
        Member,
        Member,
        Member,
      ]
      for (const each of [late, early, gone]) await enter(each)
      await store.changeMember({ ...gone, removedAt: 9 })
      expect(await store.members(house.id)).toEqual([founder, early, late])
      expect(await store.member(gone.id)).toEqual({ ...gone, removedAt: 9 })
    })

    it('keeps of what a workshop is a copy', async () => {
      const copyOf = { title: 'Die erste', exportedAt: 7, scope: 'group', isReduced: true } as const
      const copy = workshop({ copyOf })
      await store.addWorkshop(copy, [group(copy.id, 0)], member(copy.id))
      expect(await store.workshop(copy.id)).toEqual(copy)
      expect(await store.workshop(house.id)).not.toHaveProperty('copyOf')
    })

    it('keeps people whom an imported workshop names, without listing them', async () => {
      const imported = workshop()
      const chief = member(imported.id, { role: 'moderator', groupIds: 'all' })
      const former = member(imported.id, { removedAt: 1 })
      await store.addWorkshop(imported, [group(imported.id, 0)], chief, [former])
      expect(await store.members(imported.id)).toEqual([chief])
      expect(await store.formerMembers(imported.id)).toHaveLength(1)
      expect(await store.member(former.id)).toEqual(former)
    })

    it('changes role, groups and choice of a member, and nothing else', async () => {
      const toni = member(house.id, { mayChooseGroup: true })
      await enter(toni)
      const change = { role: 'observer', groupIds: [plenum.id, first.id], mayChooseGroup: false } as const
      await store.changeMember({
        ...toni,
        ...change,
        groupIds: [...change.groupIds],
        name: 'Falsch',
      } as Member)
      expect(await store.member(toni.id)).toEqual({ ...toni, ...change })
    })

    it('finds a member by the newest return link only', async () => {
      const toni = member(house.id)
      await enter(toni)
      await store.setReturnToken(toni.id, 'new way', null)
      expect(await store.memberByReturnToken('new way')).toEqual(toni)
      expect(await store.memberByReturnToken(`way back of ${toni.id}`)).toBeNull()
    })

    it('knows whose return links somebody made, until those are void or renewed', async () => {
      const [toni, uli] = [member(house.id), member(house.id)]
      for (const each of [toni, uli]) {
        await enter(each)
        await store.setReturnToken(each.id, `way of ${each.id}`, founder.id)
      }
      expect((await store.returnLinksBy(founder.id)).sort()).toEqual([toni.id, uli.id].sort())
      await store.unitOfWork(async () => {
        const change = { type: 'voidReturnLink', memberId: toni.id } as const
        return { changes: [change], value: undefined }
      })
      expect(await store.memberByReturnToken(`way of ${toni.id}`)).toBeNull()
      await store.setReturnToken(uli.id, 'own way', null)
      expect(await store.returnLinksBy(founder.id)).toEqual([])
    })

    it('prefers a present membership of an account to a removed one', async () => {
      const mara = account()
      await store.addAccount(mara)
      const before = member(house.id, { accountId: mara.id, joinedAt: 2 })
      await enter(before)
      await store.changeMember({ ...before, removedAt: 3 })
      expect((await store.memberOfAccount(house.id, mara.id))?.id).toBe(before.id)
      const again = member(house.id, { accountId: mara.id, joinedAt: 4 })
      await enter(again)
      expect((await store.memberOfAccount(house.id, mara.id))?.id).toBe(again.id)
    })

    it('finds everything a person belongs to, by account and by browser, newest first', async () => {
      const mara = account()
      await store.addAccount(mara)
      const newer = workshop({ createdAt: 5 })
      const own = member(newer.id, { accountId: mara.id, groupIds: 'all', role: 'moderator' })
      const newPlenum = group(newer.id, 0)
      await store.addWorkshop(newer, [newPlenum], own)
      const guest = member(house.id)
      await enter(guest)
      expect(await store.membershipsOf(mara.id, [guest.id])).toEqual([
        { workshop: newer, member: own, memberCount: 1, groupCount: 0, plenumId: newPlenum.id },
        { workshop: house, member: guest, memberCount: 2, groupCount: 1, plenumId: plenum.id },
      ])
      expect(await store.membershipsOf(null, [])).toEqual([])
      await store.changeMember({ ...guest, removedAt: 2 })
      expect(await store.membershipsOf(null, [guest.id])).toEqual([])
    })

    it('keeps since when a workshop or a group lies in the archive, and members say so', async () => {
      const archive = (groupId: GroupId | null, at: number | null) =>
        store.unitOfWork(async () => ({
          changes: [{ type: 'archive', workshopId: house.id, groupId, at }],
          value: undefined,
        }))
      const archived = async () => (await store.members(house.id))[0]!.archived
      await archive(first.id, 7)
      expect(await store.group(first.id)).toEqual({ ...first, archivedAt: 7 })
      expect(await archived()).toEqual([first.id])
      await archive(null, 8)
      expect(await store.workshop(house.id)).toEqual({ ...house, archivedAt: 8 })
      expect(await archived()).toBe('all')
      await archive(null, null)
      await archive(first.id, null)
      expect(await store.workshop(house.id)).toEqual(house)
      expect(await store.group(first.id)).toEqual(first)
      expect(await archived()).toBeUndefined()
    })

    it('finds an invite by token and by code, and counts its use', async () => {
      const by = await enter(member(house.id))
      const used = { ...by, acceptedCount: 1 }
      expect(await store.inviteBySecret({ tokenHash: by.tokenHash })).toEqual(used)
      expect(await store.inviteBySecret({ codeHash: by.codeHash })).toEqual(used)
      expect(await store.inviteBySecret({ tokenHash: by.codeHash })).toBeNull()
    })

    it('lists invites newest first and revokes them once', async () => {
      const [older, newer] = [invite(house.id, { createdAt: 1 }), invite(house.id, { createdAt: 2 })]
      await store.addInvite(older)
      await store.addInvite(newer)
      await store.revokeInvite(older.id, 7)
      await store.revokeInvite(older.id, 8)
      expect(await store.invites(house.id)).toEqual([newer, { ...older, revokedAt: 7 }])
      expect((await store.invite(older.id))?.revokedAt).toBe(7)
    })

    describe('as a unit of work', () => {
      const removed = (one: Member, at = 9) => ({ ...one, removedAt: at })
      const removal = (one: Member) => ({ type: 'changeMember', member: removed(one) }) as const
      const keepOne = (one: Member, meanwhile = async () => {}) =>
        store.unitOfWork(async (people) => {
          const chiefs = (await people.members(house.id)).filter(({ role }) => role === 'moderator')
          await meanwhile()
          return chiefs.length > 1
            ? { changes: [removal(one)], value: 'removed' }
            : { changes: [], value: 'the last one' }
        })
      const second = member(house.id, { role: 'moderator', groupIds: 'all', joinedAt: 1 })

      it('of two who decide at once, the later one decides on what the earlier one left', async () => {
        await enter(second)
        const answers = await Promise.all([keepOne(founder), keepOne(second)])
        expect(answers.sort()).toEqual(['removed', 'the last one'])
        expect(await store.members(house.id)).toHaveLength(1)
      })

      it('sees what another call wrote between its look and its deed', async () => {
        await enter(second)
        let calls = 0
        const meanwhile = async () => {
          if (calls++ === 0) await store.changeMember(removed(founder))
        }
        expect(await keepOne(second, meanwhile)).toBe('the last one')
        expect(calls).toBe(2)
        expect(await store.members(house.id)).toEqual([second])
      })

      it('gives ten groups that are added at once ten positions', async () => {
        const names = Array.from({ length: 10 }, (_, n) => `Neu ${n}`)
        await Promise.all(
          names.map((name) =>
            store.unitOfWork(async (people) => {
              const position = Math.max(...(await people.groups(house.id)).map((each) => each.position)) + 1
              return {
                changes: [{ type: 'addGroup', group: group(house.id, position, { name }) }],
                value: null,
              }
            }),
          ),
        )
        const positions = (await store.groups(house.id)).map(({ position }) => position)
        expect(positions).toEqual(Array.from({ length: 12 }, (_, n) => n))
      })

      it('leaves nothing half: one change that cannot be made takes back the others', async () => {
        const broken = store.unitOfWork(async () => ({
          changes: [removal(founder), { type: 'addGroup', group: first } as const],
          value: null,
        }))
        await expect(broken).rejects.toMatchObject({ name: 'StorageError', fault: 'conflict' })
        expect(await store.members(house.id)).toEqual([founder])
      })

      it('passes on what was thrown while it was decided, and has done nothing', async () => {
        const refused = store.unitOfWork(async () => {
          throw new Error('refused')
        })
        await expect(refused).rejects.toThrow('refused')
        expect(await store.members(house.id)).toEqual([founder])
      })
    })

    it('hands out copies: nobody changes what is stored by changing an answer', async () => {
      const answer = (await store.member(founder.id))!
      answer.role = 'observer'
      expect((await store.member(founder.id))?.role).toBe('moderator')
    })

    it('answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined()
    })
  })
}
