// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { WorkshopState } from '#client/workshop/WorkshopState.tsx'
import { WorkshopsPage } from '#client/workshop/WorkshopsPage.tsx'
import type { WorkshopSummary } from '#shared/protocol/api.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

afterEach(() => vi.unstubAllEnvs())

it('how a workshop stands is asked while it is in use, and no more of one in the archive', async () => {
  const managed = { role: 'manager', language: 'de', memberCount: 9, groupCount: 2, createdAt: 0 }
  const workshops = [
    { ...managed, id: 'used', title: 'Antragswege', archivedAt: null },
    { ...managed, id: 'past', title: 'Vorjahr', archivedAt: 1 },
  ]
  const asked = serverAnswers({
    session: { account: null, workshops },
    workshops,
    cockpit: { at: 0, asOf: 0, groups: [] },
  })
  show(<WorkshopsPage />)
  expect(await screen.findByText('Vorjahr')).toBeTruthy()
  expect(await screen.findByText(/keine Sitzung geplant/)).toBeTruthy()
  expect(asked.filter(({ endpoint }) => endpoint === 'cockpit')).toHaveLength(1)
})

it('calls a task overdue from the first minute of the day after, as people here count days', async () => {
  showTasks({ tasks: [{ day: '2026-11-21' }], counts: { tasks: 1 } })
  expect(await screen.findByText(/1 Aufgabe offen, 1 überfällig/)).toBeTruthy()
})

it('counts tasks that were not sent, and says that at least those are overdue that were', async () => {
  showTasks({ tasks: [{ day: '2026-11-20' }, { day: '2026-11-21' }], counts: { tasks: 400 } })
  expect(await screen.findByText(/400 Aufgaben offen, mindestens 2 überfällig/)).toBeTruthy()
})

function showTasks(some: object): void {
  vi.stubEnv('TZ', 'Europe/Berlin')
  const group = { phase: 'problem', nextMeeting: null, activeAt: null, ...some }
  serverAnswers({ cockpit: { at: Date.parse('2026-11-22T00:30:00+01:00'), asOf: 0, groups: [group] } })
  show(<WorkshopState workshop={{ id: 'one' } as unknown as WorkshopSummary} />)
}
