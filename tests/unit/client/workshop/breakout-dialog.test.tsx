// @vitest-environment jsdom
import { useState } from 'react'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { BreakoutDialog } from '#client/workshop/breakouts/BreakoutDialog.tsx'
import { newId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { OpenBreakoutsRequest } from '#shared/protocol/breakouts.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const member = (name: string): MemberView => ({
  id: newId<MemberId>(),
  name,
  organisationId: null,
  organisation: '',
  organisationKind: 'municipality',
  role: 'participant',
  groupIds: [],
  mayChooseGroup: false,
  hasAccount: false,
  standing: 'present',
  standsInFor: null,
})
const people = Array.from({ length: 12 }, (_, n) => member(`Person ${n + 1}`))
const workshop = { id: newId<WorkshopId>(), language: 'de', groups: [] } as unknown as WorkshopView

/** The dialog while the answer of who is in the plenum may change behind it. */
function Stage({ onProjectRooms = () => Promise.resolve(true) }) {
  const [hereCount, setHereCount] = useState(people.length)
  const here = people.slice(0, hereCount).map(({ id }) => id)
  return (
    <>
      <button onClick={() => setHereCount(6)}>half of them leave</button>
      <BreakoutDialog
        workshop={workshop}
        breakouts={{ byChoice: false, open: [], last: [], here }}
        onProjectRooms={onProjectRooms}
        onClose={() => undefined}
      />
    </>
  )
}

it('keeps everybody in the room that was shown, when people leave the plenum meanwhile', async () => {
  const asked = serverAnswers({ members: people, openBreakouts: { open: [], last: [], here: [] } })
  show(<Stage />)
  const rooms = await screen.findByLabelText<HTMLSelectElement>('Räume')
  await waitFor(() => expect(rooms.value).toBe('3'))
  fireEvent.change(screen.getByLabelText('Person 1'), { target: { value: '2' } })
  fireEvent.click(screen.getByText('half of them leave'))
  expect(rooms.value).toBe('3')
  fireEvent.click(screen.getByRole('button', { name: 'Räume öffnen' }))
  await waitFor(() => expect(asked.some(({ endpoint }) => endpoint === 'openBreakouts')).toBe(true))
  const { body } = asked.find(({ endpoint }) => endpoint === 'openBreakouts')!
  const seated = (body as OpenBreakoutsRequest).rooms.map(({ memberIds }) => memberIds)
  expect(seated).toHaveLength(3)
  expect(seated[2]).toContain(people[0]!.id)
  expect(seated.flat().sort()).toEqual(people.map(({ id }) => id).sort())
})

it('asks for a shorter task where the project rooms take none so long, and sends nobody out without it', async () => {
  let sent = 0
  serverAnswers({ members: people })
  show(
    <Stage
      onProjectRooms={() => {
        sent++
        return Promise.resolve(true)
      }}
    />,
  )
  const task = await screen.findByLabelText<HTMLTextAreaElement>('Auftrag')
  fireEvent.change(task, { target: { value: 'x'.repeat(limits.maxRoomMessageChars + 1) } })
  fireEvent.change(screen.getByLabelText('Wer geht wohin?'), { target: { value: 'project' } })
  fireEvent.click(screen.getByRole('button', { name: 'Räume öffnen' }))
  expect(task.getAttribute('aria-invalid')).toBe('true')
  expect(sent).toBe(0)
  fireEvent.change(task, { target: { value: 'Drei Ideen' } })
  fireEvent.click(screen.getByRole('button', { name: 'Räume öffnen' }))
  await waitFor(() => expect(sent).toBe(1))
})
