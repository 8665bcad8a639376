import { defineConfig } from '@playwright/test'
import { chromiumFlags } from '#tests/support/browser.ts'

const executablePath = process.env.WERKRAUM_CHROMIUM

/** `npm test` finds a browser and names it in WERKRAUM_CHROMIUM; without it Playwright looks for its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/playwright',
  // Each test starts its own server and up to three browsers: one at a time keeps two cores from measuring each other.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
})
