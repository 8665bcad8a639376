import { beforeEach, describe, expect, it } from 'vitest'
import { newId, type GroupId, type MeetingId, type WorkshopId } from '#shared/base/ids.ts'
import { accepted, refused } from '#shared/base/result.ts'
import type { PlanBounds, PlanStore } from '#server/ports/plan-store.ts'
import { whereverItFails, type TestDisk } from './disk.ts'
import { meetingWith, ownMethod, plannedStep } from '#tests/support/agenda.ts'

interface Setting {
  store: PlanStore
  workshopIds: readonly [WorkshopId, WorkshopId]
  groupIds: readonly [GroupId, GroupId]
  disk: TestDisk
  /** Closes it and opens what it left, as after a restart. */
  reopened(): Promise<PlanStore>
  /** A second writer on the same storage. */
  beside(): Promise<PlanStore>
}

const meeting = (title: string, startsAt: number | null = null) =>
  meetingWith([plannedStep('a', { note: 'Leise bleiben' })], { id: newId<MeetingId>(), title, startsAt })

const roomy: PlanBounds = { meetings: 9, bytes: 1_000_000 }

/** What every plan store keeps to. */
export function describePlanStore(name: string, open: () => Promise<Setting>): void {
  describe(`plan store (${name})`, () => {
    let setting: Setting
    let store: PlanStore
    let here: WorkshopId
    let elsewhere: WorkshopId
    beforeEach(async () => {
      setting = await open()
      store = setting.store
      ;[here, elsewhere] = setting.workshopIds
    })
    const titles = async () => (await store.meetings(here)).map(({ title }) => title)

    it('answers with meetings by date, those without one last', async () => {
      await store.add(
        here,
        [meeting('ohne'), meeting('später', 200), meeting('früher', 100), meeting('auch ohne')],
        roomy,
      )
      expect(await titles()).toEqual(['früher', 'später', 'ohne', 'auch ohne'])
    })

    it('gives back a meeting as it was stored, and in its own workshop only', async () => {
      const stored = meeting('Treffen', 100)
      await store.add(here, [stored], roomy)
      expect(await store.meeting(here, stored.id)).toEqual(stored)
      expect(await store.meeting(elsewhere, stored.id)).toBeNull()
      expect(await store.meetings(elsewhere)).toEqual([])
    })

    it('takes all meetings or none when the plan would be too full', async () => {
      expect(await store.add(here, [meeting('1'), meeting('2')], { ...roomy, meetings: 3 })).toBe(true)
      expect(await store.add(here, [meeting('3'), meeting('4')], { ...roomy, meetings: 3 })).toBe(false)
      expect(await titles()).toEqual(['1', '2'])
    })

    it('takes no more than a plan may weigh, and what grows is refused where there is no more space', async () => {
      const bounds = { ...roomy, bytes: 2_000 }
      const long = (one: ReturnType<typeof meeting>) => ({ ...one, note: 'ü'.repeat(1_000) })
      const [first, second] = [meeting('1'), meeting('2')]
      expect(await store.add(here, [first, second], bounds)).toBe(true)
      expect(await store.add(here, [long(meeting('3'))], bounds)).toBe(false)
      const grow = (one: typeof first) => accepted(long(one))
      expect(await store.change(here, first.id, grow, bounds)).toEqual(refused('plan_full'))
      expect(await store.change(here, first.id, grow, roomy)).toEqual(accepted(long(first)))
      const shorten = (one: typeof first) => accepted({ ...one, note: 'kürzer'.repeat(100) })
      expect((await store.change(here, first.id, shorten, bounds))?.ok).toBe(true)
      expect(await titles()).toEqual(['1', '2'])
    })

    it('stores what was decided on the stored meeting, and nothing when it was refused', async () => {
      const stored = meeting('Alt', 100)
      await store.add(here, [stored], roomy)
      const renamed = await store.change(
        here,
        stored.id,
        (now) => accepted({ ...now, title: `${now.title} neu` }),
        roomy,
      )
      expect(renamed).toEqual(accepted({ ...stored, title: 'Alt neu' }))
      expect(await store.change(here, stored.id, () => refused('nein'), roomy)).toEqual(refused('nein'))
      expect(await titles()).toEqual(['Alt neu'])
    })

    it('changes nothing in another workshop', async () => {
      const stored = meeting('Alt')
      await store.add(here, [stored], roomy)
      expect(await store.change(elsewhere, stored.id, accepted, roomy)).toBeNull()
      await store.remove(elsewhere, stored.id, 1)
      expect(await titles()).toEqual(['Alt'])
    })

    it('removes a meeting, also twice', async () => {
      const stored = meeting('Alt')
      await store.add(here, [stored], roomy)
      await store.remove(here, stored.id, 1)
      await store.remove(here, stored.id, 1)
      expect(await titles()).toEqual([])
    })

    it('remembers what was called off until its day has come, and no word of it', async () => {
      const soon = { ...meeting('Geheim'), startsAt: 500, sequence: 2 }
      const past = { ...meeting('Vorbei'), startsAt: 50 }
      const undated = { ...meeting('Ohne Tag'), startsAt: null }
      await store.add(here, [soon, past, undated], roomy)
      for (const { id } of [soon, past, undated]) await store.remove(here, id, 100)
      const { id, minutes, groupIds, startsAt } = soon
      expect(await store.cancelled(here, 100)).toEqual([{ id, minutes, groupIds, startsAt, sequence: 3 }])
      expect(await store.cancelled(here, 500)).toEqual([])
      expect(await store.cancelled(elsewhere, 100)).toEqual([])
    })

    it('what the disk refuses, wherever, leaves nothing half', async () => {
      const look = async () => [await store.meetings(here), await store.cancelled(here, 0)]
      const [one, other] = [meeting('eins'), meeting('zwei')]
      await whereverItFails(setting.disk, () => store.add(here, [one, other], roomy), look)
      const rename = () =>
        store.change(here, one.id, (stored) => accepted({ ...stored, title: `${stored.title} neu` }), roomy)
      await whereverItFails(setting.disk, rename, look)
      await whereverItFails(setting.disk, () => store.remove(here, other.id, 1), look)
      expect(await titles()).toEqual(['eins neu'])
    })

    it('calls it a conflict when the id of a meeting is taken, and adds none', async () => {
      const stored = meeting('da')
      await store.add(here, [stored], roomy)
      const again = store.add(here, [meeting('neu'), stored], roomy)
      await expect(again).rejects.toMatchObject({ name: 'StorageError', fault: 'conflict' })
      expect(await titles()).toEqual(['da'])
    })

    it('has all meetings again after a restart', async () => {
      const stored = [meeting('früher', 100), meeting('ohne')]
      await store.add(here, stored, roomy)
      expect(await (await setting.reopened()).meetings(here)).toEqual(stored)
    })

    it('of two who change a meeting at once neither takes back what the other did', async () => {
      const both = [store, await setting.beside()]
      const stored = meeting('x')
      await store.add(here, [stored], roomy)
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          both[n % 2]!.change(here, stored.id, (now) => accepted({ ...now, title: `${now.title}x` }), roomy),
        ),
      )
      expect(await titles()).toEqual(['x'.repeat(21)])
    })

    it('of two who add at once only so many are added as there is room for', async () => {
      const both = [store, await setting.beside()]
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          both[n % 2]!.add(here, [meeting('a'), meeting('b')], { ...roomy, meetings: 5 }),
        ),
      )
      expect(answers.filter(Boolean)).toHaveLength(2)
      expect(await titles()).toHaveLength(4)
    })

    describe('methods of a workshop’s own', () => {
      const names = async (of = store) => (await of.methods(here)).map(({ name }) => name)

      it('are there again after a restart, in the order in which they were made, for their workshop only', async () => {
        const [first, second] = [ownMethod({ name: 'Zuerst' }), ownMethod({ name: 'Dann' })]
        expect(await store.addMethod(here, first, 9)).toBe(true)
        expect(await store.addMethod(here, second, 9)).toBe(true)
        expect(await store.methods(elsewhere)).toEqual([])
        expect(await (await setting.reopened()).methods(here)).toEqual([first, second])
      })

      it('are no more than there may be', async () => {
        expect(await store.addMethod(here, ownMethod({ name: 'eins' }), 1)).toBe(true)
        expect(await store.addMethod(here, ownMethod({ name: 'zwei' }), 1)).toBe(false)
        expect(await names()).toEqual(['eins'])
      })

      it('are changed by who has seen the last revision, and by nobody else', async () => {
        const method = ownMethod({ name: 'eins' })
        await store.addMethod(here, method, 9)
        const beside = await setting.beside()
        expect(await store.changeMethod(here, { ...method, revision: 2, name: 'zwei' })).toBe(true)
        expect(await beside.changeMethod(here, { ...method, revision: 2, name: 'drei' })).toBe(false)
        expect(await store.changeMethod(elsewhere, { ...method, revision: 3 })).toBeNull()
        expect(await names()).toEqual(['zwei'])
      })

      it('are removed, also twice, and not through another workshop', async () => {
        const method = ownMethod({ name: 'eins' })
        await store.addMethod(here, method, 9)
        await store.removeMethod(elsewhere, method.id)
        expect(await names()).toEqual(['eins'])
        await store.removeMethod(here, method.id)
        await store.removeMethod(here, method.id)
        expect(await names()).toEqual([])
        expect(await store.changeMethod(here, { ...method, revision: 2 })).toBeNull()
      })

      it('are not half written by a disk that is full', async () => {
        const [one, other] = [ownMethod({ name: 'eins' }), ownMethod({ name: 'zwei' })]
        await whereverItFails(setting.disk, () => store.addMethod(here, one, 9), names)
        await store.addMethod(here, other, 9)
        const change = () => store.changeMethod(here, { ...one, revision: 2, name: 'neu' })
        await whereverItFails(setting.disk, change, names)
        await whereverItFails(setting.disk, () => store.removeMethod(here, other.id), names)
        expect(await names()).toEqual(['neu'])
      })
    })

    describe('summaries', () => {
      const write = (text: string, from = '', groupId: GroupId | null = null) =>
        store.writeSummary(here, { groupId, text }, from)

      it('are there again after a restart, of all together and of each group, in their workshop only', async () => {
        const [groupId] = setting.groupIds
        await write('Gruppe', '', groupId)
        await write('Alle')
        const both = [
          { groupId: null, text: 'Alle' },
          { groupId, text: 'Gruppe' },
        ]
        expect(await store.summaries(elsewhere)).toEqual([])
        expect(await (await setting.reopened()).summaries(here)).toEqual(both)
      })

      it('are written over only by whoever has read them, and are gone when they are empty', async () => {
        expect(await write('eins')).toBe(true)
        expect(await write('zwei')).toBe(false)
        expect(await write('eins')).toBe(true)
        expect(await write('zwei', 'eins')).toBe(true)
        expect(await store.summaries(here)).toEqual([{ groupId: null, text: 'zwei' }])
        expect(await write('', 'zwei')).toBe(true)
        expect(await store.summaries(here)).toEqual([])
      })

      it('are not half written by a disk that is full', async () => {
        await write('eins')
        const now = () => store.summaries(here)
        await whereverItFails(setting.disk, () => write('zwei', 'eins'), now)
        expect(await now()).toEqual([{ groupId: null, text: 'zwei' }])
      })
    })

    describe('what is said to slides', () => {
      const write = (text: string, from = '', placeId = 'shape:one', max = 9) =>
        store.writeSpeakerNote(setting.groupIds[0], { placeId, text }, from, max)
      const notes = (of = store) => of.speakerNotes(setting.groupIds[0])

      it('is there again after a restart, for its own group only', async () => {
        await write('Erst die Frage, dann das Bild')
        await write('Guten Morgen', '', 'page:one')
        const both = [
          { placeId: 'page:one', text: 'Guten Morgen' },
          { placeId: 'shape:one', text: 'Erst die Frage, dann das Bild' },
        ]
        expect(await store.speakerNotes(setting.groupIds[1])).toEqual([])
        expect(await notes(await setting.reopened())).toEqual(both)
      })

      it('is written over only by whoever has read it, and is gone when it is empty', async () => {
        expect(await write('eins')).toBe(true)
        expect(await write('zwei')).toBe(false)
        expect(await write('eins')).toBe(true)
        expect(await write('zwei', 'eins')).toBe(true)
        expect(await notes()).toEqual([{ placeId: 'shape:one', text: 'zwei' }])
        expect(await write('', 'zwei')).toBe(true)
        expect(await notes()).toEqual([])
      })

      it('has no more places than a group may have, and those may still be written on', async () => {
        expect(await write('a', '', 'shape:a', 1)).toBe(true)
        expect(await write('b', '', 'shape:b', 1)).toBe(false)
        expect(await write('c', 'a', 'shape:a', 1)).toBe(true)
        expect(await notes()).toEqual([{ placeId: 'shape:a', text: 'c' }])
      })

      it('is not half written by a disk that is full', async () => {
        await write('eins')
        await whereverItFails(setting.disk, () => write('zwei', 'eins'), notes)
        expect(await notes()).toEqual([{ placeId: 'shape:one', text: 'zwei' }])
      })
    })
  })
}
