import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a module of ours as a worker thread. `name` is that of a file `<name>.ts` beside the calling module; built,
 * all files lie in one folder. From source the thread needs the TypeScript loader first, which Node 20 does not pass
 * on by itself.
 * @param caller `import.meta.url` of the calling module
 */
export function startThread(caller: string, name: string, options: WorkerOptions): Worker {
  const isBuilt = !caller.endsWith('.ts')
  const module = JSON.stringify(new URL(`./${name}.${isBuilt ? 'js' : 'ts'}`, caller).href)
  const boot = isBuilt ? `import(${module})` : `${loader()}.then(() => import(${module}))`
  return new Worker(boot, { ...options, eval: true })
}

const loader = () =>
  `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => register())`
