import type { FastifyInstance } from 'fastify'

/** Requests that are begun in one turn of the event loop; most take less than a millisecond of it. */
const AT_ONCE = 8

/**
 * Requests give way to rooms: a few are begun in each turn of the event loop, and what people do in rooms comes in between.
 * A thousand that arrive in the same moment, whoever they are from, would else be one block of work.
 */
export function registerTurnstile(app: FastifyInstance): void {
  const waiting: (() => void)[] = []
  let begun = 0
  const nextTurn = () => {
    const next = waiting.splice(0, AT_ONCE)
    begun = next.length
    if (begun > 0) setImmediate(nextTurn)
    for (const goOn of next) goOn()
  }
  app.addHook('onRequest', async () => {
    if (begun === 0) setImmediate(nextTurn)
    if (begun++ < AT_ONCE) return
    await new Promise<void>((goOn) => waiting.push(goOn))
  })
}
