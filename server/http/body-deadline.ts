import type { FastifyInstance, FastifyRequest } from 'fastify'
import { mayStandStill } from './under-way.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A big body of somebody who was let in before it is read; it may take as long as a thin line needs. */
    takesLong?: true
  }
}

/** A form's body fits into a few packets. */
const bodyWithinMs = 8_000
/** Whoever sends on after the answer has this long to read it. */
const lingerMs = 3_000

/**
 * Ends requests whose body does not come to its end: before login they would hold a connection, and what they have
 * sent so far, for minutes. Small bodies have seconds; big ones are let in first, and end with a refusal.
 */
export function registerBodyDeadline(app: FastifyInstance): void {
  const deadlines = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  app.addHook('onRequest', async (request) => {
    if (request.raw.complete || request.routeOptions.config.takesLong) return
    deadlines.set(request, setTimeout(() => request.raw.destroy(), bodyWithinMs).unref())
  })
  app.addHook('preValidation', async (request) => {
    clearTimeout(deadlines.get(request))
    if (request.routeOptions.config.takesLong) mayStandStill(request)
  })
  app.addHook('onResponse', async ({ raw }) => {
    if (raw.complete || raw.headers.upgrade !== undefined) return
    const timer = setTimeout(() => raw.destroy(), lingerMs).unref()
    raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
  })
}
