import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'

/**
 * One request at a time on a connection, as browsers and proxies ask. Node reads all that arrived in one piece at once,
 * so that sixteen hundred requests in one packet would be one block of work.
 */
export function registerOneAtATime(app: FastifyInstance): void {
  const busy = new WeakSet<Socket>()
  app.addHook('onRequest', async ({ raw: { socket } }) => {
    if (busy.has(socket)) {
      socket.destroy()
      throw new Problem('rate_limited', 'a request before the one before was answered')
    }
    busy.add(socket)
  })
  app.addHook('onResponse', async ({ raw: { socket } }) => void busy.delete(socket))
}
