import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { projectRoot } from './module-graph.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the folder with the built workers, with a slash at its end. */
    workersFolder: string
  }
}

/**
 * Before the first test: builds the workers as the product has them, into a folder of this run. Every job and every log
 * starts one, and from source each would translate hundreds of modules first, which takes five times as long.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = join(projectRoot, 'dist')
  await mkdir(dist, { recursive: true })
  const folder = await mkdtemp(join(dist, 'workers-'))
  const buildWorkers = async () => {
    const outDir = relative(projectRoot, folder)
    await build({
      configFile: 'vite.server.config.ts',
      root: projectRoot,
      logLevel: 'warn',
      build: { outDir },
    })
  }
  await buildWorkers()
  project.onTestsRerun(buildWorkers)
  project.provide('workersFolder', pathToFileURL(folder + sep).href)
  return () => rm(folder, { recursive: true })
}
