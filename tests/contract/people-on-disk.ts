import { beforeEach, describe, expect, it } from 'vitest'
import { newId, type InviteId, type WorkshopId } from '#shared/base/ids.ts'
import type { Invite, Member, PeopleStore } from '#server/ports/people-store.ts'
import { whereverItFails, type TestDisk } from './disk.ts'
import { account, group, member, workshop } from './people-store.ts'

/** A fresh, empty store, and what a suite can do to it. */
export interface PeopleOnDisk {
  store: PeopleStore
  disk: TestDisk
  /** Closes it and opens what it left, as after a restart. */
  reopened(): Promise<PeopleStore>
  /** A second writer on the same storage. */
  beside(): Promise<PeopleStore>
}

const inviteTo = (workshopId: WorkshopId): Invite => {
  const id = newId<InviteId>()
  return {
    id,
    workshopId,
    label: '',
    role: 'participant',
    groupId: null,
    tokenHash: `token of ${id}`,
    codeHash: `code of ${id}`,
    createdAt: 1,
    expiresAt: 100,
    revokedAt: null,
    acceptedCount: 0,
  }
}

/** What a people store must keep to when its disk refuses, after a restart, and when two write at once. */
export function describePeopleOnDisk(name: string, open: () => Promise<PeopleOnDisk>): void {
  describe(`people store on its disk: ${name}`, () => {
    const house = workshop()
    const [plenum, first] = [group(house.id, 0), group(house.id, 1)]
    const chief = (joinedAt: number) => member(house.id, { role: 'moderator', groupIds: 'all', joinedAt })
    const [founder, second] = [chief(0), chief(1)]
    const invite = inviteTo(house.id)
    const browser = {
      tokenHash: 'browser',
      accountId: null,
      accountSince: 1,
      members: [],
      createdAt: 1,
      expiresAt: 100,
    }
    let people: PeopleOnDisk
    let store: PeopleStore
    beforeEach(async () => {
      people = await open()
      store = people.store
      await store.addWorkshop(house, [plenum, first], founder)
      await store.addInvite(invite)
      await store.addSession(browser)
    })

    const enter = (at: PeopleStore, newcomer: Member, places = { maxPlaces: 99, maxMembers: 99 }) =>
      at.addMember(newcomer, { returnTokenHash: `way of ${newcomer.id}`, inviteId: invite.id, ...places })

    /** Whatever one may see of the house. */
    const look = async (at = store) => ({
      workshop: await at.workshop(house.id),
      groups: await at.groups(house.id),
      members: await at.members(house.id),
      former: await at.formerMembers(house.id),
      invites: await at.invites(house.id),
      session: await at.session(browser.tokenHash, 1),
      account: await at.accountByEmail('mara@example.org'),
      removals: (await at.removals()).sort(),
    })

    const mara = account()
    const guest = member(house.id, { joinedAt: 2 })
    const removal = (one: Member) => ({ type: 'changeMember', member: { ...one, removedAt: 9 } }) as const
    it.each<[string, () => Promise<unknown>]>([
      ['a newcomer', () => enter(store, guest)],
      ['an account with its memberships', () => store.addAccount(mara, [founder.id])],
      ['a browser that becomes somebody', () => store.bindMember(browser.tokenHash, founder.id, 1)],
      ['a renamed group', () => store.renameGroup(first.id, 'Anders')],
      ['a revoked invitation', () => store.revokeInvite(invite.id, 5)],
      ['the end of a session', () => store.endSession(browser.tokenHash)],
      [
        'a unit of work',
        () =>
          store.unitOfWork(async () => ({
            changes: [
              { type: 'addGroup', group: group(house.id, 2) },
              removal(founder),
              { type: 'revokeInvite', inviteId: invite.id, at: 5 },
            ],
            value: null,
          })),
      ],
      ['the removal of a workshop', () => store.removeWorkshop(house.id)],
    ])('%s: what the disk refuses, wherever, leaves nothing half', async (_, act) => {
      await whereverItFails(people.disk, act, look)
    })

    it('a new workshop: what the disk refuses, wherever, leaves nothing half', async () => {
      const other = workshop()
      const groups = [group(other.id, 0), group(other.id, 1)]
      await whereverItFails(
        people.disk,
        () => store.addWorkshop(other, groups, member(other.id), [member(other.id, { removedAt: 1 })]),
        async () => [
          await store.workshop(other.id),
          await store.groups(other.id),
          await store.members(other.id),
        ],
      )
    })

    it('takes nobody in by an invitation that the disk refused to count', async () => {
      people.disk.refuseAfter(0)
      await expect(enter(store, guest)).rejects.toMatchObject({ name: 'StorageError' })
      people.disk.heal()
      expect(await enter(store, guest, { maxPlaces: 1, maxMembers: 99 })).toBe('added')
      expect((await store.invite(invite.id))?.acceptedCount).toBe(1)
    })

    it.each<[string, () => Promise<unknown>]>([
      ['workshop', () => store.addWorkshop(house, [], chief(5))],
      ['group', () => store.addGroup(first)],
      ['member', () => enter(store, founder)],
      ['invitation', () => store.addInvite(invite)],
    ])('calls it a conflict when the id of a %s is taken, and nothing changes', async (_, add) => {
      const before = await look()
      await expect(add()).rejects.toMatchObject({ name: 'StorageError', fault: 'conflict' })
      expect(await look()).toEqual(before)
    })

    it('is the same after a restart', async () => {
      await enter(store, guest)
      await store.addAccount(mara, [founder.id])
      await store.bindMember(browser.tokenHash, guest.id, 1)
      await store.unitOfWork(async () => ({ changes: [removal(founder)], value: null }))
      const before = await look()
      expect(await look(await people.reopened())).toEqual(before)
    })

    describe('with two who write at once', () => {
      let both: [PeopleStore, PeopleStore]
      beforeEach(async () => {
        both = [store, await people.beside()]
      })

      it('keeps one moderator, whichever two leave', async () => {
        await enter(store, second)
        const leave = (at: PeopleStore, one: Member) =>
          at.unitOfWork(async (reads) => {
            const chiefs = (await reads.members(house.id)).filter(({ role }) => role === 'moderator')
            const isLast = chiefs.length < 2
            return { changes: isLast ? [] : [removal(one)], value: isLast ? 'the last one' : 'left' }
          })
        const answers = await Promise.all([leave(both[0], founder), leave(both[1], second)])
        expect(answers.sort()).toEqual(['left', 'the last one'])
        for (const at of both) expect(await at.members(house.id)).toHaveLength(1)
      })

      it.each([
        ['workshop', { maxPlaces: 99, maxMembers: 4 }, 'workshop_full'],
        ['invitation', { maxPlaces: 3, maxMembers: 99 }, 'invite_full'],
      ] as const)('lets no more in than a %s has places', async (_, places, refusal) => {
        const newcomers = Array.from({ length: 10 }, (_, n) => member(house.id, { joinedAt: n + 2 }))
        const answers = await Promise.all(newcomers.map((one, n) => enter(both[n % 2]!, one, places)))
        expect(answers.filter((answer) => answer === 'added')).toHaveLength(3)
        expect(answers.filter((answer) => answer === refusal)).toHaveLength(7)
        for (const at of both) expect(await at.members(house.id)).toHaveLength(4)
        expect((await store.invite(invite.id))?.acceptedCount).toBe(3)
      })

      it('makes no more groups than there may be, each in a place of its own', async () => {
        const maxGroups = 5
        const add = (at: PeopleStore) =>
          at.unitOfWork(async (reads) => {
            const groups = await reads.groups(house.id)
            if (groups.length >= maxGroups) return { changes: [], value: 'enough' }
            const added = group(house.id, Math.max(...groups.map(({ position }) => position)) + 1)
            return { changes: [{ type: 'addGroup', group: added }], value: 'added' }
          })
        const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => add(both[n % 2]!)))
        expect(answers.filter((answer) => answer === 'added')).toHaveLength(3)
        expect((await both[1].groups(house.id)).map(({ position }) => position)).toEqual([0, 1, 2, 3, 4])
      })

      it('decides anew in the one when the other stored something between look and deed', async () => {
        await enter(store, second)
        const looks: number[] = []
        const left = await both[0].unitOfWork(async (reads) => {
          const present = await reads.members(house.id)
          looks.push(present.length)
          if (looks.length === 1) await both[1].changeMember({ ...founder, removedAt: 5 })
          return { changes: [removal(second)], value: present.length - 1 }
        })
        expect(looks).toEqual([2, 1])
        expect(left).toBe(0)
        expect(await both[1].members(house.id)).toEqual([])
      })

      it('gives an e-mail address and a way to a new password to one of them', async () => {
        const accounts = [account(), account()]
        const answers = await Promise.all(accounts.map((one, n) => both[n]!.addAccount(one)))
        expect(answers.sort()).toEqual([false, true])
        const { id } = (await store.accountByEmail('mara@example.org'))!
        await both[0].setPasswordReset(id, 'reset', 100)
        const taken = await Promise.all(both.map((at) => at.takePasswordReset('reset', 1)))
        expect(taken.filter((answer) => answer !== null)).toEqual([id])
      })
    })
  })
}
