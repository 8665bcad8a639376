// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BreakoutEnds } from '#client/facilitation/call/BreakoutEnds.tsx'
import { loadRoomTexts } from '#client/i18n/i18n.ts'
import { RoomContext, type Room } from '#client/room-context/room-context.ts'
import { announce } from '#client/ui/announcements.ts'
import { memorySession } from '#tests/support/room-session.ts'
import '#tests/support/views.tsx'

vi.mock('#client/ui/announcements.ts', { spy: true })

const MINUTE_MS = 60_000
const session = memorySession({ pageId: 'page:one' })

beforeEach(() => {
  vi.mocked(announce).mockClear()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

function showWith(leftMs: number) {
  const { state } = session.facilitation.getState()
  const timer = { status: 'running', endsAt: session.serverNow() + leftMs } as NonNullable<
    typeof state
  >['timer']
  session.facilitation.setState({ state: { ...state!, timer } })
  const group = { kind: 'breakout', archivedAt: null }
  render(
    <RoomContext value={{ session, group } as unknown as Room}>
      <BreakoutEnds />
    </RoomContext>,
  )
}

it('tells once that it is soon over, and not again when it is', async () => {
  await loadRoomTexts()
  showWith(MINUTE_MS)
  expect(announce).toHaveBeenCalledTimes(1)
  screen.getByText(/^Gleich geht es zurück/)
  act(() => void vi.advanceTimersByTime(MINUTE_MS + 2_000))
  screen.getByText(/^Die Zeit der Kleingruppe ist um/)
  expect(announce).toHaveBeenCalledTimes(1)
})

it('does not tell whoever comes afterwards that it is soon over', () => {
  showWith(-MINUTE_MS)
  screen.getByText(/^Die Zeit der Kleingruppe ist um/)
  expect(announce).not.toHaveBeenCalled()
})
