import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** How a line behaves. What is not said is as good as a line can be. */
export interface LineFault {
  /** Every piece of data arrives this much later. Asked per piece, so it may vary; order stays, as in TCP. */
  delayMs?: () => number
  /** Bytes a second in each direction. */
  bytesPerSecond?: number
  /** Hands on one byte per write. */
  byteByByte?: boolean
  /** Takes everything and hands on nothing, without a word to either end: a router that lost its memory. */
  swallows?: boolean
  /** Reads nothing, as a device that fell asleep: what is sent to it piles up at its sender. */
  stalls?: boolean
  /** New connections are hung up on. */
  refuses?: boolean
}

/** A line between clients and a server, to be spoiled while they talk. */
export class TcpProxy {
  readonly #server: Server
  readonly #targetPort: number
  readonly #lines = new Set<Line>()
  #fault: LineFault = {}
  /** Bytes that arrived at clients. */
  bytesDown = 0

  private constructor(server: Server, targetPort: number) {
    this.#server = server
    this.#targetPort = targetPort
    server.on('connection', (client) => this.#accept(client))
  }

  static async before(targetPort: number): Promise<TcpProxy> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new TcpProxy(server, targetPort)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** From now on, for lines that stand and lines to come. */
  spoil(fault: LineFault): void {
    this.#fault = fault
    for (const line of this.#lines) line.obey()
  }

  /** Every line works again. One that swallowed data is broken for good, and both ends learn it now. */
  heal(): void {
    this.spoil({})
    for (const line of this.#lines) if (line.hasSwallowed) line.cut()
  }

  /** Breaks every line that stands. */
  cut(): void {
    for (const line of this.#lines) line.cut()
  }

  async close(): Promise<void> {
    this.cut()
    const closed = once(this.#server, 'close')
    this.#server.close()
    await closed
  }

  #accept(client: Socket): void {
    if (this.#fault.refuses) {
      client.destroy()
      return
    }
    const server = connect({ port: this.#targetPort, host: '127.0.0.1', noDelay: true })
    const line = new Line(client, server, () => this.#fault)
    this.#lines.add(line)
    line.obey()
    server.on('data', ({ length }) => (this.bytesDown += length))
    line.onEnd = () => this.#lines.delete(line)
  }
}

class Line {
  hasSwallowed = false
  onEnd: () => void = () => undefined
  readonly #ends: readonly Socket[]
  readonly #fault: () => LineFault

  constructor(client: Socket, server: Socket, fault: () => LineFault) {
    this.#ends = [client, server]
    this.#fault = fault
    this.#carry(client, server)
    this.#carry(server, client)
  }

  cut(): void {
    for (const end of this.#ends) end.destroy()
    this.onEnd()
  }

  /** What holds from now on also holds for what is under way. */
  obey(): void {
    for (const end of this.#ends)
      if (this.#fault().stalls) end.pause()
      else if (end.isPaused()) end.resume()
  }

  #carry(from: Socket, to: Socket): void {
    let last: Promise<void> = Promise.resolve()
    const after = (step: () => Promise<void> | void) => void (last = last.then(step))
    from.on('data', (data) => {
      if (this.#fault().swallows) this.hasSwallowed = true
      else after(() => this.#handOn(data, to))
    })
    // Whatever the cause, the other end only sees that the line is gone
    from.on('error', () => this.cut())
    from.on('close', () => after(() => this.cut()))
  }

  async #handOn(data: Buffer, to: Socket): Promise<void> {
    const { delayMs, bytesPerSecond, byteByByte } = this.#fault()
    if (delayMs) await wait(delayMs())
    if (bytesPerSecond) await wait((data.length / bytesPerSecond) * 1_000)
    if (to.destroyed) return
    if (!byteByByte) to.write(data)
    else for (let at = 0; at < data.length; at++) await written(to, data.subarray(at, at + 1))
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Resolves once the byte is with the system, so that the next one is a write of its own. */
const written = (to: Socket, byte: Buffer) =>
  new Promise<void>((resolve) => {
    if (to.destroyed) resolve()
    else to.write(byte, () => resolve())
  })
