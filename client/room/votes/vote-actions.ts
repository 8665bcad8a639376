import { newId } from '#shared/base/ids.ts'
import { stepOnPage } from '#shared/facilitation/step/modes.ts'
import { voteOf } from '#shared/facilitation/vote/rules.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import { modeOnPage } from '#client/facilitation/place/mode-on-page.ts'
import { useFacilitation, useGroupPage } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'

/** What a moderator does with votes. Each answers whether it was taken. */
interface VoteActions {
  prepare: (vote: Vote) => Promise<boolean>
  /** The group's page goes into the vote, and ballots are taken from then on. */
  open: (vote: Vote) => Promise<boolean>
  close: (voteId: string) => Promise<boolean>
  reopen: (voteId: string) => Promise<boolean>
  count: (voteId: string) => Promise<boolean>
  discard: (voteId: string) => Promise<boolean>
  /** A vote that rests goes on where the group is. */
  resume: (voteId: string) => Promise<boolean>
}

export function useVoteActions(): VoteActions {
  const send = useCommand()
  const page = useGroupPage()
  const state = useFacilitation((facilitation) => facilitation.state)
  const resume = async (voteId: string) => {
    if (!page || !state) return false
    const mode = stepOnPage(state.step, page.id)?.step.mode
    if (mode?.type === 'vote' && mode.voteId === voteId) return true
    return send(modeOnPage(page, state, { type: 'vote', voteId }))
  }
  return {
    prepare: (vote) => send({ type: 'prepareVote', vote }),
    open: async ({ id }) => (await resume(id)) && send({ type: 'openVote', voteId: id }),
    close: (voteId) => send({ type: 'closeVote', voteId }),
    reopen: (voteId) => send({ type: 'reopenVote', voteId }),
    count: (voteId) => send({ type: 'countVote', voteId }),
    discard: (voteId) => send({ type: 'discardVote', voteId }),
    resume,
  }
}

/** The id under which a vote on this page is prepared: that of the agenda's step, as long as it is free. */
export function idForVote(state: SeenState, pageId: string): string {
  const mode = stepOnPage(state.step, pageId)?.step.mode
  return mode?.type === 'vote' && !voteOf(state.votes, mode.voteId) ? mode.voteId : newId()
}
