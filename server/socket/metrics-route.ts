import type { FastifyInstance, FastifyRequest } from 'fastify'
import { systemClock } from '#server/base/system-clock.ts'
import type { Clock } from '#server/ports/clock.ts'
import { watchLoopLag } from '#server/rooms/loop-lag.ts'
import { metricsText } from '#server/rooms/metrics-text.ts'
import type { RoomMetrics } from '#server/rooms/metrics.ts'
import { processFacts } from '#server/rooms/process-facts.ts'
import { Problem } from '#shared/errors/problem.ts'

interface MetricsDeps {
  metrics: RoomMetrics
  clock?: Clock
  /** Who may read the figures; loopback only where nothing else is said. They hold no names and no content. */
  mayObserve?: (request: FastifyRequest) => boolean | Promise<boolean>
}

/** `GET /metrics` in OpenMetrics text, for Prometheus and its kin. */
export function registerMetrics(app: FastifyInstance, deps: MetricsDeps): void {
  const { metrics, clock = systemClock, mayObserve = isLoopback } = deps
  const stopWatching = watchLoopLag(metrics, clock)
  app.addHook('onClose', (_app, done) => {
    stopWatching()
    done()
  })
  app.get('/metrics', async (request, reply) => {
    if (!(await mayObserve(request))) throw new Problem('forbidden', 'metrics')
    return reply
      .header('content-type', 'application/openmetrics-text; version=1.0.0; charset=utf-8')
      .send(metricsText(metrics, processFacts()))
  })
}

/** The peer itself, never a header: behind a proxy on the same machine, the proxy has to keep `/metrics` to itself. */
function isLoopback(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? ''
  const isForwarded =
    request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(address)
}
