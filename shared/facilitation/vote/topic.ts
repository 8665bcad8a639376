import { voteCommands } from './commands.ts'
import { decideVote } from './decide.ts'
import { voteEvents } from './events.ts'
import { evolveVote } from './evolve.ts'
import { seenVotesSchema, type Votes } from './state.ts'

/** What is voted on, and how it ended. Ballots are no part of it. */
export const voteTopic = {
  commands: voteCommands,
  events: voteEvents,
  seen: seenVotesSchema,
  initial: (): Votes => [],
  decide: decideVote,
  evolve: evolveVote,
}
