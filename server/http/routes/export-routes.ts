import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { ExportPreview } from '#shared/protocol/export-preview.ts'
import { exportQuery } from '#shared/protocol/export-query.ts'
import { contentDisposition } from '#shared/report/file-name.ts'
import { DEFAULT_TIME_ZONE } from '#shared/report/local-time.ts'
import { may } from '#shared/workshop/permissions.ts'
import type { Entry } from '#server/auth/access.ts'
import { storeImport } from '#server/export/import-workshop.ts'
import type { Spool } from '#server/export/spool.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import type { WriteSettings } from '#server/export/write-settings.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Group } from '#server/ports/people-store.ts'
import { downloadName, typeOf } from '../download-name.ts'
import { ownerOf } from '../job-owner.ts'
import { settle } from '#server/workshop/settling.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { cutWhenStill, personOf, UnderWay } from '../under-way.ts'
import { workshopSummary } from '../views.ts'
import { registerProposalRoutes } from './proposal-routes.ts'
import { registerGalleryRoutes } from './gallery-routes.ts'
import { registerHouseRoutes } from './house-routes.ts'
import { registerProtocolRoutes } from './protocol-routes.ts'
import { registerMinutesRoutes } from './minutes-routes.ts'
import { registerSummaryRoutes } from './summary-routes.ts'
import { registerReleaseRoutes } from './release-routes.ts'
import { registerScreenRoutes } from './screen-routes.ts'
import { registerSampleRoutes } from './sample-routes.ts'

export interface ExportMeans extends Platform {
  events: EventLog
  workers: Pick<ExportWorkers, 'run' | 'close'>
  /** For screens in halls, so that they do not wait for somebody's archive. */
  screenWorkers: Pick<ExportWorkers, 'run' | 'close'>
  spool: Pick<Spool, 'path' | 'keep' | 'readOnce' | 'remove'>
}

/** Taking results home, and making a workshop of a backup. */
export function registerExport(app: FastifyInstance, means: ExportMeans): void {
  app.addHook('preClose', () => {
    means.workers.close()
    means.screenWorkers.close()
  })
  registerDownloads(app, means)
  registerPreview(app, means)
  registerImport(app, means)
  registerReleaseRoutes(app, means)
  registerGalleryRoutes(app, means)
  registerScreenRoutes(app, means)
  registerMinutesRoutes(app, means)
  registerSummaryRoutes(app, means)
  registerProtocolRoutes(app, means)
  registerProposalRoutes(app, means)
  registerHouseRoutes(app, means)
  registerSampleRoutes(app, means)
}

function registerDownloads(app: FastifyInstance, means: ExportMeans): void {
  const { workers, spool } = means
  // A file lies on the disk until it was read, as slowly as its reader likes
  const underWay = new UnderWay({ atOnce: 2, waiting: 0, refusal: 'exports_waiting' })
  serve(app, 'exportWorkshop', async (request, reply) => {
    const asked = askedFor(request, means)
    const entered = await asked.enter()
    const { member } = entered
    await underWay.enter(personOf(member), reply)
    const { settings, from } = asked.of(entered)
    const target = spool.path()
    const job = { type: 'write' as const, ...from, settings, target }
    try {
      const owner = ownerOf(reply, personOf(member))
      const written = await workers.run<'write'>(job, owner)
      if (!written) throw new Problem('not_found', 'no such page')
      const { sizeBytes, isReduced, titles } = written
      // Its turn may have come minutes after it was asked for
      const stillTakesAll = asked.takesAll(await asked.enter())
      if (settings.quotes === 'all' && !stillTakesAll) throw new Problem('forbidden', 'no more')
      return reply
        .type(typeOf(settings).mediaType)
        .header('Content-Disposition', contentDisposition(downloadName(titles, settings, isReduced)))
        .header('Content-Length', sizeBytes)
        .send(spool.readOnce(target))
    } catch (error) {
      await spool.remove(target)
      throw error
    }
  })
}

