import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** A proxy as offices have them: hands on every request, and websockets as long as somebody allowed them. */
export class HttpProxy {
  readonly #server: Server
  readonly #targetPort: number
  readonly #sockets = new Set<Duplex>()
  /** What becomes of websockets: handed on, swallowed without a word, or refused at once. */
  websockets: 'pass' | 'swallow' | 'refuse' = 'pass'

  private constructor(server: Server, targetPort: number) {
    this.#server = server
    this.#targetPort = targetPort
    server.on('request', (incoming, answer) => {
      const { method, url, headers } = incoming
      const onward = request(
        { host: '127.0.0.1', port: targetPort, method, path: url, headers },
        (answered) => {
          answer.writeHead(answered.statusCode!, answered.headers)
          answered.pipe(answer)
        },
      )
      onward.on('error', () => answer.destroy())
      incoming.pipe(onward)
    })
    server.on('upgrade', (incoming, socket) => this.#upgrade(incoming, socket))
  }

  static async before(targetPort: number): Promise<HttpProxy> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new HttpProxy(server, targetPort)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Breaks every websocket that stands. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.cut()
    this.#server.closeAllConnections()
    const closed = once(this.#server, 'close')
    this.#server.close()
    await closed
  }

  #upgrade({ method, url, rawHeaders }: IncomingMessage, client: Duplex): void {
    this.#keep(client)
    if (this.websockets === 'refuse') client.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')
    if (this.websockets !== 'pass') return
    const server = connect(this.#targetPort, '127.0.0.1')
    this.#keep(server)
    const headers = rawHeaders.map((part, n) => (n % 2 === 0 ? `${part}: ` : `${part}\r\n`)).join('')
    server.write(`${method} ${url} HTTP/1.1\r\n${headers}\r\n`)
    server.pipe(client).pipe(server)
    client.on('close', () => server.destroy())
    server.on('close', () => client.destroy())
  }

  #keep(socket: Duplex | Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#sockets.delete(socket))
  }
}
