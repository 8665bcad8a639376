// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ExportsPanel } from '#client/export/ExportsPanel.tsx'
import { newId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const workshop = {
  id: newId<WorkshopId>(),
  title: 'Werkstatt',
  language: 'de',
  archivedAt: null,
  groups: [],
  me: { id: newId<MemberId>(), role: 'manager', groupIds: 'all' },
} as unknown as WorkshopView

it('files for the records are asked for with the years that somebody wrote, and not with what are none', async () => {
  const asked = serverAnswers({
    houseTemplates: [],
    summaries: [],
    releaseCheck: { groups: [], moderators: [] },
    previewExport: { parts: [], headings: [], pages: null },
  })
  show(<ExportsPanel workshop={workshop} />)
  fireEvent.click(screen.getByRole('radio', { name: 'Alles für die E-Akte' }))
  const years = screen.getByLabelText('Aufbewahrungsfrist in Jahren')
  fireEvent.change(years, { target: { value: '0' } })
  expect(screen.getByText(/ganze Zahl von 1 bis 99/)).toBeTruthy()
  const take = screen.getByRole('button', { name: /als ZIP herunterladen/ })
  expect(take.getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(years, { target: { value: '30' } })
  fireEvent.click(take)
  await screen.findByRole('dialog')
  await expect
    .poll(() => asked.find(({ endpoint }) => endpoint === 'previewExport')?.query)
    .toMatchObject({
      content: 'archive',
      retention: '30',
    })
})
