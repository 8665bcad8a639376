import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectRoot } from './module-graph.ts'

/** Names the folder that `build-workers.ts` has built into. */
export const builtPrograms = 'WERKRAUM_BUILT_PROGRAMS'

/** What is run, and the options of Node that it needs. */
interface Program {
  entry: string
  execArgv: string[]
}

/**
 * A program of its own: built where this run has built it, else from source.
 * @param source from the project's root
 */
export function program(source: string): Program {
  const folder = process.env[builtPrograms]
  const built = folder === undefined ? '' : join(folder, `${basename(source, '.ts')}.js`)
  if (existsSync(built)) return { entry: built, execArgv: [] }
  return { entry: join(projectRoot, source), execArgv: ['--import', 'tsx'] }
}
