import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Nothing is loaded from, or sent to, any other origin; no page may be framed. */
export async function registerSecurityHeaders(app: FastifyInstance, publicUrl: URL | null): Promise<void> {
  const isEncrypted = publicUrl?.protocol === 'https:'
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The canvas sets positions and sizes by style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    // Browsers ignore these two without encryption, or complain about them.
    strictTransportSecurity: isEncrypted ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: isEncrypted,
    originAgentCluster: isEncrypted,
  })
}
