import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { isLong } from '#tests/support/figures.ts'
import { projectRoot } from '#tests/support/module-graph.ts'

const folder = join(projectRoot, 'test-results', 'journey')

/** A picture costs as much as several steps of a test, so they are taken where somebody wants to look at them. */
const areWanted = isLong || process.env.WERKRAUM_PICTURES === '1'

/** Keeps what somebody saw, as `test-results/journey/<name>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!areWanted) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** The same in dark and in light; ends in light. */
export async function pictureInBothThemes(page: Page, name: string): Promise<void> {
  if (!areWanted) return
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await picture(page, name)
}
