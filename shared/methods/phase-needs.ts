import type { ArtefactKind } from '../kinds/index.ts'
import type { Phase } from '../workshop/phases.ts'

/** So many cards of a kind should be there before the next phase begins. */
interface PhaseNeed {
  kind: ArtefactKind
  count: number
}

/**
 * What the phase after each of these is made of, as advice: nobody is held back, and going back loses nothing. The last
 * one runs beside all others.
 */
export const phaseNeeds: Readonly<Record<Phase, readonly PhaseNeed[]>> = {
  preparation: [
    { kind: 'interview', count: 5 },
    { kind: 'quote', count: 15 },
    { kind: 'existingSolution', count: 1 },
    { kind: 'stakeholder', count: 3 },
    { kind: 'challenge', count: 1 },
  ],
  kickoff: [
    { kind: 'expectation', count: 3 },
    { kind: 'teamCanvas', count: 1 },
  ],
  problem: [
    { kind: 'cluster', count: 3 },
    { kind: 'insight', count: 3 },
    { kind: 'persona', count: 1 },
    { kind: 'journey', count: 1 },
    { kind: 'pov', count: 1 },
    { kind: 'hmw', count: 2 },
  ],
  solution: [
    { kind: 'idea', count: 10 },
    { kind: 'concept', count: 1 },
    { kind: 'prototype', count: 1 },
    { kind: 'testSession', count: 3 },
    { kind: 'learning', count: 1 },
  ],
  closing: [
    { kind: 'pitch', count: 1 },
    { kind: 'partnership', count: 1 },
    { kind: 'milestone', count: 3 },
    { kind: 'profile', count: 1 },
  ],
  accompanying: [
    { kind: 'decision', count: 1 },
    { kind: 'task', count: 1 },
    { kind: 'retro', count: 1 },
  ],
}

/** Every kind that some phase needs. */
export const wantedResults: ReadonlySet<ArtefactKind> = new Set(
  Object.values(phaseNeeds).flatMap((needs) => needs.map(({ kind }) => kind)),
)

interface MetNeed extends PhaseNeed {
  /** How many there are. */
  made: number
}

/** Which of a phase's needs are met, in the order in which they arise. */
export const needsOf = (phase: Phase, made: Readonly<Partial<Record<ArtefactKind, number>>>): MetNeed[] =>
  phaseNeeds[phase].map((need) => ({ ...need, made: made[need.kind] ?? 0 }))
