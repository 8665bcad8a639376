import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** What a test measured, beside its verdict. */
    figure?: string
  }
}

/** Keeps what a test measured with its result; prints it where figures are asked for (`FIGURES=1`). */
export function tellFigure({ task }: Pick<TestContext, 'task'>, figure: string): void {
  task.meta.figure = figure
  if (process.env.FIGURES === '1') process.stdout.write(`FIGURE ${task.name}: ${figure}\n`)
}

/** Whether the long forms were asked for (`npm run test:long`). */
export const isLong = process.env.WERKRAUM_LONG_TESTS === '1'
