import { join } from 'node:path'
import { request, type APIRequestContext } from '@playwright/test'
import type { GroupId } from '#shared/base/ids.ts'
import { createArtefact, headlineOf, readArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { Role } from '#shared/workshop/roles.ts'
import type { Installation } from '#tests/support/installation.ts'
import { RawClient } from '#tests/support/raw-client.ts'
import { documentOnDisk } from '#tests/support/server-process.ts'
import type { Device, Visitor } from '../support/fixtures.ts'
import { LineRecording } from '../support/line-recording.ts'
import { Room } from '../support/room.ts'
import type { Preparation } from '../support/workshop.ts'

/** Somebody without a page: a login, a socket and a document. */
interface Raw {
  name: string
  api: APIRequestContext
  cookie: string
  client: RawClient
}

interface Seated {
  name: string
  room: Room
  line: LineRecording
}

interface Means {
  installation: Installation
  prepare: Preparation
  visit: (device: Device) => Promise<Visitor>
}

const GUESTS = [
  ['Anna', 'desktop'],
  ['Bilal', 'laptop'],
  ['Jonas', 'phone'],
  ['Mia', 'laptop'],
  ['Elif', 'desktop'],
] as const

/**
 * A plenum with a moderator's browser, five more, and people who are sockets alone; one of each role among those looks at
 * what comes over the line.
 */
export class Hall {
  readonly workshop: WorkshopView
  readonly plenum: GroupId
  readonly raw: Raw[] = []
  readonly guests: Seated[] = []
  mara!: Seated
  /** The moderator's second device, a manager and an observer. */
  lead!: Raw
  manager!: Raw
  observer!: Raw
  readonly #means: Means
  readonly #host: Visitor
  readonly #maraLine: LineRecording

  private constructor(means: Means, host: Visitor, workshop: WorkshopView) {
    this.#means = means
    this.#host = host
    this.#maraLine = new LineRecording(host.page)
    this.workshop = workshop
    this.plenum = workshop.groups.find(({ kind }) => kind === 'plenum')!.id
  }

  static async found(means: Means): Promise<Hall> {
    const host = await means.visit('desktop')
    await means.prepare.logIn(host.context.request)
    const body = { title: 'Zwei Stunden', groupNames: ['Bürgerservice', 'Kita', 'Wohnen'] }
    return new Hall(means, host, await means.prepare.workshop(host.context.request, body))
  }

  /** Everybody comes in: browsers one after the other, as their pages load. */
  async fill(rawPeople: number, guests: readonly (readonly [string, Device])[] = GUESTS): Promise<void> {
    const { visit, prepare } = this.#means
    const place = `/werkstatt/${this.workshop.id}/gruppe/${this.plenum}`
    const enter = async (name: string, { page }: Visitor, line: LineRecording): Promise<Seated> => {
      await page.goto(place)
      const room = new Room(page)
      await room.saved()
      return { name, room, line }
    }
    this.mara = await enter('Mara', this.#host, this.#maraLine)
    const token = await this.#invited('participant')
    for (const [name, device] of guests) {
      const visitor = await visit(device)
      const line = new LineRecording(visitor.page)
      await prepare.join(visitor.context.request, token, name)
      this.guests.push(await enter(name, visitor, line))
    }
    for (let n = 0; n < rawPeople; n++) this.raw.push(await this.#join(token, `Person ${n}`))
    this.manager = await this.#join(await this.#invited('manager'), 'Pia Projekt')
    this.observer = await this.#join(await this.#invited('observer'), 'Otto Beobachter')
    this.lead = await this.#seated('Mara', this.#host.context.request)
  }

  /** Somebody who comes late. */
  async latecomer(): Promise<Raw> {
    return this.#join(await this.#invited('participant'), 'Spät Gekommen')
  }

  async #invited(role: Role): Promise<string> {
    const { workshop, plenum } = this
    const entersAll = role === 'moderator' || role === 'manager'
    const group = workshop.groups.find(({ kind }) => kind === 'project')!.id
    const groupId = entersAll ? null : role === 'observer' ? plenum : group
    return (await this.#means.prepare.invite(this.#host.context.request, workshop, role, groupId)).token
  }

  async #join(token: string, name: string): Promise<Raw> {
    const api = await request.newContext()
    await this.#means.prepare.join(api, token, name)
    return this.#seated(name, api)
  }

  async #seated(name: string, api: APIRequestContext): Promise<Raw> {
    const { cookies } = await api.storageState()
    const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ')
    return { name, api, cookie, client: await this.enter(cookie, `sync/${this.plenum}`) }
  }

  enter(cookie: string, place: string): Promise<RawClient> {
    return RawClient.enterWith(this.#means.installation.origin.replace('http', 'ws'), place, cookie)
  }

  /** Every socket without a page, of every role. */
  get clients(): RawClient[] {
    return [this.lead, this.manager, this.observer, ...this.raw].map(({ client }) => client)
  }

  /** Has everybody's line brought what the server had when it was asked. */
  async settled(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.settled()))
    const inRooms = [this.mara, ...this.guests].filter(({ room }) => room.page.url().includes('/gruppe/'))
    for (const { room } of inRooms) await room.saved()
  }

  /** Who was sent these words, by what came over their lines: a page shows less than it knows. */
  sentTo(words: string): string[] {
    const rooms = [this.mara, ...this.guests].filter(({ line }) => line.wasSent(words))
    const sockets = [this.lead, this.manager, this.observer, ...this.raw].filter(({ client }) =>
      client.wasSent(words),
    )
    return [...rooms.map(({ name }) => `${name}, browser`), ...sockets.map(({ name }) => name)]
  }

  get everybody(): string[] {
    const rooms = [this.mara, ...this.guests].map(({ name }) => `${name}, browser`)
    return [...rooms, ...[this.lead, this.manager, this.observer, ...this.raw].map(({ name }) => name)]
  }

  /** What a fresh client of somebody's is answered that simply makes this change. */
  async outcome({ cookie }: Raw, make: (roots: Roots) => void): Promise<string> {
    const client = await this.enter(cookie, `sync/${this.plenum}`)
    const outcome = await client.change(make)
    client.leave()
    return outcome
  }

  stored(groupId: GroupId = this.plenum): Roots {
    return rootsOf(documentOnDisk(this.#means.installation.roomsFile, groupId))
  }

  get dataFolder(): string {
    return join(this.#means.installation.roomsFile, '..')
  }

  /** All that those who may take files home find about the plenum, in the formats that are text. */
  async files(): Promise<string> {
    const found: string[] = []
    for (const { api } of [this.lead, this.manager])
      for (const format of ['json', 'markdown', 'html']) {
        const query = `format=${format}&group=${this.plenum}`
        const address = `${this.#means.installation.origin}/api/workshops/${this.workshop.id}/export?${query}`
        // A line that rested while everybody was looked at may be closed by now
        const response = await api.get(address, { maxRetries: 2 })
        if (!response.ok()) throw new Error(`${format}: ${response.status()}`)
        found.push(await response.text())
      }
    return found.join('\n')
  }

  /** Asks the interface as the moderator does. */
  async ask<Answer>(path: string, data?: unknown): Promise<Answer> {
    const { origin } = this.#means.installation
    const url = `${origin}/api/workshops/${this.workshop.id}/${path}`
    const { api } = this.lead
    const response = data
      ? await api.post(url, { data, headers: { origin }, maxRetries: 2 })
      : await api.get(url, { maxRetries: 2 })
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`)
    return (await response.json()) as Answer
  }

  printed(): string {
    return this.#means.installation.printed()
  }

  leave(): void {
    for (const client of this.clients) client.leave()
  }
}

export const textsIn = ({ artefacts }: Roots): string[] =>
  [...artefacts.keys()].flatMap((id) => headlineOf(readArtefact(artefacts, id)!) || [])

/** Lays a card down, whether that is allowed or not. */
export const card =
  (kind: 'note' | 'cluster', text: string, parentId: string) =>
  ({ artefacts, board }: Roots) => {
    const authorship = { as: 'anonymous' } as const
    const fields: Record<string, string> = kind === 'note' ? { text } : { name: text }
    const id = createArtefact(artefacts, { kind, phase: 'problem', createdAt: 1, authorship, fields })
    return { id, shape: placeArtefact(board, { artefactId: id, parentId, x: 0, y: 0, w: 240, h: 160 }) }
  }
