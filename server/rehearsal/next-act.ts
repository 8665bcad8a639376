import { stepOnPage } from '#shared/facilitation/step/modes.ts'
import type { RunningStep } from '#shared/facilitation/step/step.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import { reactions } from '#shared/facilitation/reactions/state.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { isEligible, voteOf } from '#shared/facilitation/vote/rules.ts'
import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'
import type { Member } from '#server/ports/people-store.ts'

/** What a simulated participant does, one thing at a time, as a person would by hand. */
export type Act =
  | { type: 'write' }
  | { type: 'draft'; step: RunningStep['step'] }
  | { type: 'vote'; voteId: string; ballot: Ballot }
  | { type: 'command'; command: Command }

/** What they have done in the step and mode that runs; begun anew with the next. */
export interface Doings {
  stepId: string
  /** With what it is about, as the id of a vote. */
  mode: string
  written: number
  hasVoted: boolean
  hasSpokenUp: boolean
  hasReacted: boolean
}

/** From 0 up to 1. */
export type Chance = () => number

const CARDS_OPENLY = 2
const CARDS_IN_SILENCE = 3
const ASKS_TO_SPEAK = 0.3

export const nothingDone = (stepId: string, mode: string): Doings => ({
  stepId,
  mode,
  written: 0,
  hasVoted: false,
  hasSpokenUp: false,
  hasReacted: false,
})

/** The step somebody works on: the group's, else the first in people's own time that waits for them. */
export const stepFor = ({ step, place }: FacilitationState): RunningStep | null =>
  step.running ?? stepOnPage(step, place.pageId) ?? step.ownTime[0] ?? null

/**
 * What is done already in a step that runs: nothing where it or its mode is another; but what was written in silence and is
 * open now is not written once more.
 */
export function stillDone(done: Doings, { step: { id, mode } }: RunningStep): Doings {
  const name = mode.type === 'vote' ? mode.voteId : mode.type
  if (done.stepId !== id) return nothingDone(id, name)
  return done.mode === name ? done : { ...nothingDone(id, name), written: done.written }
}

/** The next thing to do; null where there is nothing, or something has to come first. Touches nothing. */
export function nextAct(
  state: FacilitationState,
  member: Pick<Member, 'id' | 'role' | 'organisationKind'>,
  done: Doings,
  words: { objection: string },
  chance: Chance,
): Act | null {
  const running = stepFor(state)
  if (!running) return null
  const finish: Act | null = state.finished.who.includes(member.id)
    ? null
    : { type: 'command', command: { type: 'finish' } }
  switch (running.step.mode.type) {
    case 'open':
      return done.written < CARDS_OPENLY ? { type: 'write' } : finish
    case 'silent':
      return done.written < CARDS_IN_SILENCE ? { type: 'draft', step: running.step } : finish
    case 'vote': {
      const vote = voteOf(state.votes, running.step.mode.voteId)
      if (vote?.status === 'prepared') return null
      if (vote?.status !== 'open' || done.hasVoted || !isEligible(vote.vote, member)) return finish
      return { type: 'vote', voteId: vote.vote.id, ballot: ballotFor(vote.vote, words.objection, chance) }
    }
    case 'discuss':
      return done.hasSpokenUp ? (reaction(state, done, chance) ?? finish) : speakUp(chance)
    case 'present':
      return reaction(state, done, chance) ?? finish
    case 'locked':
      return finish
  }
}

/** Some ask to speak, the others agree. */
const speakUp = (chance: Chance): Act => ({
  type: 'command',
  command: chance() < ASKS_TO_SPEAK ? { type: 'raiseHand' } : { type: 'react', reaction: 'agree' },
})

function reaction(state: FacilitationState, done: Doings, chance: Chance): Act | null {
  if (done.hasReacted || !state.reactions.on) return null
  return { type: 'command', command: { type: 'react', reaction: oneOf(reactions, chance) } }
}

/** A ballot as somebody might cast it; it keeps to the rules of its vote. */
export function ballotFor({ kind, candidates }: Vote, objection: string, chance: Chance): Ballot {
  const each = <Answer>(answer: () => Answer) =>
    Object.fromEntries(candidates.map((candidate) => [candidate, answer()]))
  switch (kind.type) {
    case 'dots': {
      const dots: Record<string, number> = {}
      for (let left = kind.dotsPerPerson; left > 0; left--) {
        const open = candidates.filter((candidate) => (dots[candidate] ?? 0) < kind.dotsPerCard)
        if (open.length === 0) break
        const chosen = oneOf(open, chance)
        dots[chosen] = (dots[chosen] ?? 0) + 1
      }
      return { type: 'dots', dots }
    }
    case 'ranking':
      return { type: 'ranking', order: shuffled(candidates, chance) }
    case 'scale':
      return { type: 'scale', marks: each(() => 1 + Math.floor(chance() * 5)) }
    case 'yesNo':
      return { type: 'yesNo', answers: each(() => oneOf(['yes', 'yes', 'no', 'abstain'] as const, chance)) }
    case 'consent': {
      const answers = each(() => oneOf(['consent', 'consent', 'consent', 'objection'] as const, chance))
      const objected = candidates.filter((candidate) => answers[candidate] === 'objection')
      const reasons = Object.fromEntries(objected.map((candidate) => [candidate, objection]))
      return { type: 'consent', answers, reasons }
    }
  }
}

export const oneOf = <Entry>(list: readonly Entry[], chance: Chance): Entry =>
  list[Math.min(list.length - 1, Math.floor(chance() * list.length))]!

function shuffled<Entry>(list: readonly Entry[], chance: Chance): Entry[] {
  const left = [...list]
  return list.map(() => left.splice(Math.min(left.length - 1, Math.floor(chance() * left.length)), 1)[0]!)
}
