import type { FastifyInstance } from 'fastify'
import type { Distribution, OperationView } from '#shared/protocol/operation.ts'
import type { Histogram } from '#server/rooms/histogram.ts'
import { processFacts } from '#server/rooms/process-facts.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Platform } from '../platform.ts'
import { serve } from '../serve.ts'

/** How the installation does, for people who run it. The same figures as `/metrics`, which is for machines. */
export function registerOperationRoutes(app: FastifyInstance, platform: Platform): void {
  const startedAt = platform.clock.now()

  serve(app, 'operation', async (request): Promise<OperationView> => {
    await platform.access.toInstallation(request, 'operation.observe')
    const fault = await platform.readiness.fault()
    return {
      version: packageJson.version,
      at: platform.clock.now(),
      startedAt,
      ready: fault === null,
      ...figures(platform),
      ...processFacts(),
    }
  })
}

function figures({ metrics }: Platform) {
  const { storageWritable, rooms, people, connections, commits, commitFailures, presenceDropped } = metrics
  const { framesIn, framesOut, bytesIn, bytesOut } = metrics
  return {
    ...{ storageWritable, rooms, people, connections, commits, commitFailures, presenceDropped },
    ...{ framesIn, framesOut, bytesIn, bytesOut },
    commitMs: distribution(metrics.commitMs),
    ackMs: distribution(metrics.ackMs),
    loopLagMs: distribution(metrics.loopLagMs),
    refusals: Object.fromEntries(metrics.refusals),
  }
}

function distribution({ bounds, counts }: Histogram): Distribution {
  return { bounds, counts }
}
