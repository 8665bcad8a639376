import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createHmac } from 'node:crypto'
import type { Certificate } from './certificate.ts'

interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** Another system on this machine that keeps what it gets. */
export class WebhookReceiver {
  readonly received: Received[] = []
  /** How it answers; null: never. */
  answer: ((response: ServerResponse) => void) | null = (response) => response.writeHead(204).end()
  readonly #server: Server

  private constructor(certificate?: Certificate) {
    const take = (request: IncomingMessage, response: ServerResponse) =>
      void (async () => {
        const pieces: Buffer[] = []
        for await (const piece of request) pieces.push(piece as Buffer)
        const body = Buffer.concat(pieces).toString()
        this.received.push({ path: request.url ?? '', headers: request.headers, body })
        this.answer?.(response)
      })()
    this.#server = certificate ? createSecureServer(certificate, take) : createServer(take)
  }

  /** @param certificate it is reached by TLS alone */
  static async open(certificate?: Certificate): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver(certificate)
    receiver.#server.listen(0, '127.0.0.1')
    await once(receiver.#server, 'listening')
    return receiver
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get origin(): string {
    return `http://localhost:${this.port}`
  }

  answerWith(status: number, headers: Record<string, string> = {}): void {
    this.answer = (response) => response.writeHead(status, headers).end()
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}

/** Which of a message's signatures somebody with this secret accepts. */
export function signaturesBy(secret: string, { headers, body }: Received): boolean[] {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  const right = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  return String(headers['webhook-signature'])
    .split(' ')
    .map((one) => one === right)
}
