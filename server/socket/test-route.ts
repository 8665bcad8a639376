import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'
import { limits } from '#shared/base/limits.ts'
import type { Clock } from '#server/ports/clock.ts'

/** Going away, as browsers know it. */
const CLOSE_NORMAL = 1000
const CLOSE_BUSY = 1013

/**
 * `GET /connection-test`: sends back what it gets, so that anybody can see before a meeting whether their network lets
 * websockets through and how long they take. Knows nobody and needs no login; few messages, small ones, and not for long.
 * Comes after `registerSync`, which brings the websockets.
 */
export function registerConnectionTest(app: FastifyInstance, clock: Clock): void {
  let open = 0
  app.get('/connection-test', { websocket: true }, (websocket) => {
    // What a peer does wrong ends it; without a listener its error would end the process
    websocket.on('error', () => websocket.terminate())
    if (open >= limits.connectionTestsAtOnce) return websocket.close(CLOSE_BUSY)
    open++
    const cancel = clock.after(limits.connectionTestMs, () => websocket.close(CLOSE_NORMAL))
    websocket.on('close', () => {
      open--
      cancel()
    })
    echo(websocket)
  })
}

function echo(websocket: WebSocket): void {
  let left = limits.connectionTestMessages
  websocket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary || data.length > limits.connectionTestBytes || left-- === 0)
      return websocket.close(CLOSE_NORMAL)
    websocket.send(data.toString())
  })
}
