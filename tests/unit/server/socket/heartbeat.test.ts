import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { Heartbeat } from '#server/socket/heartbeat.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'

class FakeSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  beats = 0

  write(): void {
    this.beats++
  }

  terminate(): void {
    this.readyState = 3
    this.emit('close')
  }
}

const watched = (heartbeat: Heartbeat) => {
  const socket = new FakeSocket()
  heartbeat.watch(socket as unknown as WebSocket, socket as unknown as Socket)
  return socket
}

test('R9 a peer that vanished without a word is cut within half a minute, one that answers stays', async () => {
  const clock = new FakeClock()
  const heartbeat = new Heartbeat(clock)
  const [vanished, present] = [watched(heartbeat), watched(heartbeat)]
  await clock.advance(15_000)
  present.emit('pong')
  await clock.advance(15_000)
  expect(vanished.readyState).toBe(3)
  expect(present.readyState).toBe(1)
  expect(present.beats).toBeGreaterThan(0)
})

test('without sockets no timer runs', async () => {
  const clock = new FakeClock()
  const heartbeat = new Heartbeat(clock)
  const sockets = [watched(heartbeat), watched(heartbeat)]
  expect(clock.pendingTimers).toBe(1)
  await clock.advance(20_000)
  for (const socket of sockets) socket.terminate()
  expect(clock.pendingTimers).toBe(0)
})
