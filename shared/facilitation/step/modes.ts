import { limits } from '../../base/limits.ts'
import type { ModeType } from '../../workshop/mode-rights.ts'
import type { Steps } from './state.ts'
import type { RunningStep } from './step.ts'

type Running = Pick<Steps, 'running' | 'ownTime'>

const all = ({ running, ownTime }: Running): readonly RunningStep[] =>
  running ? [running, ...ownTime] : ownTime

export const stepOfId = (steps: Running, id: string): RunningStep | null =>
  all(steps).find(({ step }) => step.id === id) ?? null

export const stepOnPage = (steps: Running, pageId: string): RunningStep | null =>
  all(steps).find(({ step }) => step.pageId === pageId) ?? null

/** The step in which people vote on this. */
export const stepWithVote = (steps: Running, voteId: string): RunningStep | null =>
  all(steps).find(({ step: { mode } }) => mode.type === 'vote' && mode.voteId === voteId) ?? null

/** The mode of a page: that of the step that runs on it. A page without a step is open. */
export const modeOf = (steps: Running, pageId: string): ModeType =>
  stepOnPage(steps, pageId)?.step.mode.type ?? 'open'

/**
 * Modes of the pages on which a step runs, as they count for changes at this moment: what was on its way when a mode
 * began is still taken for a short while.
 */
export const modesAt = (steps: Running, nowMs: number): ReadonlyMap<string, ModeType> =>
  new Map(
    all(steps)
      .filter(({ modeSince }) => nowMs > modeSince + limits.lockGraceMs)
      .map(({ step }) => [step.pageId, step.mode.type]),
  )
