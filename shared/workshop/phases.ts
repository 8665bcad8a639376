/** The six phases of the co-creation process, in order. `accompanying` runs in parallel to all others. */
export const phases = ['preparation', 'kickoff', 'problem', 'solution', 'closing', 'accompanying'] as const
export type Phase = (typeof phases)[number]

export function isPhase(value: unknown): value is Phase {
  return phases.includes(value as Phase)
}
