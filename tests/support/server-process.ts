import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Database } from '#server/adapters/sqlite/driver.ts'
import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import { RoomStatements } from '#server/adapters/sqlite/update-log-statements.ts'
import { program } from './program.ts'

/** The rooms' server as a process of its own, to be frozen, killed and started again on the same port and file. */
export class ServerProcess {
  readonly #file: string
  #child!: ChildProcess
  #port = 0

  private constructor(file: string) {
    this.#file = file
  }

  static async start(file: string): Promise<ServerProcess> {
    const server = new ServerProcess(file)
    await server.start()
    return server
  }

  get syncUrl(): string {
    return `ws://127.0.0.1:${this.#port}/sync`
  }

  get port(): number {
    return this.#port
  }

  /** @param env what the process is told beside its file */
  async start(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const { entry, execArgv } = program('tests/support/sync-server-child.ts')
    const options = { execArgv, env: { ...process.env, ...env } }
    this.#child = fork(entry, [this.#file, String(this.#port)], options)
    const [message] = (await once(this.#child, 'message')) as [{ port: number }]
    this.#port = message.port
  }

  freeze(): void {
    this.#child.kill('SIGSTOP')
  }

  thaw(): void {
    this.#child.kill('SIGCONT')
  }

  /** Waits until it has ended by itself. */
  async gone(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit')
  }

  /** Ends it and waits until it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const exited = once(this.#child, 'exit')
    this.#child.kill(signal)
    await exited
  }
}

/** What is in the file, read past the process that owns it. */
export function documentOnDisk(file: string, groupId: GroupId): Y.Doc {
  const database = new Database(file, { readonly: true })
  try {
    const doc = new Y.Doc()
    for (const update of new RoomStatements(database).updatesOf(groupId).updates) Y.applyUpdate(doc, update)
    return doc
  } finally {
    database.close()
  }
}

/** What has happened in a room, as a server that is killed now would leave it. */
export function eventsOnDisk(file: string, groupId: GroupId): StoredEnvelope[] {
  const database = new Database(file, { readonly: true })
  try {
    return new RoomStatements(database).events(groupId)
  } finally {
    database.close()
  }
}
