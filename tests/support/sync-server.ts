import Fastify, { type FastifyInstance } from 'fastify'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import { systemClock } from '#server/base/system-clock.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import type { Admitted } from '#server/rooms/admitted.ts'
import type { RoomSecrets } from '#server/rooms/room-secrets.ts'
import { createRooms, type Rooms } from '#server/rooms/rooms.ts'
import type { RoomsTuning } from '#server/rooms/rooms-tuning.ts'
import { registerSync } from '#server/socket/sync-route.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { People } from './people.ts'
import { silentLogger } from './silent-logger.ts'

export interface SyncServerOptions {
  people?: People
  updateLog?: UpdateLog
  eventLog?: EventLog
  tuning?: Partial<RoomsTuning>
  clock?: Clock
  /** What is kept from the people in the rooms; nothing without it. */
  secrets?: (rooms: () => Rooms, membership: Membership) => RoomSecrets
}

type Membership = (memberId: MemberId, groupId: GroupId) => Promise<Admitted | null>

/** A real server on port 0 with rooms and sockets; who connects is said by the `member` query parameter. */
export class SyncServer {
  readonly people: People
  readonly rooms: Rooms
  readonly url: string
  readonly #app: FastifyInstance
  readonly #providers: WebsocketProvider[] = []

  private constructor(app: FastifyInstance, url: string, rooms: Rooms, people: People) {
    this.#app = app
    this.url = url
    this.rooms = rooms
    this.people = people
  }

  static async start(options: SyncServerOptions = {}): Promise<SyncServer> {
    const people = options.people ?? new People()
    const membership = (memberId: MemberId, groupId: GroupId) =>
      Promise.resolve(people.admitted(memberId, groupId))
    const rooms: Rooms = createRooms({
      ...(options.secrets && { secrets: options.secrets(() => rooms, membership) }),
      updateLog: options.updateLog ?? new MemoryUpdateLog(),
      eventLog: options.eventLog ?? new MemoryEventLog(),
      clock: options.clock ?? systemClock,
      logger: silentLogger,
      membership,
      tuning: { tickMs: 5, presenceEveryTicks: 2, unloadAfterMs: 20, ...options.tuning },
    })
    const app = Fastify()
    await registerSync(app, {
      rooms,
      admit: async (request, groupId) => {
        const { member } = request.query as { member?: MemberId }
        const admitted = member && (await membership(member, groupId))
        if (!admitted) throw new Problem('login_required')
        return admitted
      },
    })
    const url = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('http', 'ws')
    return new SyncServer(app, url, rooms, people)
  }

  /** A stock y-websocket client; past a proxy where its address is given. */
  connect(
    groupId: GroupId,
    memberId: MemberId,
    doc = new Y.Doc(),
    params: Record<string, string> = {},
    url = this.url,
  ) {
    const provider = new WebsocketProvider(`${url}/sync`, groupId, doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { member: memberId, ...params },
      maxBackoffTime: 100,
    })
    this.#providers.push(provider)
    return provider
  }

  async stop(): Promise<void> {
    for (const provider of this.#providers) {
      provider.destroy()
      provider.awareness.destroy()
    }
    await this.rooms.close()
    await this.#app.close()
  }
}

/** Resolves when the provider has merged the server's document. */
export function synced(provider: WebsocketProvider): Promise<void> {
  if (provider.synced) return Promise.resolve()
  return new Promise((resolve) => provider.once('sync', () => resolve()))
}

/** Resolves at the first change of the document after which the condition holds. */
export function docHolds(doc: Y.Doc, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!condition()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
