import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'

/** Layers that run in Node. The folder of a test file is its layer; end-to-end tests belong to Playwright. */
const layers = ['unit', 'contract', 'integration', 'convergence', 'compatibility']
/** Tests of pure functions keep nothing between files, so that one load of their modules serves them all. */
const pure = 'tests/unit/shared/**/*.test.ts'

export default defineConfig({
  plugins: [react()],
  test: {
    setupFiles: ['tests/support/web-storage.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: [pure], isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: layers.map((layer) => `tests/${layer}/**/*.test.{ts,tsx}`),
          exclude: [...configDefaults.exclude, pure],
          globalSetup: 'tests/support/build-workers.ts',
          setupFiles: 'tests/support/built-workers.ts',
        },
      },
    ],
    // Most tests wait for servers and disks more than they compute; by itself Vitest leaves one of two cores idle.
    maxWorkers: 2,
    // Real servers and real databases on two busy cores take their time; a hanging test still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As for the browsers: a step may come late once on busy cores; the reporter says what needed a second try.
    retry: process.env.CI === undefined ? 0 : 1,
    restoreMocks: true,
    unstubGlobals: true,
  },
})
