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

/** Changes with the packages, not with the product: a browser keeps it over an update. What the door needs of them. */
const platform =
  /\/node_modules\/(react|react-dom|scheduler|i18next|react-i18next|use-sync-external-store|zustand)\//
/** What every view but the door needs beside it. */
const beyondTheDoor = /\/node_modules\/(react-router|@tanstack\/(react-query|query-core))\//
/**
 * Small things that nearly every view needs; three dozen files would each cost a request of their own. QR codes come with
 * the package that draws them, and only where one is shown.
 */
const everywhere =
  /\/(client\/(ui\/(?!QrCode)|(ui-state|app|i18n)\/)|(shared\/(base|errors|workshop)|node_modules\/lucide-react)\/)/
/** What somebody who opens an invitation loads: what rooms need as well in one file, and in another the form (decision 0069). */
const doorSources = ['client/entrance/start.tsx', 'client/entrance/Door.tsx'].map((path) =>
  join(import.meta.dirname, path),
)
/** The way into a room past the door. */
const roomWay = [
  'client/entrance/start.tsx',
  'client/entrance/App.tsx',
  'client/room/shell/RoomPage.tsx',
].map((path) => join(import.meta.dirname, path))

/** What a room shows before its canvas. In one file: five dozen small ones cost seconds on a slow line, six at a time. */
const roomSources = [join(import.meta.dirname, 'client/room/shell/RoomPage.tsx')]
/** Where views are opened from; what those beside the room need as well stays apart. */
const openers = ['client/entrance/routes.tsx', 'client/entrance/opening.ts'].map((path) =>
  join(import.meta.dirname, path),
)

export default defineConfig({
  plugins: [react(), quietYjs(), wordsFirst(), precompress()],
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
            { name: 'platform', test: platform, priority: 5 },
            { name: 'product', test: beyondTheDoor, priority: 5 },
            { name: doorOf(), debugName: 'door', priority: 4 },
            { name: roomOf('alone'), debugName: 'room', priority: 3 },
            { name: 'everywhere', test: everywhere, priority: 2, minShareCount: 4 },
            { name: roomOf('shared'), debugName: 'room-shared', priority: 1 },
          ],
        },
      },
    },
  },
})

/**
 * Yjs warns of mistakes in our own code by a logger that brings colours, a DOM and schemas along, 4 kB before the first
 * card. Tests have it; whoever works in a room cannot do anything about such a warning.
 */
function quietYjs(): Plugin {
  const names = ['ORANGE', 'BOLD', 'UNBOLD', 'RED', 'print', 'warn']
  return {
    name: 'werkraum:quiet-yjs',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'lib0/logging' ? '\0quiet-yjs' : null),
    load: (id) =>
      id === '\0quiet-yjs' ? names.map((name) => `export const ${name} = () => undefined`).join('\n') : null,
  }
}

/**
 * Puts style sheets behind the words that stand in index.html: on a slow line these are seen while everything else is
 * on its way. Scripts wait for the sheets all the same. What every view needs is asked for at once.
 */
function wordsFirst(): Plugin {
  const sheets = /\s*<link rel="stylesheet"[^>]*>/g
  return {
    name: 'werkraum:words-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const found = html.match(sheets) ?? []
        const always = Object.values(bundle).filter((file) => file.type === 'chunk' && isForEverybody(file))
        const ahead = always.map(
          ({ fileName }) => `  <link rel="modulepreload" crossorigin href="/${fileName}">\n  `,
        )
        return html
          .replace(sheets, '')
          .replace('</head>', `${ahead.join('')}</head>`)
          .replace('</body>', `${found.join('')}\n  </body>`)
      },
    },
  }
}

/** Words carry the names of views as well, and of those only one language is needed. */
const isForEverybody = ({ name, moduleIds }: { name: string; moduleIds: string[] }) =>
  (name === 'platform' || name === 'door') && !moduleIds.every((id) => id.includes('/shared/i18n/'))

interface ModuleGraph {
  getModuleInfo(id: string): {
    importedIds: readonly string[]
    dynamicallyImportedIds: readonly string[]
    code: string | null
  } | null
}

/** Names the file for everything that the room's sources import and no view beside it, or for what is small and shared. */
function roomOf(which: 'alone' | 'shared') {
  let members: ReadonlySet<string> | null = null
  return (id: string, graph: ModuleGraph) => {
    members ??= inRoom(which, graph)
    return members.has(id) ? (which === 'alone' ? 'room' : 'room-shared') : null
  }
}

function inRoom(which: 'alone' | 'shared', graph: ModuleGraph): ReadonlySet<string> {
  const opened = openers.flatMap((opener) => graph.getModuleInfo(opener)?.dynamicallyImportedIds ?? [])
  const beside = [...openers, ...opened.filter((id) => !roomSources.includes(id))]
  const shared = new Set([...beside, ...importedBy(beside, graph)])
  const isMeant = (id: string) => (which === 'alone' ? !shared.has(id) : shared.has(id) && isSmall(id))
  return new Set([...importedBy(roomSources, graph)].filter(isMeant))
}

/** What `shared` needs of itself would make files that wait for each other. */
const isSmall = (id: string) => /\/client\/|\/lucide-react\//.test(id)

/** Names the files for everything that the door's sources import, directly or by others. */
function doorOf() {
  let members: ReadonlySet<string> | null = null
  let inRooms: ReadonlySet<string> | null = null
  return (id: string, graph: ModuleGraph) => {
    members ??= importedBy(doorSources, graph)
    inRooms ??= importedBy(roomWay, graph)
    return members.has(id) ? (inRooms.has(id) ? 'door' : 'door-form') : null
  }
}

/** The entries themselves keep their own files: their addresses are how they are found. */
function importedBy(sources: readonly string[], graph: ModuleGraph): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (id: string, importer = '') => {
    const { importedIds = [], code } = graph.getModuleInfo(id) ?? {}
    // The list of icons names all there are; only those that its importer names are followed
    if (iconList.test(id)) return iconsOf(importer, code ?? '', importedIds).forEach((icon) => visit(icon))
    if (seen.has(id)) return
    seen.add(id)
    for (const next of importedIds) visit(next, code ?? '')
  }
  for (const source of sources) visit(source)
  for (const source of sources) seen.delete(source)
  // The first script needs it before anything else is there
  for (const id of seen) if (id.includes('vite/preload-helper')) seen.delete(id)
  return seen
}

const iconList = /\/lucide-react\/dist\/esm\/lucide-react\.m?js$/

/** The icons' files that a module imports by name through the package's list. */
function iconsOf(importer: string, list: string, files: readonly string[]): string[] {
  const named = importer.match(/import\s*\{([^}]*)\}\s*from\s*['"]lucide-react['"]/)?.[1] ?? ''
  const wanted = new Set(named.split(',').map((name) => name.trim().split(' ')[0]))
  const lines = list.matchAll(/^export \{([^}]*)\} from '\.(\/icons\/[^']+)'/gm)
  const paths = [...lines].flatMap(([, names, path]) =>
    names!.match(/\w+/g)!.some((name) => wanted.has(name)) ? [path!] : [],
  )
  return files.filter((file) => paths.some((path) => file.endsWith(path)))
}

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

const thoroughlyBelowBytes = 400_000

async function compress(path: string, smallestBytes: number) {
  const content = await readFile(path)
  if (content.length < smallestBytes) return
  // Quality 11 takes eight seconds more for the canvas and saves four percent, which counts where people first come in.
  const quality = content.length < thoroughlyBelowBytes ? 11 : 9
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }))
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
}
