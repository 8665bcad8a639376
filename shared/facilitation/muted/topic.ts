import { mutedCommands } from './commands.ts'
import { decideMuted } from './decide.ts'
import { evolveMuted } from './evolve.ts'
import { seenMutedSchema, type Muted } from './state.ts'

/** Whom the moderation lets read only. */
export const mutedTopic = {
  commands: mutedCommands,
  /** All of its events are passing. */
  events: [],
  passing: ['MemberMuted', 'MemberUnmuted'],
  seen: seenMutedSchema,
  initial: (): Muted => [],
  decide: decideMuted,
  evolve: evolveMuted,
} as const
