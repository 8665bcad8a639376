import type { FastifyRequest } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site's page sends in a person's name: every request that changes something and every websocket
 * must come from this very origin. Browsers always name it there; other clients have to set the header themselves.
 * Runs before a socket is upgraded.
 * @throws Problem origin_refused
 */
export function checkOrigin(request: FastifyRequest, publicUrl: URL | null): void {
  // No browser sends a key by itself
  if (request.accessKey) return
  const isUpgrade = request.headers.upgrade !== undefined
  if (safeMethods.has(request.method) && !isUpgrade) return
  const origin = hostOf(request.headers.origin)
  if (origin === null || (origin !== request.host && origin !== publicUrl?.host)) {
    throw new Problem('origin_refused')
  }
}

/** `null` (sandboxed frames, files) and anything but a web origin are nobody's host. */
function hostOf(origin: string | undefined): string | null {
  if (origin === undefined || !URL.canParse(origin)) return null
  const url = new URL(origin)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.host : null
}
