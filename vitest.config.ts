import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Tests of pure functions. */
const pure = 'tests/unit/shared/**/*.test.ts'

/** Tests of the server, and of both together. The folder of a test file is its layer. */
const ofServer = [
  'tests/unit/server/**/*.test.ts',
  ...['contract', 'integration', 'convergence', 'compatibility'].map(
    (layer) => `tests/${layer}/**/*.test.{ts,tsx}`,
  ),
]

/** Whoever replaces a module needs it not loaded yet. */
const replacing = [
  'tests/integration/board-mounted.test.tsx',
  'tests/unit/client/facilitation/breakout-ends.test.tsx',
  'tests/unit/client/room/timer-words.test.tsx',
  'tests/unit/client/session/draft-session.test.ts',
  'tests/unit/client/session/replica.test.ts',
]

/** Layers that run in Node; end-to-end tests belong to Playwright. */
export default defineConfig({
  plugins: [react()],
  test: {
    setupFiles: ['tests/support/web-storage.ts'],
    // Modules are loaded once for all files; what a test leaves behind it takes away itself.
    projects: [
      { extends: true, test: { name: 'pure', include: [pure], isolate: false } },
      {
        extends: true,
        test: { name: 'replacing', include: replacing, setupFiles: 'tests/support/clean-screen.ts' },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ofServer,
          exclude: replacing,
          isolate: false,
          globalSetup: 'tests/support/build-workers.ts',
          setupFiles: 'tests/support/built-workers.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'client',
          isolate: false,
          exclude: replacing,
          setupFiles: 'tests/support/clean-screen.ts',
          include: ['tests/unit/{*,client/**/*}.test.{ts,tsx}'],
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
