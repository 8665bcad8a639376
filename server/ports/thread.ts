import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a module of ours as a worker thread. `name` is that of a file `<name>.ts` beside the calling module; built,
 * all files lie in one folder. From source the thread needs the TypeScript loader first, which Node 20 does not pass
 * on by itself.
 * @param caller `import.meta.url` of the calling module
 */
export function startThread(caller: string, name: string, options: WorkerOptions): Worker {
  if (!caller.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, caller), options)
  const source = JSON.stringify(new URL(`./${name}.ts`, caller).href)
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const boot = `import(${loader}).then(({ register }) => { register(); return import(${source}) })`
  return new Worker(boot, { ...options, eval: true })
}
