import type { MemberId } from '../base/ids.ts'
import type { Result } from '../base/result.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import type { Phase } from '../workshop/phases.ts'

import type { VoteResult } from './vote/count.ts'

/*
 * What every topic of facilitation is made of. A topic is a folder (`timer`, `place`, `lock` …) with
 *
 *   state.ts     what it remembers, and what of that may be seen: schemas, types inferred
 *   commands.ts  what may be asked of it
 *   events.ts    what can happen in it; stored for ever, so a field once written keeps its meaning
 *   decide.ts    command → events or a refusal
 *   evolve.ts    event → next state; its own events, and those of other topics that it answers to
 *   view.ts      who sees what of it; only where that is not everything
 *
 * and one line in `topics.ts`. Everything else (schemas, rights, wire, storage) follows from that line, or does not compile
 * or fails a test (`topics.test.ts`) without it.
 */

interface Typed {
  type: string
}

/** What a decision may know beside the state. */
export interface DecisionContext {
  by: MemberId
  /** Server time, milliseconds since the Unix epoch. */
  nowMs: number
  pageExists: (pageId: string) => boolean
  /** Where a closed vote is to be counted, what its ballots come to; null where they are gone. */
  tally?: VoteResult | null
}

export type Decision<Event> = Result<Event[], ErrorCode>

/** One function per command. `Needs` is the part of the state that the topic looks at. */
export type Deciders<Command extends Typed, Needs, Event> = {
  [Type in Command['type']]: (
    state: Needs,
    command: Extract<Command, { type: Type }>,
    context: DecisionContext,
  ) => Decision<Event>
}

export interface EventFacts {
  /** Server time, milliseconds since the Unix epoch. */
  at: number
  by: MemberId
}

/** One function per event that the topic answers to. Total: an event that no longer fits leaves the state as it was. */
export type Evolvers<State, Event extends Typed> = {
  [Type in Event['type']]: (state: State, event: Extract<Event, { type: Type }>, facts: EventFacts) => State
}

/** Who looks at a room's state. */
export interface Viewer {
  memberId: MemberId
  /** Whether the viewer holds `room.facilitate` here. */
  facilitates: boolean
}

/** Where a room begins, before anybody decided anything. */
export interface Start {
  phase: Phase
  pageId: string
}
