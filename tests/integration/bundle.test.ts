import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { build } from 'vite'
import { laterRoomTexts } from '#client/i18n/room-later-de.ts'

/** What somebody who joins by phone may have to load before the form stands there, as it is served. */
const maxDoorBytes = 100_000
const asServed = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
const root = fileURLToPath(new URL('../..', import.meta.url))

interface Chunk {
  fileName: string
  facadeModuleId: string | null
  imports: string[]
  moduleIds: string[]
  code: string
}

let chunks: Map<string, Chunk>

beforeAll(async () => {
  // Under a test runner's own NODE_ENV React would come in its development form.
  vi.stubEnv('NODE_ENV', 'production')
  const built = await build({ root, logLevel: 'silent', build: { write: false, emptyOutDir: false } })
  if (!('output' in built)) throw new Error('expected one build')
  chunks = new Map(
    built.output.flatMap((part): [string, Chunk][] => (part.type === 'chunk' ? [[part.fileName, part]] : [])),
  )
  vi.unstubAllEnvs()
}, 120_000)

function chunkOf(source: string): Chunk {
  const chunk = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId === root + source)
  if (!chunk) throw new Error(`no chunk for ${source}; is it still loaded on its own?`)
  return chunk
}

/** Everything that is loaded before these sources can run. */
function loadedFor(sources: string[]): Chunk[] {
  const seen = new Map<string, Chunk>()
  const visit = (chunk: Chunk) => {
    if (seen.has(chunk.fileName)) return
    seen.set(chunk.fileName, chunk)
    for (const name of chunk.imports) visit(chunks.get(name)!)
  }
  for (const source of sources) visit(chunkOf(source))
  return [...seen.values()]
}

const modulesOf = (loaded: Chunk[]) => loaded.flatMap(({ moduleIds }) => moduleIds)
const from = (packageName: string) => (id: string) => id.includes(`/node_modules/${packageName}/`)

describe('first load of the join page', () => {
  const door = (language = 'de') =>
    loadedFor([
      'index.html',
      'client/entrance/start.tsx',
      'client/entrance/Door.tsx',
      `client/i18n/lobby-${language}.ts`,
    ])

  it.each(['de', 'en'])(
    'fits into the budget of compressed JavaScript, with one language: %s',
    (language) => {
      const bytes = door(language).reduce(
        (sum, { code }) => sum + brotliCompressSync(code, asServed).length,
        0,
      )
      expect(bytes).toBeLessThanOrEqual(maxDoorBytes)
    },
  )

  it.each([
    'tldraw',
    '@tldraw/editor',
    'yjs',
    'zod',
    'react-aria-components',
    'react-router',
    '@tanstack/query-core',
  ])('does not bring %s', (name) => {
    expect(modulesOf(door()).filter(from(name))).toEqual([])
  })

  it('does not bring anything of the room', () => {
    const ofRoom = /\/client\/(board|list-view|facilitation|artefacts)\//
    expect(modulesOf(door()).filter((id) => ofRoom.test(id))).toEqual([])
  })
})

describe('entering a room', () => {
  it('brings no schemas: the server validates, and their compiler would break the content security policy', () => {
    const everything = modulesOf([...chunks.values()])
    expect(everything.filter(from('zod'))).toEqual([])
  })

  it('loads the canvas apart from the room, so that a phone with the list never needs it', () => {
    const room = modulesOf(loadedFor(['index.html', 'client/room/shell/RoomPage.tsx']))
    expect(room.filter(from('tldraw'))).toEqual([])
    expect(modulesOf(loadedFor(['client/board/Board.tsx'])).some(from('tldraw'))).toBe(true)
  })

  it('says nothing before the first card whose words only come after it', () => {
    const later = keysOf(laterRoomTexts)
    const isLater = (key: string) =>
      later.some((one) => (key.endsWith('.') ? one.startsWith(key) : one === key))
    const said = modulesOf(loadedFor(['index.html', 'client/room/shell/RoomPage.tsx']))
      .filter((id) => /\/client\/.*\.tsx?$/.test(id))
      .flatMap((id) => [...readFileSync(id, 'utf8').matchAll(/['`](\w+\.[\w.]+)/g)].map(([, key]) => key!))
    expect(said).toContain('room.loading')
    expect(said.filter(isLater)).toEqual([])
  })
})

/** Keys as they are asked for, without the form for a number. */
const keysOf = (texts: object, path = ''): string[] =>
  Object.entries(texts).flatMap(([name, inner]) =>
    typeof inner === 'string'
      ? [`${path}${name.replace(/_(one|other)$/, '')}`]
      : keysOf(inner as object, `${path}${name}.`),
  )
