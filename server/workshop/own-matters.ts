import { takesPartIn } from '#shared/workshop/permissions.ts'
import type { GroupNews, OpenMatter } from '#shared/agenda/own-matters.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { headlineOf, readArtefact, type Artefact } from '#shared/document/artefacts.ts'
import { readComment } from '#shared/document/comments.ts'
import type { Roots } from '#shared/document/roots.ts'
import { isKind, traitsOf } from '#shared/kinds/index.ts'
import type { KindSpec } from '#shared/kinds/spec.ts'
import { readableEvents, type StoredEnvelope } from '#shared/facilitation/events.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import { stepWithVote } from '#shared/facilitation/step/modes.ts'
import { isEligible } from '#shared/facilitation/vote/rules.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import type { ModeType, PageAction } from '#shared/workshop/mode-rights.ts'
import type { Member } from '#server/ports/people-store.ts'
import { namesIn } from './owners.ts'

/** A room as one member may see it. */
export interface SeenRoom {
  groupId: GroupId
  roots: Roots
  state: FacilitationState
  /** What they are told of what is hidden: their own ballots among it. */
  told: readonly DownMessage[]
  /** Whether they may do something on a page in this mode. */
  mayOnPage: (action: PageAction, mode: ModeType) => boolean
  /** In whose place they are meanwhile. */
  insteadOf: Member | null
}

const VOTE_MINUTES = 3
const FEEDBACK_MINUTES = 5
const MAX_TEXT_CHARS = 300

/** What waits for this member in one room. Drafts and ballots of others are not looked at, and nothing is kept. */
export function openMattersIn(room: SeenRoom, member: Member): OpenMatter[] {
  const own = [...tasksOf(room, member), ...questionsTo(room, member, member)]
  return [...stepsFor(room), ...votesFor(room, member), ...own, ...takenOver(room, member, own)]
}

/** What was written to whom somebody stands in for, and not to them as well. */
function takenOver(room: SeenRoom, member: Member, own: readonly OpenMatter[]): OpenMatter[] {
  const { insteadOf: absent } = room
  if (!absent) return []
  const known = new Set(own.map((matter) => JSON.stringify(matter)))
  return [...tasksOf(room, absent), ...questionsTo(room, absent, member)]
    .filter((matter) => !known.has(JSON.stringify(matter)))
    .map((matter) => ({ ...matter, insteadOf: absent.name }))
}

function stepsFor({ groupId, state, mayOnPage }: SeenRoom): OpenMatter[] {
  return state.step.ownTime.flatMap(({ step }): OpenMatter[] => {
    const { id: stepId, title, instruction, plannedMinutes, pageId, deadline, mode } = step
    const may = (['page.write', 'page.draft', 'page.comment'] as const).some((action) =>
      mayOnPage(action, mode.type),
    )
    // A vote is named by itself
    if (mode.type === 'vote' || !may) return []
    const minutes = plannedMinutes > 0 ? plannedMinutes : null
    return [
      {
        type: 'step',
        groupId,
        until: deadline,
        minutes,
        stepId,
        pageId,
        title,
        instruction,
        mode: mode.type,
      },
    ]
  })
}

function votesFor({ groupId, state, told, mayOnPage }: SeenRoom, member: Member): OpenMatter[] {
  return state.votes.flatMap(({ status, vote }): OpenMatter[] => {
    const running = stepWithVote(state.step, vote.id)
    const isMine = mayOnPage('page.vote', 'vote') && isEligible(vote, member)
    const hasVoted = told.some((message) => message.type === 'ownBallot' && message.voteId === vote.id)
    if (status !== 'open' || !running || !isMine || hasVoted) return []
    const { deadline } = running.step
    const { id: voteId, question } = vote
    const pageId = running.step.pageId
    return [{ type: 'vote', groupId, until: deadline, minutes: VOTE_MINUTES, voteId, pageId, question }]
  })
}

