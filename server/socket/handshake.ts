import { z } from 'zod'
import type { Handshake } from '#shared/protocol/wire.ts'

const whole = (max: number) => z.coerce.number().int().min(0).max(max).optional().catch(undefined)

const schema = z.object({
  v: whole(1_000),
  gen: whole(Number.MAX_SAFE_INTEGER),
  client: whole(2 ** 32 - 1),
  deflate: whole(1),
})

/** The handshake's query parameters; what is missing or unreadable counts as not said, as stock clients do. */
export function readHandshake(query: unknown): Partial<Handshake> {
  return schema.safeParse(query).data ?? {}
}
