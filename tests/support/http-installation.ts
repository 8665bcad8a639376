import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '#server/adapters/sqlite/driver.ts'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import type {
  Admission,
  CreatedInvite,
  SessionView,
  WorkshopSummary,
  WorkshopView,
} from '#shared/protocol/api.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'
import type { Role } from '#shared/workshop/roles.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig, type Config } from '#server/config.ts'
import type { OpenEngine } from '#server/engine.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Mailer } from '#server/ports/mailer.ts'
import { engineInMemory, RoomsInMemory } from './engine-in-memory.ts'

/** The cheapest cost that is still scrypt: tests log in often. */
const cheapCost = { logN: 4, r: 8, p: 1 }

export const moderatorAccount = {
  name: 'Mara Moder',
  email: 'mara@example.org',
  password: 'eine lange Losung',
}

/** A clock that stands still until it is moved. Timers never fire. */
export class StandingClock implements Clock {
  #now: number

  constructor(now = Date.UTC(2026, 0, 5, 9)) {
    this.#now = now
  }

  now() {
    return this.#now
  }

  after() {
    return () => undefined
  }

  pass(ms: number) {
    this.#now += ms
  }
}

/** A whole server in a folder of its own, without live rooms, and people's browsers in front of it. */
export class HttpInstallation {
  readonly clock = new StandingClock()
  readonly rooms = new RoomsInMemory()
  readonly log: string[] = []
  readonly #folder: string
  #server!: Composition

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(
    changes: Partial<Config> = {},
    clientFolder = 'nowhere',
    openEngine?: OpenEngine,
  ): Promise<HttpInstallation> {
    const installation = new HttpInstallation(await mkdtemp(join(tmpdir(), 'werkraum-')))
    await installation.start(changes, clientFolder, openEngine)
    return installation
  }

  /** @param openEngine rooms with files, where a test is about them */
  async start(
    changes: Partial<Config> = {},
    clientFolder = 'nowhere',
    openEngine: OpenEngine = async () => engineInMemory(this.rooms),
    mailer?: Mailer,
  ): Promise<void> {
    const config = readConfig({ WERKRAUM_DATA: this.#folder, PORT: '0', HOST: '127.0.0.1' })
    if (!config.ok) throw new Error('the defaults are wrong')
    this.#server = await compose(
      { ...config.value, ...changes },
      {
        clock: this.clock,
        passwordCost: cheapCost,
        clientFolder,
        ...(mailer && { mailer }),
        logger: pino({ level: 'debug' }, { write: (line: string) => void this.log.push(line) }),
        // Time that never passes is never gained: who had used up their share under load would wait for ever
        openEngine: (means) => openEngine({ ...means, measure: () => 0 }),
      },
    )
    await this.app.ready()
  }

  get folder(): string {
    return this.#folder
  }

  get app(): FastifyInstance {
    return this.#server.app
  }

  get platform() {
    return this.#server.platform
  }

  listenOnFreePort() {
    return this.#server.start()
  }

  stop() {
    return this.#server.stop()
  }

  async close(): Promise<void> {
    await this.stop()
    await rm(this.#folder, { recursive: true })
  }

  /** All that is written in the database, as text. */
  dumpDatabase(): string {
    const database = new Database(join(this.#folder, 'werkraum.sqlite'), { readonly: true })
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
    const rows = tables.map((table) => database.prepare(`SELECT * FROM ${String(table)}`).all())
    database.close()
    return JSON.stringify(rows)
  }

  /** Which of these words lie anywhere in the data folder, whatever the database thinks of them. */
  async holdsOnDisk(words: readonly string[]): Promise<string[]> {
    const files = await readdir(this.#folder, { recursive: true, withFileTypes: true })
    const contents = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
    )
    return words.filter((word) => contents.some((bytes) => bytes.includes(word)))
  }

  browser(): Browser {
    return new Browser(this.app, this.platform.config.publicUrl?.protocol ?? 'http:')
  }

  /** The first moderator's browser, set up by the printed link. */
  async moderator(): Promise<Browser> {
    const browser = this.browser()
    const token = await this.platform.setUpLink.issue()
    await browser.ok('setUp', { body: { token, ...moderatorAccount } })
    return browser
  }
}

interface Call {
  path?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
  query?: Record<string, string>
}

export interface Answer {
  status: number
  body: unknown
  headers: Record<string, unknown>
  bytes: Buffer
}

/** One person's browser: keeps cookies, names its origin. */
export class Browser {
  readonly #app: FastifyInstance
  readonly #origin: string
  cookie: string | null = null

  constructor(app: FastifyInstance, protocol = 'http:') {
    this.#app = app
    this.#origin = `${protocol}//werkraum.test`
  }

  async call(endpoint: Endpoint, { path = {}, body, headers = {}, query }: Call = {}): Promise<Answer> {
    const [method, pattern] = endpoints[endpoint].split(' ') as ['GET', string]
    const response = await this.#app.inject({
      method,
      url: pattern.replace(/:(\w+)/g, (_, name: string) => path[name] ?? 'missing'),
      query,
      headers: {
        host: 'werkraum.test',
        origin: this.#origin,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
      payload: body as object,
    })
    const given = response.cookies.find(({ name }) => name === 'werkraum')
    if (given) this.cookie = given.value === '' ? null : `werkraum=${given.value}`
    const isJson = response.headers['content-type']?.toString().startsWith('application/json')
    return {
      status: response.statusCode,
      body: isJson ? response.json() : response.body,
      headers: response.headers,
      bytes: response.rawPayload,
    }
  }

  /** Calls and expects to succeed. */
  async ok<Body>(endpoint: Endpoint, call: Call = {}): Promise<Body> {
    const { status, body } = await this.call(endpoint, call)
    if (status >= 300) throw new Error(`${endpoint} answered ${status}: ${JSON.stringify(body)}`)
    return body as Body
  }

  /** Calls and expects to fail; answers the error's code. */
  async code(endpoint: Endpoint, call: Call = {}): Promise<string> {
    const { status, body } = await this.call(endpoint, call)
    if (status < 400) throw new Error(`${endpoint} answered ${status}`)
    return (body as { error: { code: string } }).error.code
  }

  session() {
    return this.ok<SessionView>('session')
  }

  workshop(workshopId: string) {
    return this.ok<WorkshopView>('workshop', { path: { workshopId } })
  }

  async found(
    title = 'Kita-Plätze',
    groupNames = ['Gruppe A', 'Gruppe B', 'Gruppe C'],
  ): Promise<WorkshopView> {
    const { id } = await this.ok<WorkshopSummary>('createWorkshop', { body: { title, groupNames } })
    return this.workshop(id)
  }

  invite(workshopId: string, role: Role, groupId: string | null = null) {
    return this.ok<CreatedInvite>('createInvite', { path: { workshopId }, body: { role, groupId } })
  }

  /** The browser of somebody who came by an invite of this one's. */
  async guest(
    workshopId: string,
    role: Role,
    groupId: string | null = null,
    more: Record<string, unknown> = {},
  ): Promise<Browser> {
    const { token } = await this.invite(workshopId, role, groupId)
    const guest = new Browser(this.#app, new URL(this.#origin).protocol)
    await guest.accept({ token }, more)
    return guest
  }

  accept(invitation: { token: string } | { code: string }, more: Record<string, unknown> = {}) {
    const body = {
      invitation,
      name: 'Toni Teil',
      organisation: 'Stadt Beispiel',
      organisationKind: 'municipality',
      ...more,
    }
    return this.ok<Admission>('acceptInvite', { body })
  }
}
