import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { newId, type InterestId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { CatalogueEntry } from '#shared/gallery/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import { interestFacts, type InterestFacts, type InterestField } from '#shared/gallery/interest.ts'
import { fill, wordsIn } from '#shared/report/words.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import type { PublishedProfile } from '#server/ports/gallery-store.ts'
import { GALLERY, galleryPath } from '../gallery/addresses.ts'
import { FormStamps } from '../gallery/form-stamp.ts'
import {
  confirmedPage,
  confirmPage,
  interestPage,
  thanksPage,
  type InterestFault,
} from '../gallery/interest-page.ts'
import { InterestPace } from '../gallery/interest-pace.ts'
import type { Platform } from '../platform.ts'
import { publicTextLinks } from '../public-texts.ts'

/** What the pages of the gallery share. */
interface GalleryDesk {
  published: (request: FastifyRequest) => Promise<PublishedProfile | null>
  entryOf: (request: FastifyRequest, published: PublishedProfile) => CatalogueEntry
  languageOf: (request: FastifyRequest) => 'de' | 'en'
  sendPage: (reply: FastifyReply, page: string) => FastifyReply
  sendGone: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
}

const confirmQuery = z.object({ t: z.string().max(100).catch('') })
const MAX_FORM_BYTES = 16 * 1024
const fieldNames = Object.keys(interestFacts.shape) as InterestField[]

/** Whether somebody looks at what is sent: in the archive nobody does. */
export async function takesInterest(
  { people }: Pick<Platform, 'people'>,
  { workshopId, groupId }: Pick<PublishedProfile, 'workshopId' | 'groupId'>,
): Promise<boolean> {
  const [workshop, group] = [await people.workshop(workshopId), await people.group(groupId)]
  return workshop?.archivedAt === undefined && group !== null && group.archivedAt === undefined
}

/**
 * A form for everybody, without a script. What fills in forms by itself is met by a field that nobody sees, by the time it
 * takes to read the form, and by a pace; it is not told which.
 */
export function registerInterestForm(root: FastifyInstance, platform: Platform, desk: GalleryDesk): void {
  const { clock, config, interests, mailer } = platform
  const stamps = new FormStamps(clock)
  const pace = new InterestPace(clock)

  void root.register(async (app) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    const sendForm = async (
      request: FastifyRequest,
      reply: FastifyReply,
      published: PublishedProfile,
      answer: { typed: Record<string, string>; faults: InterestFault[] },
    ) => {
      const page = interestPage({
        entry: desk.entryOf(request, published),
        language: desk.languageOf(request),
        texts: await publicTextLinks(config),
        stamp: stamps.stamp(published.id),
        byMail: mailer !== null,
        ...answer,
      })
      // Else browsers would not say where the form was sent from
      return desk.sendPage(reply.header('Referrer-Policy', 'same-origin'), page)
    }
    /** Why it was not; null: it was, or waits for the mail to be answered. */
    const takeDown = async (
      { workshopId, groupId, artefactId, profile }: PublishedProfile,
      facts: InterestFacts,
      language: 'de' | 'en',
    ): Promise<'full' | 'mail' | null> => {
      const now = clock.now()
      const id = newId<InterestId>(now)
      const token = mailer ? newToken() : null
      const interest = {
        id,
        workshopId,
        groupId,
        artefactId,
        solution: profile.name,
        sentAt: now,
        confirmedAt: null,
        facts,
      }
      const most = { listed: limits.maxInterests, waiting: limits.maxUnconfirmedInterests }
      const became = await interests.add(interest, token && hashOf(token), most)
      // The mail that was sent before is the one to be answered
      if (became !== 'added') return became === 'full' ? 'full' : null
      if (!mailer || !token) return null
      const { subject, text } = wordsIn(language).interest.mail
      const address = galleryPath('bestaetigen', { lang: language, t: token })
      // Nothing that was typed into the form: it would go to any address that a stranger names, in our name
      const { name } = profile
      const url = (config.publicUrl?.origin ?? '') + address
      try {
        const mail = { subject: fill(subject, { name }), text: fill(text, { name, url }) }
        await mailer.send({ to: facts.email, ...mail })
        return null
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        // Nobody can confirm it, and whoever tries again is not to wait for it
        await interests.take(workshopId, id)
        return 'mail'
      }
    }
    const open = async (request: FastifyRequest) => {
      const published = await desk.published(request)
      return published && (await takesInterest(platform, published)) ? published : null
    }

    app.get(`${GALLERY}/:profileId/interesse`, async (request, reply) => {
      const published = await open(request)
      if (!published) return desk.sendGone(request, reply)
      return sendForm(request, reply, published, { typed: {}, faults: [] })
    })

    app.post(`${GALLERY}/:profileId/interesse`, async (request, reply) => {
      const published = await open(request)
      if (!published) return desk.sendGone(request, reply)
      const typed = typedIn(request.body)
      const facts = interestFacts.safeParse(typed)
      const faults = faultsIn(typed, facts.error?.issues.map(({ path }) => path[0] as InterestField) ?? [])
      const stamp = stamps.read(published.id, typed.stamp ?? '')
      if (stamp !== 'fits') faults.push(stamp)
      const refuse = (status: number, fault: InterestFault[]) =>
        sendForm(request, reply.code(status), published, { typed, faults: fault })
      if (!facts.success || faults.length > 0) return refuse(422, faults)
      const thanks = galleryPath(`${published.id}/danke`, { lang: desk.languageOf(request) })
      // Nobody who reads sees this field; whoever fills it in hears what they want to hear
      if (typed.website) return reply.redirect(thanks, 303)
      const seconds = pace.secondsToWait(request.ip, published.id, mailer && facts.data.email)
      if (seconds > 0) {
        void reply.header('Retry-After', seconds)
        return refuse(429, ['tooMany'])
      }
      const fault = await takeDown(published, facts.data, desk.languageOf(request))
      if (fault) return refuse(fault === 'full' ? 409 : 503, [fault])
      return reply.redirect(thanks, 303)
    })

    app.get(`${GALLERY}/:profileId/danke`, async (request, reply) => {
      const published = await desk.published(request)
      if (!published) return desk.sendGone(request, reply)
      const texts = await publicTextLinks(config)
      const entry = desk.entryOf(request, published)
      return desk.sendPage(reply, thanksPage(entry, desk.languageOf(request), texts, mailer !== null))
    })

    app.get(galleryPath('bestaetigen'), async (request, reply) => {
      const { t: token } = confirmQuery.parse(request.query)
      const page = confirmPage(desk.languageOf(request), await publicTextLinks(config), token)
      return desk.sendPage(reply.header('Referrer-Policy', 'same-origin'), page)
    })

    app.post(galleryPath('bestaetigen'), async (request, reply) => {
      const { token = '' } = typedIn(request.body)
      const isConfirmed = await interests.confirm(hashOf(token), clock.now())
      const texts = await publicTextLinks(config)
      const page = confirmedPage(desk.languageOf(request), texts, isConfirmed)
      return desk.sendPage(reply.code(isConfirmed ? 200 : 410), page)
    })
  })
}

function typedIn(body: unknown): Record<string, string> {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** Each field once, in the order of the form. */
function faultsIn(typed: Record<string, string>, wrong: readonly InterestField[]): InterestFault[] {
  const fields: InterestFault[] = fieldNames.filter((name) => wrong.includes(name))
  return typed.agreed === 'yes' ? fields : [...fields, 'agreed']
}
