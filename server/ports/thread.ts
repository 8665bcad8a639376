import { Worker, type WorkerOptions } from 'node:worker_threads'

export interface ThreadOptions extends WorkerOptions {
  /**
   * `low` for work that nobody in a room waits for: where cores are scarce, live rooms go before it. Holds for this
   * thread alone and before it loads anything. On Linux only, because elsewhere it would slow down the whole process.
   */
  priority?: 'low'
}

/**
 * Starts a module of ours as a worker thread. `name` is that of a file `<name>.ts` beside the calling module; built,
 * all files lie in one folder. From source the thread needs the TypeScript loader first, which Node 20 does not pass
 * on by itself.
 * @param caller `import.meta.url` of the calling module
 */
export function startThread(caller: string, name: string, { priority, ...options }: ThreadOptions): Worker {
  const isBuilt = !caller.endsWith('.ts')
  const module = JSON.stringify(new URL(`./${name}.${isBuilt ? 'js' : 'ts'}`, caller).href)
  const boot = isBuilt ? `import(${module})` : `${loader()}.then(() => import(${module}))`
  return new Worker(priority === 'low' ? `${giveWay}; ${boot}` : boot, { ...options, eval: true })
}

const loader = () =>
  `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => register())`

/**
 * Nice value: a quarter of a core that rooms want, too, all of one that they do not. With 19 it is a seventieth, and on
 * a machine that others keep busy an export ran into its time limit.
 */
export const LOW_PRIORITY = 5

/** Linux counts priorities per thread, and takes process 0 for the calling one. */
const giveWay = process.platform === 'linux' ? `require('node:os').setPriority(0, ${LOW_PRIORITY})` : ''