function registerPreview(app: FastifyInstance, means: ExportMeans): void {
  const { workers, spool } = means
  const underWay = new UnderWay({ atOnce: 1, waiting: 1, refusal: 'exports_waiting' })
  serve(app, 'previewExport', async (request, reply): Promise<ExportPreview> => {
    const asked = askedFor(request, means)
    const entered = await asked.enter()
    await underWay.enter(personOf(entered.member), reply)
    const { settings, from } = asked.of(entered)
    const folder = spool.path()
    try {
      const job = { type: 'preview' as const, ...from, settings, folder }
      const preview = await workers.run<'preview'>(job, ownerOf(reply, personOf(entered.member)))
      if (!preview) throw new Problem('not_found', 'no such page')
      const stillTakesAll = asked.takesAll(await asked.enter())
      if (settings.quotes === 'all' && !stillTakesAll) throw new Problem('forbidden', 'no more')
      return preview
    } finally {
      await spool.remove(folder)
    }
  })
}

type ExportEntry = Entry & { group?: Group }

/** What a request for a file means, whether the file is wanted or a look at it. */
function askedFor(request: FastifyRequest, { access, clock, config }: ExportMeans) {
  const query = exportQuery.parse(request.query)
  const { content, format, group: groupId, lang, ids, chapters, meeting, pdf, card, page, retention } = query
  const workshopId = pathId(request, 'workshopId')
  // A program is outside: it gets what may leave, whoever its owner is
  const takesAll = (entry: ExportEntry) => !request.accessKey && mayTakeAll(entry)
  return {
    takesAll,
    enter: async (): Promise<ExportEntry> =>
      groupId
        ? access.toRoom(request, workshopId, groupId, 'room.export')
        : access.toWorkshop(request, workshopId, 'workshop.export'),
    of(entered: ExportEntry) {
      const { workshop, group = null } = entered
      const settings: WriteSettings = {
        content,
        format,
        language: lang ?? workshop.language,
        timeZone: DEFAULT_TIME_ZONE,
        exportedAt: clock.now(),
        // docs/decisions/0015: the complete backup is for moderators.
        quotes: takesAll(entered) ? 'all' : 'released',
        withIds: ids === 'yes',
        chapters,
        pdfStandard: pdf,
        meetingId: meeting ?? null,
        retentionYears: retention,
        cardId: card ?? null,
        pageId: group && page ? page : null,
      }
      return { settings, from: { dataFolder: config.dataFolder, workshopId, groupId: group?.id ?? null } }
    },
  }
}

function mayTakeAll({ actor, workshop: { id: workshopId }, group }: ExportEntry): boolean {
  return group
    ? may(actor, 'room.exportWithheld', { type: 'room', workshopId, groupId: group.id, locked: false })
    : may(actor, 'workshop.exportWithheld', { type: 'workshop', workshopId })
}

function registerImport(root: FastifyInstance, means: ExportMeans): void {
  const { workers, spool } = means
  const underWay = new UnderWay({ atOnce: 1, waiting: 1, refusal: 'exports_waiting' })
  // A scope of its own: parsing two hundred megabytes here would stop every room for seconds.
  void root.register(async (app) => {
    app.removeContentTypeParser('application/json')
    app.addContentTypeParser('application/json', (_request: FastifyRequest, sent: Readable) =>
      spool.keep(sent, limits.maxImportBytes),
    )
    const options = {
      bodyLimit: limits.maxImportBytes,
      config: { takesLong: true as const },
      // Before the body is read, so that strangers cannot make the server hold it.
      onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
        const { id } = await means.access.toInstallation(request, 'workshop.import')
        await underWay.enter(id, reply)
        cutWhenStill(request)
      },
    }
    serve(
      app,
      'importWorkshop',
      async (request, reply) => {
        const file = request.body
        if (typeof file !== 'string') throw new Problem('import_unreadable', 'no body')
        const folder = spool.path()
        try {
          const account = await means.access.toInstallation(request, 'workshop.import')
          const plan = await workers.run<'read'>({ type: 'read', file, folder }, ownerOf(reply, account.id))
          if (!plan.ok) throw new Problem(plan.refusal.code, plan.refusal.detail, plan.refusal.values)
          await means.access.toInstallation(request, 'workshop.import')
          const founder = { accountId: account.id, name: account.name }
          const workshopId = await storeImport(means, plan.value, founder)
          const memberships = await means.people.membershipsOf(account.id, [])
          return reply
            .code(201)
            .send(workshopSummary(memberships.find(({ workshop }) => workshop.id === workshopId)!))
        } finally {
          await Promise.all([spool.remove(file), spool.remove(folder), settle(means, request.log)])
        }
      },
      options,
    )
  })
}
