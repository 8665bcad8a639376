import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CommandDesk } from '#client/session/command-desk.ts'
import { commandIdSchema } from '#shared/facilitation/commands.ts'
import type { UpMessage } from '#shared/protocol/facilitation-messages.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function desk() {
  const sent: (UpMessage & { type: 'command' })[] = []
  const line = { open: true }
  const commands = new CommandDesk((message) => {
    if (line.open && message.type === 'command') sent.push(message)
    return line.open
  })
  return { commands, sent, line }
}

test('an answer reaches whoever asked', async () => {
  const { commands, sent } = desk()
  const lock = commands.send({ type: 'lock' })
  const end = commands.send({ type: 'endTimer' })
  commands.refused(sent[1]!.id, 'timer_not_running')
  commands.accepted(sent[0]!.id)
  expect(await lock).toEqual({ ok: true, value: undefined })
  expect(await end).toEqual({ ok: false, refusal: 'timer_not_running' })
})

test('each command has an id of its own that the server takes', () => {
  const { commands, sent } = desk()
  void commands.send({ type: 'lock' })
  void commands.send({ type: 'lock' })
  expect(sent.map(({ id }) => commandIdSchema.safeParse(id).success)).toEqual([true, true])
  expect(new Set(sent.map(({ id }) => id)).size).toBe(2)
})

test('what was not answered when the line broke is asked again under the same id', async () => {
  const { commands, sent } = desk()
  const extend = commands.send({ type: 'extendTimer', byMs: 60_000 })
  commands.askAgain()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
  commands.accepted(sent[0]!.id)
  commands.askAgain()
  expect(sent).toHaveLength(2)
  expect((await extend).ok).toBe(true)
})

test('without a line a command is refused at once and never sent later', async () => {
  const { commands, sent, line } = desk()
  line.open = false
  expect(await commands.send({ type: 'lock' })).toEqual({ ok: false, refusal: 'room_unavailable' })
  line.open = true
  commands.askAgain()
  expect(sent).toEqual([])
})

test('no answer in time, or the end of the session, settles a command', async () => {
  const { commands } = desk()
  const late = commands.send({ type: 'lock' })
  vi.advanceTimersByTime(10_000)
  expect(await late).toEqual({ ok: false, refusal: 'room_unavailable' })
  const cut = commands.send({ type: 'lock' })
  commands.giveUp()
  expect(await cut).toEqual({ ok: false, refusal: 'room_unavailable' })
  expect(vi.getTimerCount()).toBe(0)
})
