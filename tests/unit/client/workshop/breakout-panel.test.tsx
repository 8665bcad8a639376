// @vitest-environment jsdom
import { useState } from 'react'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { toasts } from '#client/ui/toasts.ts'
import { BreakoutPanel } from '#client/workshop/breakouts/BreakoutPanel.tsx'
import { newId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { BreakoutsView } from '#shared/protocol/breakouts.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const workshop = { id: newId<WorkshopId>(), language: 'de', groups: [] } as unknown as WorkshopView
const breakouts: BreakoutsView = {
  byChoice: false,
  open: [{ groupId: newId<GroupId>(), name: 'Kleingruppe 1', memberIds: [] }],
  last: [],
  here: [],
}

afterEach(() => toasts.snapshot().forEach(({ id }) => toasts.dismiss(id)))

async function close({ withResults, brought }: { withResults: boolean; brought: number }) {
  const asked = serverAnswers({
    members: [],
    bringResults: { brought, withheld: 0 },
    closeBreakouts: { open: [], last: [], here: [] },
  })
  show(<BreakoutPanel workshop={workshop} breakouts={breakouts} />)
  fireEvent.click(screen.getByRole('button', { name: 'Zurückholen und schließen' }))
  const dialog = await screen.findByRole('dialog')
  if (!withResults) fireEvent.click(within(dialog).getByRole('checkbox'))
  fireEvent.click(within(dialog).getByRole('button', { name: 'Zurückholen und schließen' }))
  const said = await screen.findByText(/liegen im Archiv\./)
  await waitFor(() => expect(asked.some(({ endpoint }) => endpoint === 'closeBreakouts')).toBe(true))
  return { said: said.textContent, endpoints: asked.map(({ endpoint }) => endpoint) }
}

it('brings the results before it closes the rooms, and says how many came', async () => {
  const { said, endpoints } = await close({ withResults: true, brought: 2 })
  expect(endpoints.indexOf('bringResults')).toBeGreaterThan(-1)
  expect(endpoints.indexOf('bringResults')).toBeLessThan(endpoints.indexOf('closeBreakouts'))
  expect(said).toContain('2 Karten liegen jetzt im Plenum.')
})

it('says nothing of cards in the plenum where none were to be brought', async () => {
  const { said, endpoints } = await close({ withResults: false, brought: 0 })
  expect(endpoints).not.toContain('bringResults')
  expect(said).toBe('Die Kleingruppen sind geschlossen und liegen im Archiv.')
})

it('keeps the focus where an absent person is put into a room', async () => {
  const [id, groupId] = [newId<MemberId>(), breakouts.open[0]!.groupId]
  serverAnswers({
    members: [{ id, name: 'Kim', role: 'participant', groupIds: [], standing: 'present' }],
    moveToBreakout: { open: [], last: [], here: [] },
  })
  let put = (_: BreakoutsView) => undefined as void
  function Panel() {
    const [shown, setShown] = useState(breakouts)
    put = setShown
    return <BreakoutPanel workshop={workshop} breakouts={shown} />
  }
  show(<Panel />)
  const field = await screen.findByLabelText<HTMLSelectElement>('Kim')
  field.closest('details')!.open = true
  field.focus()
  fireEvent.change(field, { target: { value: groupId } })
  expect(field.disabled).toBe(false)
  act(() => put({ ...breakouts, open: [{ ...breakouts.open[0]!, memberIds: [id] }] }))
  expect(screen.getByLabelText('Kim')).toBe(field)
  expect(document.activeElement).toBe(field)
  expect(field.value).toBe(groupId)
})
