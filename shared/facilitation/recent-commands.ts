import { limits } from '../base/limits.ts'
import type { FacilitationState, RecentCommand } from './state.ts'

/** Whether this command of this member has had its effect already. */
export function isKnown({ recentCommands }: FacilitationState, { by, id }: RecentCommand): boolean {
  return recentCommands.some((command) => command.id === id && command.by === by)
}

/**
 * The state that remembers a command. Bounded per member, so that nobody makes the room forget what others sent: an
 * answer is waited for in seconds, not in dozens of commands.
 */
export function remembering(state: FacilitationState, command: RecentCommand): FacilitationState {
  if (isKnown(state, command)) return state
  const own = state.recentCommands.filter(({ by }) => by === command.by)
  const tooOld = own.length < limits.recentCommandsPerMember ? undefined : own[0]
  const kept = state.recentCommands.filter((known) => known !== tooOld).slice(1 - limits.recentCommands)
  return { ...state, recentCommands: [...kept, { by: command.by, id: command.id }] }
}
