import { accepted, refused } from '../base/result.ts'
import type { Command } from './commands.ts'
import type { AnyEvent } from './events.ts'
import { isKnown } from './recent-commands.ts'
import type { FacilitationState } from './state.ts'
import type { Decision, DecisionContext, Deciders } from './topic.ts'
import { topics } from './topics.ts'

const deciders: Deciders<Command, FacilitationState, AnyEvent> = {
  ...topics.place.decide,
  ...topics.timer.decide,
  ...topics.lock.decide,
  ...topics.step.decide,
  ...topics.hands.decide,
  ...topics.finished.decide,
  ...topics.reactions.decide,
  ...topics.muted.decide,
  ...topics.silent.decide,
  ...topics.votes.decide,
  ...topics.call.decide,
  ...topics.pageLocks.decide,
  ...topics.lobby.decide,
}

interface CommandContext extends DecisionContext {
  /** Chosen by the client, see `commandIdSchema`. */
  commandId: string
  /** Whether the sender holds the right to this very command here: `may(…, 'command.<type>', …)`. */
  isAllowed: boolean
}

/**
 * Decides a command; touches nothing. Invariants (cited by the tests):
 * 1. Who may not give a command is refused, whatever the state.
 * 2. No event names a page that does not exist.
 * 3. A command sent again under its id yields no event; one that would change nothing yields none either.
 * 4. The time left never exceeds `limits.maxTimerMs` and an extension never starts a timer.
 */
export function decide(
  state: FacilitationState,
  command: Command,
  context: CommandContext,
): Decision<AnyEvent> {
  if (!context.isAllowed) return refused('command_not_allowed')
  if (isKnown(state, { by: context.by, id: context.commandId })) return accepted([])
  return byType(command.type, state, command, context)
}

type CommandsByType = { [Type in Command['type']]: Extract<Command, { type: Type }> }

function byType<Type extends Command['type']>(
  type: Type,
  state: FacilitationState,
  command: CommandsByType[Type],
  context: DecisionContext,
): Decision<AnyEvent> {
  return deciders[type](state, command, context)
}
