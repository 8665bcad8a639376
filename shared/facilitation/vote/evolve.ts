import type { Evolvers } from '../topic.ts'
import type { VoteEvent } from './events.ts'
import type { Votes, VoteState } from './state.ts'

export const evolveVote: Evolvers<Votes, VoteEvent> = {
  VotePrepared: (votes, { vote }) => [
    ...votes.filter((known) => known.vote.id !== vote.id),
    { status: 'prepared', vote },
  ],
  VoteOpened: (votes, { voteId }) => changed(votes, voteId, ({ vote }) => ({ status: 'open', vote })),
  VoteClosed: (votes, { voteId }) => changed(votes, voteId, ({ vote }) => ({ status: 'closed', vote })),
  VoteReopened: (votes, { voteId }) => changed(votes, voteId, ({ vote }) => ({ status: 'open', vote })),
  VoteCounted: (votes, { voteId, result }) =>
    changed(votes, voteId, ({ vote }) => ({ status: 'counted', vote, result })),
  VoteDiscarded: (votes, { voteId }) => votes.filter(({ vote }) => vote.id !== voteId),
}

const changed = (votes: Votes, voteId: string, change: (known: VoteState) => VoteState): Votes =>
  votes.map((known) => (known.vote.id === voteId ? change(known) : known))
