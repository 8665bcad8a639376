import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { defineConfig } from 'vite'

/**
 * Builds the server: `dist/server/main.js`, the operator's commands, and one file for each worker beside it, which is a
 * thread or a process of its own. Packages stay outside; they are installed anyway, and native ones cannot be bundled.
 * All files lie in one folder, because workers are found relative to the file that starts them.
 */
const workers = readdirSync('server', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('-worker.ts'))
  .map((path) => join('server', path))

export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: Object.fromEntries(
        [
          'server/main.ts',
          'server/backup-command.ts',
          'server/demo-command.ts',
          'server/reset-password-command.ts',
          ...workers,
        ].map((path) => [basename(path, '.ts'), path]),
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
