import type { Timer } from '../facilitation/timer/state.ts'
import type { VoteResult } from '../facilitation/vote/count.ts'
import type { VoteState } from '../facilitation/vote/state.ts'
import type { Vote } from '../facilitation/vote/vote.ts'
import type { FacilitationState } from '../facilitation/state.ts'
import { roundOf } from '../facilitation/silent/state.ts'
import { modeOf, stepOnPage } from '../facilitation/step/modes.ts'
import { voteOf } from '../facilitation/vote/rules.ts'
import type { ModeType } from '../workshop/mode-rights.ts'

/**
 * GET /workshops/:workshopId/groups/:groupId/screen: how far a room is, for everybody in the hall. Figures only, nobody's
 * name and not a word of anybody's; asked every second.
 */
export interface ScreenView {
  serverTime: number
  timer: Timer
  /** Of the page that the group works on. */
  mode: ModeType
  /** Participants who are here, and how many of them are done. */
  finished: { done: number; count: number }
  /** Cards written in silence and not revealed; null where nobody writes in silence. */
  hiddenCards: number | null
  /** What is or was voted on here; `ballots` null where that is not known, or the vote is void. */
  vote: { status: 'prepared' | 'open' | 'closed' | 'counted'; ballots: number | null } | null
  /** Names what `ScreenContent` holds: another one, another content. See `screen-turn.ts`. */
  content: string
}

/** GET …/screen/content: words and picture for the hall, as they may leave the group. */
export interface ScreenContent {
  /** That of the `ScreenView` it was made for, or of a later one. */
  content: string
  /** In which people write here. */
  language: 'de' | 'en'
  group: string
  page: { name: string; question: string; instruction: string }
  step: { title: string; instruction: string; position: { number: number; count: number } | null } | null
  vote: ScreenVote | null
  /** The page as a PNG in a data URL, or the part of it to which everybody was called; null for a page with nothing on it. */
  picture: { href: string; w: number; h: number; isPart: boolean } | null
}

export interface ScreenVote {
  question: string
  /** Only to try out how it is done. */
  trial: boolean
  kind: Vote['kind']
  /** Null until it is counted. Without reasons of objections and without parts: they are read in the room. */
  result: Pick<VoteResult, 'ballots' | 'lines'> | null
  /** Candidates by id; missing for one that is gone. */
  names: Record<string, string>
}

/** What everybody in a room was told last of what is hidden. */
export interface ToldAmounts {
  /** By step. */
  cards: ReadonlyMap<string, number>
  /** By vote. */
  ballots: ReadonlyMap<string, number | null>
}

/** A room as the hall sees it, from what has been decided in it. `content` comes from whoever knows the document. */
export function screenOf(
  state: FacilitationState,
  { cards, ballots }: ToldAmounts,
): Omit<ScreenView, 'serverTime' | 'finished' | 'content'> {
  const { pageId } = state.place
  const step = stepOnPage(state.step, pageId)?.step ?? null
  const isSilent = step?.mode.type === 'silent'
  const round = isSilent ? roundOf(state.silent, step.id) : null
  const vote = voteOnScreen(state)
  return {
    timer: state.timer,
    mode: modeOf(state.step, pageId),
    hiddenCards: round?.status === 'writing' ? (cards.get(round.stepId) ?? 0) : null,
    vote: vote && { status: vote.status, ballots: ballots.get(vote.vote.id) ?? null },
  }
}

/** The vote that runs on the group's page; while people talk there, the last one that was counted there. */
export function voteOnScreen({ place, step, votes }: FacilitationState): VoteState | null {
  const mode = stepOnPage(step, place.pageId)?.step.mode
  if (mode?.type === 'vote') return voteOf(votes, mode.voteId)
  if (mode?.type !== 'discuss') return null
  const here = votes.filter(({ vote }) => vote.pageId === place.pageId)
  const last = here.at(-1)
  return last?.status === 'counted' ? last : null
}
