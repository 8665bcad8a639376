import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import { sendProblem } from './error-handler.ts'

/** Vite names these by their content, so they never change. */
const hashedFolder = `${sep}assets${sep}`

/** What is never shown by itself, so that no browser looks at what documents are told. Pictures may be. */
const noDocument = /\.(js|css|woff2)(\.(br|gz))?$/
/**
 * And what is of no use to a file that never changes. A room asks for four dozen before its first card: on a slow line
 * these words alone would take it half a second.
 */
const forOthers = [
  'ETag',
  'Last-Modified',
  'Accept-Ranges',
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
]

/**
 * Serves the built client: files as they are, already compressed by the build, and its page for every address the
 * client knows how to show. Without a built client (development, tests) only the interface answers.
 */
export async function registerClientFiles(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = path.includes(hashedFolder)
        void reply.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        if (isHashed && noDocument.test(path)) for (const name of forOthers) void reply.removeHeader(name)
      },
    })
  }
  app.setNotFoundHandler((request, reply) =>
    isBuilt && asksForPage(request) ? sendPage(reply) : sendProblem(reply, new Problem('not_found')),
  )
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html')
}

function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  const isRead = method === 'GET' || method === 'HEAD'
  const isForMachines = /^\/(api|sync|health|metrics|assets)([/?]|$)/.test(url)
  return isRead && !isForMachines && (headers.accept ?? '').includes('text/html')
}
