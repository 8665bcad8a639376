import type { AnyEvent, Happening } from './events.ts'
import { remembering } from './recent-commands.ts'
import type { FacilitationState } from './state.ts'
import type { EventFacts, Evolvers } from './topic.ts'
import { topics } from './topics.ts'

/** The state after an event. A topic that the event does not concern keeps the very same object. */
export function evolve(state: FacilitationState, happening: Happening): FacilitationState {
  const { seq, at, by, command, event } = happening
  const facts = { at, by }
  const next: FacilitationState = {
    ...state,
    seq,
    place: after(topics.place.evolve, state.place, event, facts),
    timer: after(topics.timer.evolve, state.timer, event, facts),
    lock: after(topics.lock.evolve, state.lock, event, facts),
    step: after(topics.step.evolve, state.step, event, facts),
    hands: after(topics.hands.evolve, state.hands, event, facts),
    finished: after(topics.finished.evolve, state.finished, event, facts),
    reactions: after(topics.reactions.evolve, state.reactions, event, facts),
    muted: after(topics.muted.evolve, state.muted, event, facts),
    silent: after(topics.silent.evolve, state.silent, event, facts),
    votes: after(topics.votes.evolve, state.votes, event, facts),
    call: after(topics.call.evolve, state.call, event, facts),
    pageLocks: after(topics.pageLocks.evolve, state.pageLocks, event, facts),
    lobby: after(topics.lobby.evolve, state.lobby, event, facts),
  }
  return command === undefined ? next : remembering(next, { by, id: command })
}

function after<State>(
  evolvers: Partial<Evolvers<State, AnyEvent>>,
  state: State,
  event: AnyEvent,
  facts: EventFacts,
): State {
  return byType(evolvers, event.type, state, event, facts)
}

type EventsByType = { [Type in AnyEvent['type']]: Extract<AnyEvent, { type: Type }> }

function byType<State, Type extends AnyEvent['type']>(
  evolvers: Partial<{ [T in Type]: (state: State, event: EventsByType[T], facts: EventFacts) => State }>,
  type: Type,
  state: State,
  event: EventsByType[Type],
  facts: EventFacts,
): State {
  return evolvers[type]?.(state, event, facts) ?? state
}
