import { defineConfig } from '@playwright/test'
import { chromiumFlags } from '#tests/support/browser.ts'
import { isLong } from '#tests/support/figures.ts'

const executablePath = process.env.WERKRAUM_CHROMIUM

/** `npm test` finds a browser and names it in WERKRAUM_CHROMIUM; without it Playwright looks for its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  // What quicker tests hold as well, played in browsers, is for `npm run test:long`.
  ...(isLong ? { grep: /@long/ } : { grepInvert: /@long/ }),
  outputDir: 'test-results/playwright',
  // A test waits for its browsers more than it computes, since they are headless shells without traces.
  workers: 2,
  // On two busy cores a step may come late once. What needed a second try is said by name at the end.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    // A trace of every test costs as much work as the test itself.
    trace: 'on-first-retry',
    actionTimeout: 30_000,
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
})
