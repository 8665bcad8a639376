import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { modeOf, stepOnPage } from '#shared/facilitation/step/modes.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import { screenContentQuery } from '#shared/protocol/api.ts'
import { screenOf, voteOnScreen, type ScreenContent, type ScreenView } from '#shared/protocol/screen.ts'
import type { ReportLanguage } from '#shared/report/words.ts'
import { ScreenContents } from '#server/export/screen-contents.ts'
import type { ScreenWanted } from '#server/export/screen-content.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import type { RoomOnScreen } from '#server/rooms/room-service.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/**
 * The screen in the hall. Whoever may lead opens it, and anybody may look at it: what it is sent is what may leave the group,
 * and neither the document nor a name of anybody who takes part.
 */
export function registerScreenRoutes(
  app: FastifyInstance,
  platform: Platform & { screenWorkers: Pick<ExportWorkers, 'run'> },
): void {
  const { access, clock, config, rooms, screenWorkers } = platform
  const contents = new ScreenContents()
  const enter = (request: FastifyRequest) =>
    access.toRoom(request, pathId(request, 'workshopId'), pathId(request, 'groupId'), 'room.facilitate')

  serve(app, 'screen', async (request): Promise<ScreenView> => {
    const { group } = await enter(request)
    const room = await rooms.onScreen(group.id)
    return {
      serverTime: clock.now(),
      ...screenOf(room.state, room.told),
      finished: room.finished,
      content: contentOf(room),
    }
  })

  serve(app, 'screenContent', async (request): Promise<ScreenContent> => {
    const { workshop, group } = await enter(request)
    const { lang = workshop.language } = screenContentQuery.parse(request.query)
    const room = await rooms.onScreen(group.id)
    const job = {
      type: 'screen' as const,
      dataFolder: config.dataFolder,
      workshopId: workshop.id,
      groupId: group.id,
      wanted: wantedOf(room.state, lang),
    }
    // Not for the person: others who look at the same hall wait for the same answer
    const owner = { person: group.id, gone: new AbortController().signal }
    const key = `${contentOf(room)}.${lang}`
    const made = await contents.of(group.id, key, () => screenWorkers.run<'screen'>(job, owner))
    return { ...made, content: made.content.slice(0, made.content.lastIndexOf('.')) }
  })
}

function wantedOf(state: FacilitationState, language: ReportLanguage): ScreenWanted {
  const { pageId, gathering } = state.place
  const step = stepOnPage(state.step, pageId)?.step ?? null
  const vote = voteOnScreen(state)
  return {
    pageId,
    area: gathering?.pageId === pageId ? gathering.area : null,
    language,
    step: step && { title: step.title, instruction: step.instruction, position: step.position ?? null },
    vote: vote && {
      question: vote.vote.question,
      trial: vote.vote.trial,
      kind: vote.vote.kind,
      candidates: vote.vote.candidates,
      result:
        vote.status === 'counted'
          ? {
              ballots: vote.result.ballots,
              lines: vote.result.lines.map((line) => ({ ...line, reasons: [] })),
            }
          : null,
    },
  }
}

/** A name for all that the content is made of, after one for the task and one for how far it is. */
function contentOf({ state, stored }: RoomOnScreen): string {
  const { pageId, step, vote, area } = wantedOf(state, 'de')
  const task = { pageId, step, question: vote?.question }
  const turn = { mode: modeOf(state.step, pageId), isCounted: vote?.result != null }
  return [task, turn, { stored, vote, area }].map(nameOf).join('.')
}

const nameOf = (parts: object) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
