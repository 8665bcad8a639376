import type { MemberId } from '../base/ids.ts'
import { topics, type TopicName, type Topics } from './topics.ts'
import type { Start } from './topic.ts'

type TopicStates = { [Name in TopicName]: ReturnType<Topics[Name]['initial']> }

/**
 * What has been decided for one room. Exists once, on the server; clients get their view of it (`view.ts`). Times are
 * server times in milliseconds since the Unix epoch.
 */
export interface FacilitationState extends TopicStates {
  /** Sequence number of the last event in the log; 0 before the first. */
  seq: number
  /** The last commands that had their effect, oldest first. */
  recentCommands: readonly RecentCommand[]
}

export interface RecentCommand {
  by: MemberId
  id: string
}

export function initialState(phase: Start['phase'], pageId: string): FacilitationState {
  return {
    seq: 0,
    recentCommands: [],
    place: topics.place.initial({ phase, pageId }),
    timer: topics.timer.initial(),
    lock: topics.lock.initial(),
    step: topics.step.initial(),
    hands: topics.hands.initial(),
    finished: topics.finished.initial(),
    reactions: topics.reactions.initial(),
    muted: topics.muted.initial(),
    silent: topics.silent.initial(),
    votes: topics.votes.initial(),
    call: topics.call.initial(),
    pageLocks: topics.pageLocks.initial(),
    lobby: topics.lobby.initial(),
  }
}