/** By the name that stands in the card, because that is how people write down who does something. */
function tasksOf({ groupId, roots }: SeenRoom, { name }: Member): OpenMatter[] {
  return artefactsOf(roots, ({ captured }) => captured?.promise !== undefined).flatMap(
    (task): OpenMatter[] => {
      const { owner, day, promise } = traitsOf(task.kind).captured!
      const isDone = promise !== undefined && task.fields[promise.by] === promise.done
      if (isDone || !names(textIn(task.fields[owner]), name)) return []
      const until = endOfDay(textIn(task.fields[day]))
      return [{ type: 'task', groupId, until, minutes: null, artefactId: task.id, text: headlineOf(task) }]
    },
  )
}

/** What was asked of `asked`, by name or with the whole group; nobody is to answer what they wrote themselves, so `reader`'s own questions are none. */
function questionsTo({ groupId, roots }: SeenRoom, asked: Member, reader: Member): OpenMatter[] {
  const writers = [asked.id, reader.id]
  const isCalled = takesPartIn(asked, groupId)
  return [...roots.comments.keys()].flatMap((key): OpenMatter[] => {
    const comment = readComment(roots.comments, key)
    if (!comment || comment.done) return []
    if (!comment.mentions.some((called) => called === asked.id || (called === groupId && isCalled))) return []
    if (writers.includes(comment.author.memberId)) return []
    const card = readArtefact(roots.artefacts, comment.artefactId)
    if (!card) return []
    const text = comment.text.slice(0, MAX_TEXT_CHARS)
    const shared = { groupId, until: null, minutes: FEEDBACK_MINUTES, artefactId: card.id }
    return [{ type: 'feedback', ...shared, card: headlineOf(card), by: comment.author.name, text }]
  })
}

/** What has happened in a room since then; null where nothing did. */
export function newsSince(
  { groupId, roots }: Pick<SeenRoom, 'groupId' | 'roots'>,
  history: readonly StoredEnvelope[],
  since: number,
): GroupNews | null {
  const news: GroupNews = { groupId, newCards: 0, phases: [], counted: [], revealed: [], decisions: [] }
  const questions = new Map<string, string>()
  const titles = new Map<string, string>()
  for (const { at, event } of readableEvents(history)) {
    if (event.type === 'VotePrepared') questions.set(event.vote.id, event.vote.question)
    if (event.type === 'StepStarted' || event.type === 'StepChanged')
      titles.set(event.step.id, event.step.title)
    if (at <= since) continue
    if (event.type === 'PhaseAdvanced') news.phases.push(event.phase)
    if (event.type === 'VoteCounted')
      news.counted.push({ voteId: event.voteId, question: questions.get(event.voteId) ?? '' })
    if (event.type === 'DraftsRevealed' && event.whose.type === 'all')
      news.revealed.push(titles.get(event.stepId) ?? '')
  }
  for (const artefact of artefactsOf(roots)) {
    if (artefact.createdAt <= since) continue
    news.newCards++
    if (traitsOf(artefact.kind).chapter === 'decisions')
      news.decisions.push({ artefactId: artefact.id, text: headlineOf(artefact) })
  }
  const { newCards, phases, counted, revealed } = news
  return newCards + phases.length + counted.length + revealed.length > 0 ? news : null
}

function artefactsOf({ artefacts }: Roots, isWanted: (traits: KindSpec) => boolean = () => true): Artefact[] {
  return [...artefacts.entries()].flatMap(([id, map]) => {
    const kind = map.get('kind')
    return isKind(kind) && isWanted(traitsOf(kind)) ? (readArtefact(artefacts, id) ?? []) : []
  })
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether "Mara, Bo Brandt" names somebody: by their whole name, however many stand there. */
function names(owner: string, name: string): boolean {
  const plain = (text: string) => text.trim().toLocaleLowerCase()
  return namesIn(owner).some((part) => plain(part) === plain(name))
}

/** A day lasts until it is over everywhere in the country; close enough to sort by. */
function endOfDay(day: string): number | null {
  const at = Date.parse(`${day}T23:59:59Z`)
  return Number.isNaN(at) ? null : at
}
