import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Clock } from '#server/ports/clock.ts'

/** Stock clients give a silent server up after 30 s; a broken line is noticed after two beats. */
const BEAT_MS = 14_000

/**
 * A ping, answered by the browser itself, and an awareness message about nobody: pages do not see pings, and
 * y-websocket reconnects when it has seen no message for half a minute.
 */
const BEAT = Buffer.from([0x89, 0x00, 0x82, 0x03, 0x01, 0x01, 0x00])

interface Pulse {
  websocket: WebSocket
  socket: Socket
  isAlive: boolean
}

/** Cuts sockets whose peer has vanished without a word. One timer for all of them, and none while there are none. */
export class Heartbeat {
  readonly #clock: Clock
  readonly #pulses = new Set<Pulse>()
  #cancel: (() => void) | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Answers what to call when something arrived; a second listener on every message would cost more than the sign. */
  watch(websocket: WebSocket, socket: Socket): () => void {
    const pulse = { websocket, socket, isAlive: true }
    const beAlive = () => void (pulse.isAlive = true)
    websocket.on('pong', beAlive)
    websocket.once('close', () => this.#forget(pulse))
    this.#pulses.add(pulse)
    this.#cancel ??= this.#clock.after(BEAT_MS, () => this.#beat())
    return beAlive
  }

  #forget(pulse: Pulse): void {
    this.#pulses.delete(pulse)
    if (this.#pulses.size > 0) return
    this.#cancel?.()
    this.#cancel = null
  }

  #beat(): void {
    this.#cancel = this.#clock.after(BEAT_MS, () => this.#beat())
    for (const pulse of this.#pulses) {
      const { websocket, socket, isAlive } = pulse
      pulse.isAlive = false
      if (!isAlive) websocket.terminate()
      else if (websocket.readyState === websocket.OPEN) socket.write(BEAT)
    }
  }
}
