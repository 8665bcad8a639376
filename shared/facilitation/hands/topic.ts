import { handCommands } from './commands.ts'
import { decideHands } from './decide.ts'
import { evolveHands } from './evolve.ts'
import { seenHandsSchema, type Hands } from './state.ts'

/** Who wants to speak, and in which order. */
export const handsTopic = {
  commands: handCommands,
  /** All of its events are passing. */
  events: [],
  passing: ['HandRaised', 'HandLowered', 'HandTickedOff', 'HandTakenDown'],
  seen: seenHandsSchema,
  initial: (): Hands => ({ raised: [], haveSpoken: [] }),
  decide: decideHands,
  evolve: evolveHands,
} as const
