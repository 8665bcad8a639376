import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** One import as it stands in a file. */
export interface Import {
  from: string
  /** As written: '#shared/base/ids.ts', './x.ts', 'yjs', 'node:fs'. */
  specifier: string
  /** File inside the project, relative to its root; null for a package. */
  to: string | null
}

/** Every file below a folder whose name ends in one of the endings, relative to the project's root. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  const path = join(projectRoot, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => !name.includes('/node_modules/'))
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .filter((name) => statSync(join(projectRoot, name)).isFile())
    .sort()
}

export const sourceFiles = (folder: string) => filesBelow(folder, ['.ts', '.tsx'])

/** Imports, re-exports, type imports and `import()` of a file. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(projectRoot, file), 'utf8')
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: specifier }) => ({
    from: file,
    specifier,
    to: resolveInside(file, specifier),
  }))
}

/** The file of the project that a specifier names; null for a package. */
export function resolveInside(file: string, specifier: string): string | null {
  const path = specifier.split('?')[0]!
  if (path.startsWith('#')) return path.slice(1)
  return path.startsWith('.') ? posix.join(posix.dirname(file), path) : null
}

/** Import cycles, each as the files on it; empty when there is none. Depth first, every edge once. */
export function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = []
  const finished = new Set<string>()
  const path: string[] = []

  function visit(file: string) {
    const seenAt = path.indexOf(file)
    if (seenAt >= 0) cycles.push([...path.slice(seenAt), file])
    if (seenAt >= 0 || finished.has(file)) return
    path.push(file)
    for (const next of edges.get(file) ?? []) visit(next)
    path.pop()
    finished.add(file)
  }

  for (const file of edges.keys()) visit(file)
  return cycles
}
