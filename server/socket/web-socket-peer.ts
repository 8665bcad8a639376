import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Bundle } from '#server/rooms/bundle.ts'
import type { PeerSocket } from '#server/rooms/peer-socket.ts'

/** How long a peer may take to answer a close frame before the connection is cut. */
const CLOSE_TIMEOUT_MS = 2_000

/**
 * A room's view of a websocket. Bundles are framed already, so they go straight to the socket below: `ws` would build
 * a header per message and recipient. Safe because nothing is compressed, so `ws` itself never holds frames back.
 */
export class WebSocketPeer implements PeerSocket {
  readonly #websocket: WebSocket
  readonly #socket: Socket

  constructor(websocket: WebSocket, socket: Socket) {
    this.#websocket = websocket
    this.#socket = socket
  }

  write(bundle: Bundle): void {
    if (this.#websocket.readyState === this.#websocket.OPEN) this.#socket.write(bundle.wire)
  }

  get bufferedBytes(): number {
    return this.#socket.writableLength
  }

  close(code: number, reason: string): void {
    this.#websocket.close(code, reason)
    const cut = setTimeout(() => this.#websocket.terminate(), CLOSE_TIMEOUT_MS)
    this.#websocket.once('close', () => clearTimeout(cut))
  }
}
