// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RoomContext, type Room } from '#client/room-context/room-context.ts'
import { useTimerWords } from '#client/room/shell/use-timer-words.ts'
import { announce } from '#client/ui/announcements.ts'
import type { Timer } from '#shared/facilitation/timer/state.ts'
import { memorySession } from '#tests/support/room-session.ts'
import '#tests/support/views.tsx'

vi.mock('#client/ui/announcements.ts', { spy: true })

const MINUTE_MS = 60_000
const session = memorySession()

beforeEach(() => {
  vi.mocked(announce).mockClear()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

function runs(leftMs: number, plannedMs = leftMs): void {
  const { state } = session.facilitation.getState()
  const timer: Timer = { status: 'running', endsAt: session.serverNow() + leftMs, plannedMs }
  session.facilitation.setState({ state: { ...state!, timer } })
}
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
const said = () => vi.mocked(announce).mock.calls.map(([words]) => words)
const listen = () =>
  renderHook(useTimerWords, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <RoomContext value={{ session } as unknown as Room}>{children}</RoomContext>
    ),
  })

it('says the time at its beginning, five minutes and one minute before its end, and at the end', () => {
  runs(8 * MINUTE_MS)
  listen()
  const words = ['Die Zeit läuft: 08:00.']
  const after = (ms: number, ...next: string[]) => {
    pass(ms)
    words.push(...next)
    expect(said()).toEqual(words)
  }
  after(3 * MINUTE_MS - 1)
  after(1, 'Noch 5 Minuten.')
  after(4 * MINUTE_MS - 1)
  after(1, 'Noch eine Minute.')
  after(MINUTE_MS - 1)
  after(1, 'Die Zeit ist um.')
})

it('says again what lies ahead once there is more time, and to whoever comes later nothing that has passed', () => {
  runs(MINUTE_MS, 8 * MINUTE_MS)
  listen()
  pass(MINUTE_MS / 2)
  expect(said()).toEqual([])
  act(() => runs(5 * MINUTE_MS + MINUTE_MS / 2, 13 * MINUTE_MS))
  pass(MINUTE_MS / 2)
  expect(said()).toEqual(['Mehr Zeit: 05:30.', 'Noch 5 Minuten.'])
})
