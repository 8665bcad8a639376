import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUpFile } from '#server/set-up-offer.ts'
import { projectRoot } from './module-graph.ts'
import { startArguments } from './start-command.ts'

/**
 * The product as an operator runs it: `npm start`'s script in a process of its own, on a free port, with an empty
 * data folder. It may be killed and started again on the same port and folder.
 */
export class Installation {
  readonly origin: string
  private readonly port: number
  private readonly dataFolder: string
  private process: ChildProcess | null = null
  private output = ''

  private constructor(port: number, dataFolder: string) {
    this.port = port
    this.dataFolder = dataFolder
    this.origin = `http://localhost:${port}`
  }

  static async start(): Promise<Installation> {
    const dataFolder = await mkdtemp(join(tmpdir(), 'werkraum-data-'))
    const installation = new Installation(await freePort(), dataFolder)
    await installation.run()
    await installation.offers()
    return installation
  }

  /** Starts the server, where it does not run, and waits until it answers. */
  async run(): Promise<void> {
    if (this.process) return
    const env = {
      ...process.env,
      PORT: String(this.port),
      HOST: '127.0.0.1',
      WERKRAUM_DATA: this.dataFolder,
      WERKRAUM_LOG_LEVEL: 'warn',
    }
    // A group of its own, so that killing it kills the server and not only the script that started it.
    const child = spawn(process.execPath, startArguments, { cwd: projectRoot, env, detached: true })
    this.process = child
    child.stdout.on('data', (chunk) => (this.output += String(chunk)))
    child.stderr.on('data', (chunk) => (this.output += String(chunk)))
    await this.answers(child)
  }

  /** The database of all rooms' documents. */
  get roomsFile(): string {
    return join(this.dataFolder, 'rooms.sqlite')
  }

  /** The one-time link of the first start. */
  setUpLink(): string {
    return readFileSync(join(this.dataFolder, setUpFile), 'utf8').trim()
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  /** Ends it as an operator would. */
  async stop(): Promise<void> {
    await this.end('SIGTERM')
  }

  async dispose(): Promise<void> {
    await this.kill()
    await rm(this.dataFolder, { recursive: true, force: true })
  }

  /** What the server printed, for the report of a failed test. */
  printed(): string {
    return this.output
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.process
    this.process = null
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    process.kill(-child.pid, signal)
    await exited
    await untilClosed(this.port)
  }

  /** The server answers before it has written the link down; on a busy machine that is some time. */
  private async offers(): Promise<void> {
    const deadline = Date.now() + 60_000
    const file = join(this.dataFolder, setUpFile)
    while (!existsSync(file) || this.setUpLink() === '') {
      if (Date.now() > deadline) throw new Error(`the server offered no link:\n${this.output}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  private async answers(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + 60_000
    while (Date.now() < deadline) {
      if (child.exitCode !== null) break
      const healthy = await fetch(`${this.origin}/api/config`).then(
        (response) => response.ok,
        () => false,
      )
      if (healthy) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`the server did not start:\n${this.output}`)
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** The process that was killed may have had children that still hold the port for a moment. */
async function untilClosed(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (free) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
