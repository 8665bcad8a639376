import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId, type ProfileId } from '#shared/base/ids.ts'
import {
  catalogueCsv,
  catalogueJsonLd,
  profileJsonLd,
  type CatalogueEntry,
} from '#shared/gallery/catalogue.ts'
import { foundIn, gallerySearch, topicsOf, type GallerySearch } from '#shared/gallery/search.ts'
import { contentDisposition, fileName } from '#shared/report/file-name.ts'
import { localTime } from '#shared/report/local-time.ts'
import { wordsIn } from '#shared/report/words.ts'
import type { PublishedProfile } from '#server/ports/gallery-store.ts'
import { GALLERY, galleryPath } from '../gallery/addresses.ts'
import { atomFeed } from '../gallery/feed.ts'
import { Findables } from '../gallery/findables.ts'
import { listPage } from '../gallery/list-page.ts'
import { gonePage, profilePage } from '../gallery/profile-page.ts'
import { fonts, style } from '../gallery/style.ts'
import { registerInterestForm, takesInterest } from './interest-form-routes.ts'
import type { Platform } from '../platform.ts'
import { publicTextLinks } from '../public-texts.ts'

/** Pages that load a sheet and letters from here, send forms to here, and run nothing. */
const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const FOR_EVER = 'public, max-age=31536000, immutable'
/** Whoever asks again gets what is public then: nothing that was withdrawn stays in a cache. */
const NEVER_KEPT = 'no-store'

type Language = 'de' | 'en'

/**
 * The gallery of solution profiles for everybody, without any script. It reads what is published and opens no room; where
 * the operator has not opened the gallery, there is none.
 */
export function registerPublicGallery(app: FastifyInstance, platform: Platform): void {
  const { config, galleries, clock } = platform
  if (!config.gallery) return
  const findables = new Findables()
  const originOf = (request: FastifyRequest) =>
    config.publicUrl?.origin ?? `${request.protocol}://${request.host}`
  const entryOf = (request: FastifyRequest, published: PublishedProfile): CatalogueEntry => ({
    ...published,
    url: originOf(request) + galleryPath(published.id),
  })
  const search = async (request: FastifyRequest) => {
    const wanted = gallerySearch.parse(request.query)
    const all = findables.of(await galleries.published())
    return { wanted, all, found: foundIn(all, wanted).map(({ published }) => entryOf(request, published)) }
  }
  const sendPage = (reply: FastifyReply, page: string) =>
    reply
      .header('Content-Security-Policy', POLICY)
      .header('Cache-Control', NEVER_KEPT)
      .header('Vary', 'Accept-Language')
      .type('text/html; charset=utf-8')
      .send(page)
  const sendGone = async (request: FastifyRequest, reply: FastifyReply) =>
    sendPage(
      reply.code(404),
      gonePage(languageOf(request, gallerySearch.parse(request.query)), await publicTextLinks(config)),
    )
  const publishedAt = async (request: FastifyRequest): Promise<PublishedProfile | null> => {
    const { profileId } = request.params as { profileId: string }
    return isId(profileId) ? galleries.profile(profileId as ProfileId) : null
  }
  const languageIn = (request: FastifyRequest) => languageOf(request, gallerySearch.parse(request.query))
  registerInterestForm(app, platform, {
    published: publishedAt,
    entryOf,
    languageOf: languageIn,
    sendPage,
    sendGone,
  })

  app.get(GALLERY, async (request, reply) => {
    const { wanted, all, found } = await search(request)
    const language = languageOf(request, wanted)
    const texts = await publicTextLinks(config)
    return sendPage(
      reply,
      listPage({ language, search: wanted, found, all: all.length, topics: topicsOf(all), texts }),
    )
  })

  // As people type it
  app.get(`${GALLERY}/`, async (request, reply) =>
    reply.redirect(GALLERY + request.url.replace(/^[^?]*/, '')),
  )

  app.get(`${GALLERY}/:profileId`, async (request, reply) => {
    const published = await publishedAt(request)
    if (!published) return sendGone(request, reply)
    const takes = await takesInterest(platform, published)
    const page = { entry: entryOf(request, published), language: languageIn(request), takesInterest: takes }
    return sendPage(reply, profilePage({ ...page, texts: await publicTextLinks(config) }))
  })

  app.get(`${GALLERY}/:profileId.jsonld`, async (request, reply) => {
    const published = await publishedAt(request)
    if (!published) return sendGone(request, reply)
    return reply
      .header('Cache-Control', NEVER_KEPT)
      .type('application/ld+json')
      .send(profileJsonLd(entryOf(request, published)))
  })

  app.get(galleryPath('katalog.csv'), async (request, reply) => {
    const { wanted, found } = await search(request)
    const language = languageOf(request, wanted)
    return reply
      .header('Content-Disposition', nameOf(language, clock.now(), 'csv'))
      .type('text/csv; charset=utf-8')
      .send(catalogueCsv(found, language))
  })

  app.get(galleryPath('katalog.jsonld'), async (request, reply) => {
    const { wanted, found } = await search(request)
    const language = languageOf(request, wanted)
    const { title } = wordsIn(language).publicGallery
    return reply
      .header('Content-Disposition', nameOf(language, clock.now(), 'jsonld'))
      .type('application/ld+json')
      .send(JSON.stringify(catalogueJsonLd(found, title, originOf(request) + galleryPath('')), null, 2))
  })

  app.get(galleryPath('neues.atom'), async (request, reply) => {
    const language = languageOf(request, gallerySearch.parse(request.query))
    const entries = (await galleries.published()).map((published) => entryOf(request, published))
    return reply
      .type('application/atom+xml; charset=utf-8')
      .send(atomFeed(entries, language, originOf(request)))
  })

  app.get(galleryPath('stil.css'), async (_request, reply) =>
    reply.header('Cache-Control', FOR_EVER).type('text/css; charset=utf-8').send(style),
  )
  const folder = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'),
  )
  for (const [name, file] of Object.entries(fonts))
    app.get(galleryPath(name), async (_request, reply) =>
      reply
        .header('Cache-Control', FOR_EVER)
        .type('font/ttf')
        .send(await readFile(join(folder, file))),
    )
}

function languageOf({ headers }: FastifyRequest, { lang }: GallerySearch): Language {
  if (lang) return lang
  const first = /\b(de|en)\b/i.exec(headers['accept-language'] ?? '')?.[1]
  return first?.toLowerCase() === 'en' ? 'en' : 'de'
}

const nameOf = (language: Language, now: number, extension: string) =>
  contentDisposition(
    fileName([wordsIn(language).publicGallery.title, localTime(language).fileDate(now)], extension),
  )
