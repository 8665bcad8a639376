import { spawn, type ChildProcess } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { startOptions } from '#tests/support/start-command.ts'

/** Server and generator never share a core, so that neither is mistaken for the other. */
export const SERVER_CORE = 0
export const GENERATOR_CORE = Math.min(1, cpus().length - 1)

/** So that the heap can be measured. */
const MEASURABLE = '--expose-gc'

/** What runs a server: a Node and its options. */
export const nodeCommand = (flags: readonly string[], node: string = process.execPath) => [
  node,
  ...new Set([MEASURABLE, ...flags]),
]

/** Starts a Node program pinned to one core, with a message channel. */
export function startPinned(core: number, command: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn('taskset', ['-c', String(core), ...command], {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Runs a TypeScript file of ours with the options of `npm start`. */
const scriptCommand = (script: URL) => [
  ...nodeCommand(startOptions),
  '--import',
  'tsx',
  fileURLToPath(script),
]

export const werkraumCommand = scriptCommand(new URL('./werkraum-server.ts', import.meta.url))

export const startScript = (core: number, script: URL, env: Record<string, string> = {}) =>
  startPinned(core, scriptCommand(script), env)

/** The next message of a type; rejects when the process ends before. */
export function nextMessage<T extends { type: string }>(child: ChildProcess, type: T['type']): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: T | { type: 'failed'; reason: string }) => {
      if (message.type !== type && message.type !== 'failed') return
      child.off('message', onMessage)
      child.off('exit', onExit)
      if (message.type === 'failed') reject(new Error((message as { reason: string }).reason))
      else resolve(message as T)
    }
    const onExit = (code: number | null) => reject(new Error(`process ended with ${code} before "${type}"`))
    child.on('message', onMessage)
    child.once('exit', onExit)
  })
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(force)
}
