import { useMemo } from 'react'
import { useStore } from 'zustand'
import { stepOnPage, stepWithVote } from '#shared/facilitation/step/modes.ts'
import { placedLines, type PlacedLine } from '#shared/facilitation/vote/outcome.ts'
import { voteOf } from '#shared/facilitation/vote/rules.ts'
import type { VoteState } from '#shared/facilitation/vote/state.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import type { OwnBallot, RoomSession } from '#client/session/room-session.ts'

type VoteSession = Pick<RoomSession, 'facilitation' | 'ballots'>
type Running = VoteState & { status: 'open' | 'closed' }
type Counted = VoteState & { status: 'counted' }

/** Votes that are held now: their step runs, and they are open, or closed and not yet counted. */
export function runningVotes({ step, votes }: SeenState): Running[] {
  return votes.filter(
    (known): known is Running =>
      (known.status === 'open' || known.status === 'closed') && stepWithVote(step, known.vote.id) !== null,
  )
}

/** The vote of the step that runs on a page, in whichever state; null where the step has none yet. */
export function voteOnPage({ step, votes }: SeenState, pageId: string): VoteState | null {
  const mode = stepOnPage(step, pageId)?.step.mode
  return mode?.type === 'vote' ? voteOf(votes, mode.voteId) : null
}

/** The vote in which this person can choose something for a card now, or could until it was closed. */
export function useVotingOn(session: VoteSession, artefactId: string): Running | null {
  return useStore(session.facilitation, ({ state }) => votingOn(session, state, artefactId))
}

export function votingOn(
  { ballots }: Pick<VoteSession, 'ballots'>,
  state: SeenState | null,
  artefactId: string,
): Running | null {
  const votes = state ? runningVotes(state) : []
  return votes.find(({ vote }) => vote.candidates.includes(artefactId) && ballots.isEligible(vote)) ?? null
}

export function useOwnBallot({ ballots }: VoteSession, voteId: string): OwnBallot | null {
  return useStore(ballots.state, ({ own }) => own.get(voteId) ?? null)
}

/** How many have voted; 0 as long as nothing was heard, null for a vote whose ballots are gone. */
export function useTurnout({ ballots }: VoteSession, voteId: string): number | null {
  return useStore(ballots.state, ({ turnouts }) => {
    const known = turnouts.get(voteId)
    return known === undefined ? 0 : known
  })
}

/** What a card got in the last vote that was counted on it. */
interface CardOutcome extends PlacedLine {
  kind: Counted['vote']['kind']
  ballots: number
}

export function useCardOutcome(session: VoteSession, artefactId: string): CardOutcome | null {
  const counted = useStore(session.facilitation, ({ state }) => lastCounted(state, artefactId))
  return useMemo(() => {
    if (!counted) return null
    const { kind } = counted.vote
    const line = placedLines(kind, counted.result).find((each) => each.line.candidate === artefactId)
    return line ? { ...line, kind, ballots: counted.result.ballots } : null
  }, [counted, artefactId])
}

function lastCounted(state: SeenState | null, artefactId: string): Counted | null {
  const counted = state?.votes.filter(
    (known): known is Counted =>
      known.status === 'counted' && !known.vote.trial && known.vote.candidates.includes(artefactId),
  )
  return counted?.at(-1) ?? null
}
