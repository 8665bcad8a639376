import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What somebody asked of the stand-in. */
interface Asked {
  path: string
  key: string | undefined
  model: string
  input: string[]
}

/**
 * A service that knows what texts mean as far as a test needs it: one axis per word it was given, the length of the text
 * on none. Speaks OpenAI's `/embeddings` over a real socket.
 */
export class MeaningStandIn {
  readonly asked: Asked[] = []
  /** Answers with this instead of directions. */
  instead: { status: number; body: string } | null = null
  readonly #server: Server
  readonly #words: readonly string[]

  private constructor(words: readonly string[]) {
    this.#words = words
    this.#server = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(pieces).toString()) as { model: string; input: string[] }
        this.asked.push({ path: request.url ?? '', key: request.headers.authorization, ...body })
        const { status, body: text } = this.instead ?? { status: 200, body: this.#directions(body.input) }
        response.writeHead(status, { 'content-type': 'application/json' }).end(text)
      })
    })
  }

  static async listen(words: readonly string[]): Promise<MeaningStandIn> {
    const standIn = new MeaningStandIn(words)
    await new Promise<void>((resolve) => standIn.#server.listen(0, '127.0.0.1', resolve))
    return standIn
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`)
  }

  get texts(): string[] {
    return this.asked.flatMap(({ input }) => input)
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  #directions(input: readonly string[]): string {
    const data = input.map((text, index) => ({
      index,
      embedding: [0.01, ...this.#words.map((word) => (text.includes(word) ? 1 : 0))],
    }))
    // In any order: the index says whose it is
    return JSON.stringify({ data: data.reverse() })
  }
}
