import { beforeEach, describe, expect, it } from 'vitest'
import { newId, type MeetingId, type WorkshopId } from '#shared/base/ids.ts'
import { accepted, refused } from '#shared/base/result.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'

interface Setting {
  store: PlanStore
  workshopIds: readonly [WorkshopId, WorkshopId]
}

const meeting = (title: string, startsAt: number | null = null) =>
  meetingWith([plannedStep('a', { note: 'Leise bleiben' })], { id: newId<MeetingId>(), title, startsAt })

/** What every plan store keeps to. */
export function describePlanStore(name: string, open: () => Promise<Setting>): void {
  describe(`plan store (${name})`, () => {
    let store: PlanStore
    let here: WorkshopId
    let elsewhere: WorkshopId
    beforeEach(async () => {
      const setting = await open()
      store = setting.store
      ;[here, elsewhere] = setting.workshopIds
    })
    const titles = async () => (await store.meetings(here)).map(({ title }) => title)

    it('answers with meetings by date, those without one last', async () => {
      await store.add(
        here,
        [meeting('ohne'), meeting('später', 200), meeting('früher', 100), meeting('auch ohne')],
        9,
      )
      expect(await titles()).toEqual(['früher', 'später', 'ohne', 'auch ohne'])
    })

    it('gives back a meeting as it was stored, and in its own workshop only', async () => {
      const stored = meeting('Treffen', 100)
      await store.add(here, [stored], 9)
      expect(await store.meeting(here, stored.id)).toEqual(stored)
      expect(await store.meeting(elsewhere, stored.id)).toBeNull()
      expect(await store.meetings(elsewhere)).toEqual([])
    })

    it('takes all meetings or none when the plan would be too full', async () => {
      expect(await store.add(here, [meeting('1'), meeting('2')], 3)).toBe(true)
      expect(await store.add(here, [meeting('3'), meeting('4')], 3)).toBe(false)
      expect(await titles()).toEqual(['1', '2'])
    })

    it('stores what was decided on the stored meeting, and nothing when it was refused', async () => {
      const stored = meeting('Alt', 100)
      await store.add(here, [stored], 9)
      const renamed = await store.change(here, stored.id, (now) =>
        accepted({ ...now, title: `${now.title} neu` }),
      )
      expect(renamed).toEqual(accepted({ ...stored, title: 'Alt neu' }))
      expect(await store.change(here, stored.id, () => refused('nein'))).toEqual(refused('nein'))
      expect(await titles()).toEqual(['Alt neu'])
    })

    it('changes nothing in another workshop', async () => {
      const stored = meeting('Alt')
      await store.add(here, [stored], 9)
      expect(await store.change(elsewhere, stored.id, accepted)).toBeNull()
      await store.remove(elsewhere, stored.id)
      expect(await titles()).toEqual(['Alt'])
    })

    it('removes a meeting, also twice', async () => {
      const stored = meeting('Alt')
      await store.add(here, [stored], 9)
      await store.remove(here, stored.id)
      await store.remove(here, stored.id)
      expect(await titles()).toEqual([])
    })
  })
}
