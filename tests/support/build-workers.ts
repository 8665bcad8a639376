import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { projectRoot } from './module-graph.ts'
import { builtPrograms } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the folder with the built workers, with a slash at its end. */
    workersFolder: string
  }
}

/**
 * Before the first test: builds the program, its commands and workers as the product has them, and the programs of the
 * tests beside them, into a folder of this run. Every job and every log starts one, and from source each would translate
 * hundreds of modules first, which takes five times as long.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = join(projectRoot, 'dist')
  await mkdir(dist, { recursive: true })
  const folder = await mkdtemp(join(dist, 'workers-'))
  const support = await readdir(join(projectRoot, 'tests', 'support'))
  const programs = support.filter((name) => name.endsWith('-child.ts'))
  const input = Object.fromEntries(programs.map((name) => [basename(name, '.ts'), `tests/support/${name}`]))
  const buildWorkers = async () => {
    const outDir = relative(projectRoot, folder)
    await build({
      configFile: 'vite.server.config.ts',
      root: projectRoot,
      logLevel: 'warn',
      build: { outDir, rollupOptions: { input } },
    })
  }
  await buildWorkers()
  project.onTestsRerun(buildWorkers)
  project.provide('workersFolder', pathToFileURL(folder + sep).href)
  process.env[builtPrograms] = folder
  return () => rm(folder, { recursive: true })
}
