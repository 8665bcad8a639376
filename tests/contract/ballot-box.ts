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
  reopened: () => Promise<BallotBox>
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
      await box.open(id)
      await Promise.all([box.cast(id, jana, 'rot'), box.cast(id, tom, 'blau')])
      await box.cast(id, jana, 'grün')
      await box.open(id)
      expect(await box.turnout(id)).toBe(2)
      expect((await box.choices(id))?.sort()).toEqual(['blau', 'grün'])
      expect(await box.own(id, jana)).toBe('grün')
      expect(await box.own(id, newId())).toBeNull()
    })

    test('has no box that was never opened, and none that was destroyed', async () => {
      const { box } = open()
      const nothing = async () => [await box.turnout(id), await box.choices(id), await box.own(id, jana)]
      expect(await box.cast(id, jana, 'rot')).toBe(false)
      expect(await nothing()).toEqual([null, null, null])
      await box.open(id)
      expect(await box.cast(id, jana, 'rot')).toBe(true)
      expect(await box.ids()).toEqual([id])
      await box.destroy(id)
      await box.destroy(id)
      expect(await box.cast(id, jana, 'rot')).toBe(false)
      expect(await nothing()).toEqual([null, null, null])
      expect(await box.ids()).toEqual([])
    })

    test('carries out calls in the order in which they are made, and answers them so', async () => {
      const { box } = open()
      const answered: string[] = []
      const ask = async <Answer>(name: string, call: Promise<Answer>): Promise<Answer> => {
        const answer = await call
        answered.push(name)
        return answer
      }
      const answers = await Promise.all([
        ask('open', box.open(id)),
        ask('cast', box.cast(id, jana, 'rot')),
        ask('turnout', box.turnout(id)),
        ask('cast again', box.cast(id, jana, 'blau')),
        ask('choices', box.choices(id)),
        ask('last cast', box.cast(id, tom, 'rot')),
        ask('destroy', box.destroy(id)),
        ask('too late', box.cast(id, jana, 'grün')),
        ask('gone', box.choices(id)),
      ])
      expect(answers).toEqual([undefined, true, 1, true, ['blau'], true, undefined, false, null])
      expect(answered).toEqual([
        'open',
        'cast',
        'turnout',
        'cast again',
        'choices',
        'last cast',
        'destroy',
        'too late',
        'gone',
      ])
    })

    test('keeps votes apart', async () => {
      const { box } = open()
      const other = { ...id, voteId: 'vote-2' }
      for (const each of [id, other]) await box.open(each)
      await box.cast(id, jana, 'rot')
      const found = [await box.turnout(id), await box.turnout(other), await box.own(other, jana)]
      expect(found).toEqual([1, 0, null])
      await box.destroy(other)
      expect(await box.ids()).toEqual([id])
    })

    test('a ballot that the disk refuses does not count, and can be cast again', async () => {
      const { box, diskOf } = open()
      await box.open(id)
      await box.cast(id, jana, 'rot')
      const look = async () => [await box.turnout(id), await box.own(id, jana), await box.own(id, tom)]
      await whereverItFails(diskOf(id), () => box.cast(id, jana, 'grün'), look)
      await whereverItFails(diskOf(id), () => box.cast(id, tom, 'blau'), look)
      expect(await look()).toEqual([2, 'grün', 'blau'])
    })

    test('ballots are there again when it is opened anew', async () => {
      const boxes = open()
      await boxes.box.open(id)
      await boxes.box.cast(id, jana, 'rot')
      const again = await boxes.reopened()
      const found = [await again.turnout(id), await again.own(id, jana), await again.ids()]
      expect(found).toEqual([1, 'rot', [id]])
      await again.cast(id, jana, 'blau')
      expect(await again.choices(id)).toEqual(['blau'])
    })

    test('of two who take ballots at once none is lost, and each member counts once', async () => {
      const boxes = open()
      const both = [boxes.box, boxes.beside()]
      await both[0]!.open(id)
      const voters = Array.from({ length: 20 }, () => newId<MemberId>())
      await Promise.all(
        voters.flatMap((voter, n) => both.map((box, at) => box.cast(id, voter, `${n} by ${at}`))),
      )
      for (const box of both) {
        expect(await box.turnout(id)).toBe(20)
        expect(new Set((await box.choices(id))!.map((choice) => choice.split(' ')[0])).size).toBe(20)
      }
    })
  })
}
