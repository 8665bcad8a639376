import { Socket, type OnReadOpts, type Server, type SocketConstructorOpts } from 'node:net'

/** Looks at what was read: `length` bytes that the next read overwrites. False when they are to go the usual way. */
export type Taker = (bytes: Uint8Array, length: number) => boolean

const READ_BYTES = 64 * 1024

/** Node's own view of a socket. Its types keep it back, and so does its manual (docs/decisions/0036). */
interface Accepted {
  _handle: object | null
}
interface HandleOptions extends SocketConstructorOpts {
  handle: object
  onread: OnReadOpts
}

/**
 * Lets all connections of a server read into one buffer. Node by itself makes a new one of 64 kB for each read, to keep
 * a hundred bytes of it; in a server of thousands of short messages that is a tenth of all time. What nobody takes goes
 * on through the socket's stream as ever, as a copy.
 */
export class SharedReads {
  readonly #buffer = new Uint8Array(READ_BYTES)
  readonly #takers = new WeakMap<Socket, { take: Taker | null }>()

  /** Before the server listens. */
  constructor(server: Server) {
    const listeners = server.listeners('connection') as ((this: Server, socket: Socket) => void)[]
    server.removeAllListeners('connection')
    server.on('connection', (accepted) => {
      const socket = this.#reopened(accepted)
      for (const listener of listeners) listener.call(server, socket)
    })
  }

  /** From now on what a connection reads is offered to `take` first; from connections of other servers nothing is. */
  offer(socket: Socket, take: Taker): void {
    const taker = this.#takers.get(socket)
    if (taker) taker.take = take
  }

  /** The same connection, reading as Node lets only those read that are opened, not those that are accepted. */
  #reopened(accepted: Socket): Socket {
    const inner = accepted as unknown as Accepted
    const handle = inner._handle
    if (!handle) return accepted
    inner._handle = null
    const taker: { take: Taker | null } = { take: null }
    const buffer = this.#buffer
    const callback = (length: number): boolean =>
      taker.take?.(buffer, length) === true || socket.push(Buffer.from(buffer.subarray(0, length)))
    const options: HandleOptions = { handle, allowHalfOpen: true, onread: { buffer, callback } }
    const socket: Socket = new Socket(options)
    this.#takers.set(socket, taker)
    // Its server counts it until it is gone
    socket.once('close', () => accepted.destroy())
    return socket
  }
}
