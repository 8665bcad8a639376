import type { FastifyReply } from 'fastify'
import type { JobOwner } from '#server/export/workers.ts'

/** Whoever hangs up waits no longer, and nothing is done for them. */
export function ownerOf({ raw }: FastifyReply, person: string): JobOwner {
  const leaving = new AbortController()
  raw.once('close', () => leaving.abort(new Error('hung up')))
  return { person, gone: leaving.signal }
}
