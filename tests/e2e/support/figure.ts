import { test } from '@playwright/test'

/** Keeps what the running test measured with its result, as `tellFigure` does in the other layers. */
export function tellFigure(description: string): void {
  test.info().annotations.push({ type: 'figure', description })
}
