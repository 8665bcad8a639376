import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform.ts'
import { PublicTextPages, publicTexts, type PublicText } from '../public-texts.ts'

/** Imprint, privacy and accessibility from the operator's files: for everybody, logged in or not, without any script. */
export function registerPublicTextRoutes(app: FastifyInstance, { config }: Platform): void {
  const pages = new PublicTextPages(config)
  for (const name of Object.keys(publicTexts) as PublicText[]) {
    app.get(publicTexts[name].path, async (_request, reply) => {
      const elsewhere = config[publicTexts[name].option]
      if (elsewhere) return reply.redirect(elsewhere)
      const page = await pages.page(name)
      if (page === null) return reply.callNotFound()
      return reply.type('text/html; charset=utf-8').send(page)
    })
  }
}
