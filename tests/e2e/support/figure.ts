import { test } from '@playwright/test'

/** Keeps what the running test measured with its result, and prints it, as `tellFigure` does in the other layers. */
export function tellFigure(description: string): void {
  const info = test.info()
  info.annotations.push({ type: 'figure', description })
  if (process.env.FIGURES === '1') process.stdout.write(`FIGURE ${info.title}: ${description}\n`)
}
