import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'

interface UnderWay {
  ended: Promise<void>
  end: () => void
  /** Whether a request waits for this one. */
  isAwaited: boolean
}

function begun(): UnderWay {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  return { ended, end, isAwaited: false }
}

/**
 * One request at a time on a connection, as browsers and proxies ask. Node reads all that arrived in one piece at once,
 * so that sixteen hundred requests in one packet would be one block of work. One more may wait: whoever has the last byte
 * of a file asks for the next thing before we have seen the end of the file ourselves.
 */
export function registerOneAtATime(app: FastifyInstance): void {
  const connections = new WeakMap<Socket, UnderWay>()
  app.addHook('onRequest', async ({ raw: { socket } }) => {
    const before = connections.get(socket)
    if (before?.isAwaited) {
      socket.destroy()
      throw new Problem('rate_limited', 'a request before the one before was answered')
    }
    if (before) {
      before.isAwaited = true
      await before.ended
    }
    connections.set(socket, begun())
  })
  app.addHook('onResponse', async ({ raw: { socket } }) => {
    connections.get(socket)?.end()
    connections.delete(socket)
  })
}
