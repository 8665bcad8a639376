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

/** The mode of a page: that of the step that runs on it. A page without a step is open. */
export const modeOf = (steps: Running, pageId: string): ModeType =>
  stepOnPage(steps, pageId)?.step.mode.type ?? 'open'

/** Pages with a mode of their own; all others are open. */
export const pagesWithMode = (steps: Running): ReadonlyMap<string, ModeType> =>
  new Map(
    all(steps)
      .filter(({ step }) => step.mode.type !== 'open')
      .map(({ step }) => [step.pageId, step.mode.type]),
  )
