// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { focusManager } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OperationPage } from '#client/operation/OperationPage.tsx'
import { lookEveryMs } from '#client/operation/looks.ts'
import { changeLanguage } from '#client/i18n/i18n.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { OperationView } from '#shared/protocol/operation.ts'
import { look } from '#tests/support/operation-look.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const account = { account: { id: 'a', name: 'Mara', email: 'mara@example.org' }, workshops: [] }
const bounds = [10, 20, 50]

/** The answers may be changed while the page is open. */
function open(operation: OperationView | ErrorCode = look(), session: object = account) {
  const answers: Record<string, object | ErrorCode> = { session, operation }
  const asked = serverAnswers(answers)
  show(<OperationPage />)
  const looks = () => asked.filter(({ endpoint }) => endpoint === 'operation').length
  return { answers, looks }
}

/** The text of one figure: its value and what stands beside it. */
const figure = (label: string) => screen.getByText(label, { selector: 'dt' }).parentElement!.textContent

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  vi.useRealTimers()
  focusManager.setFocused(undefined)
})

const nextLook = () => act(() => vi.advanceTimersByTimeAsync(lookEveryMs))

describe('the operator’s page', () => {
  it('says with the first look whether all is well, and since when', async () => {
    open(look({ startedAt: 0, at: 100 * 60_000, people: 14, connections: 15, rooms: 3 }))
    await screen.findByText(/Alles läuft/)
    expect(screen.getByText('läuft seit 1 Stunde und 40 Minuten')).toBeTruthy()
    expect(figure('Personen verbunden')).toContain('14')
    expect(figure('Räume geladen')).toContain('3')
    expect(screen.getAllByText('ja')).toHaveLength(3)
  })

  it('turns counts into what happens per second', async () => {
    const { answers } = open(look({ at: 100_000, framesIn: 100, bytesOut: 0 }))
    await screen.findByText(/Alles läuft/)
    const ackMs = { bounds, counts: [0, 10, 0, 0] }
    answers.operation = look({ at: 105_000, framesIn: 300, bytesOut: 60_000, ackMs })
    await nextLook()
    await waitFor(() => expect(figure('Nachrichten herein')).toContain('40/s'))
    expect(figure('Daten hinaus')).toContain('12 kB/s')
    expect(figure('Bis „Gespeichert“')).toMatch(/15 ms.*langsamste 5 %: 20 ms/)
  })

  it('asks nothing while nobody sees it', async () => {
    const { looks } = open()
    await screen.findByText(/Alles läuft/)
    focusManager.setFocused(false)
    const before = looks()
    await nextLook()
    await nextLook()
    expect(looks()).toBe(before)
    focusManager.setFocused(true)
    await nextLook()
    expect(looks()).toBeGreaterThan(before)
  })

  it('lists refusals with the sentence that people read, the most frequent first', async () => {
    open(look({ refusals: { flooding: 2, room_locked: 7 } }))
    const table = await screen.findByRole('table', { name: 'Abgelehnt seit dem Start' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^7Der Raum ist gerade gesperrt.*room_locked$/),
      expect.stringMatching(/^2Von diesem Gerät kamen zu viele.*flooding$/),
    ])
  })

  it('says what to do when the server cannot store', async () => {
    open(look({ storageWritable: false, ready: false }))
    expect((await screen.findByRole('alert')).textContent).toContain('ob die Festplatte voll ist')
    expect(screen.getAllByText('nein')).toHaveLength(2)
  })

  it('keeps the last figures when the server does not answer, and says how old they are', async () => {
    const { answers } = open(look({ people: 14 }))
    await screen.findByText(/Alles läuft/)
    answers.operation = 'internal'
    await nextLook()
    expect((await screen.findByRole('alert')).textContent).toMatch(/Die Zahlen sind von \d/)
    expect(figure('Personen verbunden')).toContain('14')
  })

  it('sends somebody without an account to the login and asks the server nothing', async () => {
    const { looks } = open(look(), { account: null, workshops: [{ id: 'w' }] })
    await screen.findByRole('link', { name: 'Anmelden' })
    expect(looks()).toBe(0)
  })

  it('speaks English', async () => {
    await changeLanguage('en')
    open(look({ people: 1, refusals: { flooding: 1 } }))
    await screen.findByText('Everything is running.')
    expect(document.body.textContent).not.toMatch(/operation\.|Nachrichten|Menschen/)
  })
})
