import { describe, expect, test } from 'vitest'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import type { BallotBox, BoxId } from '#server/ports/ballot-box.ts'
import { whereverItFails, type TestDisk } from './disk.ts'

/** Fresh, empty boxes, and what a suite can do to them. */
export interface BoxesOnDisk {
  box: BallotBox
  /** Where the ballots of one vote lie; it is there once the box is open. */
  diskOf: (id: BoxId) => TestDisk
  /** Closes them and opens what they left, as after a restart. */
  reopened: () => BallotBox
  /** A second writer on the same storage. */
  beside: () => BallotBox
}

/** What every adapter of `BallotBox` promises. */
export function ballotBoxContract(name: string, open: () => BoxesOnDisk): void {
  const id = { groupId: newId<GroupId>(), voteId: 'vote-1' }
  const [jana, tom] = [newId<MemberId>(), newId<MemberId>()]

  describe(`${name} as ballot box`, () => {
    test('keeps one choice of each member, the last one', async () => {
      const { box } = open()
      box.open(id)
      await Promise.all([box.cast(id, jana, 'rot'), box.cast(id, tom, 'blau')])
      await box.cast(id, jana, 'grün')
      box.open(id)
      expect(box.turnout(id)).toBe(2)
      expect(box.choices(id)?.sort()).toEqual(['blau', 'grün'])
      expect(box.own(id, jana)).toBe('grün')
      expect(box.own(id, newId())).toBeNull()
    })

    test('has no box that was never opened, and none that was destroyed', async () => {
      const { box } = open()
      await expect(box.cast(id, jana, 'rot')).rejects.toThrow()
      box.open(id)
      await box.cast(id, jana, 'rot')
      expect(box.ids()).toEqual([id])
      box.destroy(id)
      box.destroy(id)
      expect([box.turnout(id), box.choices(id), box.own(id, jana)]).toEqual([null, null, null])
      expect(box.ids()).toEqual([])
    })

    test('keeps votes apart', async () => {
      const { box } = open()
      const other = { ...id, voteId: 'vote-2' }
      for (const each of [id, other]) box.open(each)
      await box.cast(id, jana, 'rot')
      expect([box.turnout(id), box.turnout(other), box.own(other, jana)]).toEqual([1, 0, null])
      box.destroy(other)
      expect(box.ids()).toEqual([id])
    })

    test('a ballot that the disk refuses does not count, and can be cast again', async () => {
      const { box, diskOf } = open()
      box.open(id)
      await box.cast(id, jana, 'rot')
      const look = async () => [box.turnout(id), box.own(id, jana), box.own(id, tom)]
      await whereverItFails(diskOf(id), () => box.cast(id, jana, 'grün'), look)
      await whereverItFails(diskOf(id), () => box.cast(id, tom, 'blau'), look)
      expect(await look()).toEqual([2, 'grün', 'blau'])
    })

    test('ballots are there again when it is opened anew', async () => {
      const boxes = open()
      boxes.box.open(id)
      await boxes.box.cast(id, jana, 'rot')
      const again = boxes.reopened()
      expect([again.turnout(id), again.own(id, jana), again.ids()]).toEqual([1, 'rot', [id]])
      await again.cast(id, jana, 'blau')
      expect(again.choices(id)).toEqual(['blau'])
    })

    test('of two who take ballots at once none is lost, and each member counts once', async () => {
      const boxes = open()
      const both = [boxes.box, boxes.beside()]
      both[0]!.open(id)
      const voters = Array.from({ length: 20 }, () => newId<MemberId>())
      await Promise.all(
        voters.flatMap((voter, n) => both.map((box, at) => box.cast(id, voter, `${n} by ${at}`))),
      )
      for (const box of both) {
        expect(box.turnout(id)).toBe(20)
        expect(new Set(box.choices(id)!.map((choice) => choice.split(' ')[0])).size).toBe(20)
      }
    })
  })
}
