import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { endpoints } from '#shared/protocol/endpoints.ts'
import type { WorkshopSummary, WorkshopView } from '#shared/protocol/api.ts'
import { compose } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { buildWorkshop } from '#server/demo/build-workshop.ts'
import { Visitor } from '#server/demo/visitor.ts'
import type { Platform } from '#server/http/platform.ts'
import { projectRoot } from '#tests/support/module-graph.ts'
import { startOptions } from '#tests/support/start-command.ts'
import { stop } from '../live/processes.ts'

const account = {
  name: 'Bench',
  email: 'bench@werkraum.example',
  password: 'as long as a password has to be',
}

interface Filled {
  dataFolder: string
  sample: WorkshopId
  /** One of the sample's project groups. */
  group: GroupId
  /** A workshop with nothing in it. */
  other: WorkshopId
}

/** What `npm start` runs, with the large sample workshop in it, and its moderator, who asks for files. */
export class LargeSample {
  readonly url: string
  readonly group: GroupId
  readonly #filled: Filled
  readonly #server: ChildProcess
  #cookie = ''

  private constructor(url: string, filled: Filled, server: ChildProcess) {
    this.url = url
    this.group = filled.group
    this.#filled = filled
    this.#server = server
  }

  /**
   * @param options what is put into the store before the server starts, and the core that it and all its processes have
   */
  static async start({
    fill = () => Promise.resolve(),
    core = null,
  }: { fill?: (platform: Platform) => Promise<void>; core?: number | null } = {}): Promise<LargeSample> {
    const filled = await filledFolder(fill)
    const pinned = core === null ? [] : ['taskset', '-c', String(core)]
    const program = join(projectRoot, 'dist', 'server', 'main.js')
    const [command, ...words] = [...pinned, process.execPath, ...startOptions, program]
    const server = spawn(command, words, {
      env: { ...process.env, ...environment(filled.dataFolder), NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const sample = new LargeSample(await addressIn(server.stdout), filled, server)
    await sample.#logIn()
    return sample
  }

  get pid(): number {
    return this.#server.pid!
  }

  /** A file of the sample, as it arrives. */
  file(query: Record<string, string>): Promise<Uint8Array> {
    return this.#fileOf(this.#filled.sample, query)
  }

  /** The process that made the last file ends: another workshop's turn has come. */
  async forget(): Promise<void> {
    await this.#fileOf(this.#filled.other, { format: 'json' })
  }

  async stop(): Promise<void> {
    await stop(this.#server)
    rmSync(this.#filled.dataFolder, { recursive: true, force: true })
  }

  async #fileOf(workshopId: WorkshopId, query: Record<string, string>): Promise<Uint8Array> {
    const address = `${this.url}/api/workshops/${workshopId}/export?${new URLSearchParams(query).toString()}`
    const response = await fetch(address, { headers: { cookie: this.#cookie } })
    if (!response.ok) throw new Error(`export answered ${response.status}: ${await response.text()}`)
    return new Uint8Array(await response.arrayBuffer())
  }

  async #logIn(): Promise<void> {
    const [method, path] = endpoints.logIn.split(' ')
    const { email, password } = account
    const response = await fetch(this.url + path!, {
      method: method!,
      headers: { origin: this.url, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (!response.ok) throw new Error(`login answered ${response.status}`)
    this.#cookie = response.headers.getSetCookie().at(-1)!.split(';')[0]!
  }
}

async function filledFolder(fill: (platform: Platform) => Promise<void>): Promise<Filled> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'werkraum-files-'))
  const config = readConfig(environment(dataFolder))
  if (!config.ok) throw new Error('the options of the bench are wrong')
  const server = await compose(config.value)
  const { url, setUpUrl } = await server.start()
  try {
    const visitor = new Visitor(url)
    await visitor.call('setUp', { body: { token: new URL(setUpUrl!).hash.slice(1), ...account } })
    const { workshopId } = await buildWorkshop(url, { visitor, name: account.name }, 'large', Date.now())
    const { groups } = await visitor.call<WorkshopView>('workshop', { path: { workshopId } })
    const body = { title: 'Nebenan', groupNames: ['Gruppe'] }
    const { id: other } = await visitor.call<WorkshopSummary>('createWorkshop', { body })
    await fill(server.platform)
    const group = groups.find(({ kind }) => kind === 'project')!.id
    return { dataFolder, sample: workshopId, group, other }
  } finally {
    await server.stop()
  }
}

const environment = (dataFolder: string) => ({
  PORT: '0',
  HOST: '127.0.0.1',
  WERKRAUM_DATA: dataFolder,
  WERKRAUM_LOG_LEVEL: 'error',
})

/** Where the server says that it is. */
function addressIn(said: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    said.on('data', (piece) => {
      text += String(piece)
      const address = /Werkraum: (http\S+)/u.exec(text)?.[1]
      if (address) resolve(address)
    })
    said.once('end', () => reject(new Error(`the server did not start: ${text}`)))
  })
}
