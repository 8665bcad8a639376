import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The server that `npm run dev` starts beside Vite; same variable as in production. */
const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`
/** The server compares Origin with its own address, so the development proxy has to speak in its name. */
const throughProxy = { target: server, headers: { origin: server } }

/** Changes with the packages, not with the product: a browser keeps it over an update. */
const platform =
  /\/node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|use-sync-external-store|zustand|@tanstack\/(react-query|query-core))\//
/** Small things that nearly every view needs; three dozen files would each cost a request of their own. */
const everywhere =
  /\/(client\/(ui|ui-state|app|i18n)|shared\/(base|errors|workshop)|node_modules\/lucide-react)\//

export default defineConfig({
  plugins: [react(), precompress()],
  server: {
    proxy: {
      '/api': throughProxy,
      '/sync': { ...throughProxy, ws: true },
      '/drafts': { ...throughProxy, ws: true },
    },
  },
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    // The canvas is big by nature and loads only inside a room.
    chunkSizeWarningLimit: 2_000,
    // Inlined fonts and images would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'platform', test: platform, priority: 2 },
            { name: 'everywhere', test: everywhere, priority: 1, minShareCount: 4 },
          ],
        },
      },
    },
  },
})

/** Stores every text file compressed beside itself, so that the server sends it without working on it. */
function precompress(): Plugin {
  const texts = /\.(js|css|html|svg|json)$/
  const smallestBytes = 1_024
  return {
    name: 'werkraum:precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return
      const files = (await readdir(dir, { recursive: true })).filter((name) => texts.test(name))
      await Promise.all(files.map((name) => compress(join(dir, name), smallestBytes)))
    },
  }
}

async function compress(path: string, smallestBytes: number) {
  const content = await readFile(path)
  if (content.length < smallestBytes) return
  // Quality 11 takes eight seconds more for the canvas and saves four percent.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }))
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
}
