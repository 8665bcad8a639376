import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import {
  askReminderRequest,
  reminderLinkRequest,
  type CalendarAddress,
  type CalendarView,
  type ReminderView,
} from '#shared/protocol/subscriptions.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import { calendarFeed } from '#server/workshop/calendars.ts'
import { originOf, type Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** How members hear of a workshop outside it; each decides about themselves alone. */
export function registerSubscriptionRoutes(app: FastifyInstance, platform: Platform): void {
  const { access, subscriptions, reminders, people, clock } = platform
  const enter = (request: FastifyRequest) =>
    access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.read')

  serve(app, 'ownReminder', async (request): Promise<ReminderView> => {
    return reminders.view((await enter(request)).member.id)
  })

  serve(app, 'askReminder', async (request): Promise<ReminderView> => {
    const { workshop, member } = await enter(request)
    const { email, language } = askReminderRequest.parse(request.body)
    await reminders.ask(workshop, member.id, email, language)
    return reminders.view(member.id)
  })

  serve(app, 'endReminder', async (request, reply) => {
    await subscriptions.removeReminder((await enter(request)).member.id)
    return reply.code(204).send()
  })

  // Whoever reads the mailbox, in whatever browser
  serve(app, 'followReminderLink', async (request) =>
    reminders.follow(reminderLinkRequest.parse(request.body).token),
  )

  serve(app, 'ownCalendar', async (request): Promise<CalendarView> => {
    return { since: await subscriptions.calendarSince((await enter(request)).member.id) }
  })

  serve(app, 'renewOwnCalendar', async (request, reply) => {
    const { member } = await enter(request)
    const secret = newToken()
    await subscriptions.keepCalendar(member.id, hashOf(secret), clock.now())
    return reply.code(201).send({ secret } satisfies CalendarAddress)
  })

  serve(app, 'endOwnCalendar', async (request, reply) => {
    await subscriptions.removeCalendar((await enter(request)).member.id)
    return reply.code(204).send()
  })

  // Calendars send no cookie: the address is the secret, and opens nothing but dates
  serve(app, 'calendarFeed', async (request, reply) => {
    const { secret } = request.params as { secret: string }
    const memberId = await subscriptions.memberByCalendar(hashOf(secret))
    const member = memberId && (await people.member(memberId))
    const workshop = member && member.removedAt === null && (await people.workshop(member.workshopId))
    if (!member || !workshop) throw new Problem('not_found', 'no such calendar')
    const place = { workshop, origin: originOf(platform, request), timeZone: platform.config.timeZone }
    const text = await calendarFeed(platform, place, member)
    return reply.type('text/calendar; charset=utf-8').send(text)
  })
}
