import { z } from 'zod'
import { Problem } from '#shared/errors/problem.ts'
import type { TextMeaning } from '#server/ports/text-meaning.ts'

interface EmbeddingSettings {
  /** The service's base address, as "http://localhost:11434/v1". */
  url: URL
  model: string
  /** Sent as a bearer token. */
  key: string | null
}

/** Small enough for services that take 32 texts at once, as text-embeddings-inference does unless told otherwise. */
const TEXTS_PER_REQUEST = 32
const MAX_TEXT_CHARS = 1_000
const ANSWER_WITHIN_MS = 60_000
/** 32 directions of 8,192 numbers, written out. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
})

/** Any service that speaks OpenAI's `/embeddings`: Ollama, vLLM, LocalAI, text-embeddings-inference. */
export class EmbeddingService implements TextMeaning {
  readonly service: TextMeaning['service']
  readonly #settings: EmbeddingSettings

  constructor(settings: EmbeddingSettings) {
    this.#settings = settings
    this.service = { host: settings.url.host, model: settings.model }
  }

  async directionsOf(texts: readonly string[]): Promise<number[][]> {
    const directions: number[][] = []
    for (let from = 0; from < texts.length; from += TEXTS_PER_REQUEST)
      directions.push(...(await this.#ask(texts.slice(from, from + TEXTS_PER_REQUEST))))
    const [first] = directions
    if (directions.some(({ length }) => length !== first?.length)) throw unavailable('lengths differ')
    return directions
  }

  async #ask(texts: readonly string[]): Promise<number[][]> {
    const input = texts.map((text) => text.slice(0, MAX_TEXT_CHARS))
    const answer = answerSchema.safeParse(await this.#post({ model: this.#settings.model, input }))
    if (!answer.success) throw unavailable('another shape')
    const byIndex = new Map(answer.data.data.map(({ index, embedding }) => [index, embedding]))
    return texts.map((_, index) => {
      const direction = byIndex.get(index)
      if (!direction) throw unavailable('a text is missing')
      return direction
    })
  }

  async #post(body: unknown): Promise<unknown> {
    const { url, key } = this.#settings
    const response = await fetch(new URL(`${url.pathname.replace(/\/$/, '')}/embeddings`, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(body),
      // The words go where the operator said, and nowhere else
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    }).catch((error: unknown) => {
      throw unavailable(faultOf(error))
    })
    if (!response.ok) throw unavailable(`status ${response.status}`)
    return jsonIn(response)
  }
}

/** The kind of fault alone: what a parser or a service says of it may repeat what it was given. */
function faultOf(error: unknown): string {
  const { name, cause } = error as { name: string; cause?: { code?: unknown } }
  return typeof cause?.code === 'string' ? cause.code : name
}

async function jsonIn(response: Response): Promise<unknown> {
  const text = await textOf(response).catch((error: unknown) => {
    throw unavailable(faultOf(error))
  })
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw unavailable('no JSON')
  }
}

async function textOf({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.byteLength
    if (bytes > MAX_ANSWER_BYTES) throw new RangeError('answers too much')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** What a service says of itself may repeat what it was asked: only the kind of fault goes into the log. */
const unavailable = (why: string) =>
  new Problem('meaning_unavailable', `embedding service: ${why.slice(0, 80)}`)
