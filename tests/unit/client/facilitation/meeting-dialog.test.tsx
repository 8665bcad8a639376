// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { MeetingDialog, newMeetingFields } from '#client/facilitation/agenda/MeetingDialog.tsx'
import { changeLanguage } from '#client/i18n/i18n.ts'
import { RoomContext, type Room } from '#client/room-context/room-context.ts'
import type { GroupId } from '#shared/base/ids.ts'
import '#tests/support/views.tsx'

const groups = [
  { id: 'plenum' as GroupId, name: 'Plenum', kind: 'plenum', archivedAt: null },
  { id: 'north' as GroupId, name: 'Nord', kind: 'project', archivedAt: null },
  { id: 'south' as GroupId, name: 'Süd', kind: 'project', archivedAt: null },
  { id: 'small' as GroupId, name: 'Kleingruppe 1', kind: 'breakout', archivedAt: null },
]

it('a meeting is for all groups, for one or for several', () => {
  const onSave = vi.fn(async () => false)
  render(
    <RoomContext value={{ workshop: { groups } } as unknown as Room}>
      <MeetingDialog
        title="Sitzung"
        open
        initial={newMeetingFields('Kick-off')}
        onClose={vi.fn()}
        onSave={onSave}
      />
    </RoomContext>,
  )
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })
  const saved = () => {
    fireEvent.submit(box('Nord').closest('form')!)
    return onSave.mock.lastCall
  }
  const forGroups = (groupIds: unknown): unknown[] => [expect.objectContaining({ groupIds })]
  expect(screen.queryByRole('checkbox', { name: 'Kleingruppe 1' })).toBeNull()
  expect(box('Alle Gruppen').checked).toBe(true)
  expect(saved()).toEqual(forGroups('all'))
  fireEvent.click(box('Süd'))
  fireEvent.click(box('Nord'))
  expect(box('Alle Gruppen').checked).toBe(false)
  expect(saved()).toEqual(forGroups(['north', 'south']))
  fireEvent.click(box('Süd'))
  expect(saved()).toEqual(forGroups(['north']))
  fireEvent.click(box('Nord'))
  expect(box('Alle Gruppen').checked).toBe(true)
  fireEvent.click(box('Süd'))
  fireEvent.click(box('Alle Gruppen'))
  expect(saved()).toEqual(forGroups('all'))
})

it('names of groups are in the language of their workshop', async () => {
  await changeLanguage('en')
  render(
    <RoomContext value={{ workshop: { groups, language: 'de' } } as unknown as Room}>
      <MeetingDialog
        title="Meeting"
        open
        initial={newMeetingFields('Kick-off')}
        onClose={vi.fn()}
        onSave={vi.fn(async () => true)}
      />
    </RoomContext>,
  )
  const inGerman = [...document.querySelectorAll('label [lang=de]')].map(({ textContent }) => textContent)
  expect(inGerman).toEqual(['Plenum', 'Nord', 'Süd'])
})
