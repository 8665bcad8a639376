import { createHash } from 'node:crypto'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { openRoom, type OpenRoom } from '#client/session/open-room.ts'
import { newId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { canonicalContent } from '#shared/document/canonical.ts'
import { placeArtefact } from '#shared/document/placements.ts'

export interface RoomPlace {
  syncUrl: string
  groupId: GroupId
}

export interface SessionClientOptions {
  memberId?: MemberId
  random?: () => number
}

/** The browser's session without a browser: what a person's page does on the network, in Node. */
export class SessionClient {
  readonly memberId: MemberId
  readonly room: OpenRoom
  /** Moments at which a connection was opened, in milliseconds of `performance.now`. */
  readonly attempts: number[] = []

  constructor(
    { syncUrl, groupId }: RoomPlace,
    { memberId = newId(), random = Math.random }: SessionClientOptions = {},
  ) {
    this.memberId = memberId
    const address = {
      workshopId: newId<WorkshopId>(),
      groupId,
      me: memberId,
      language: 'de',
      archived: false,
      organisationKind: 'municipality',
      generation: 1,
    } as const
    this.room = openRoom(address, {
      syncUrl,
      socketClass: this.#socketClass(),
      random,
      now: Date.now,
      answers: async () => false,
    })
  }

  /** A browser's WebSocket that says at the handshake who it is, as its login cookie would. */
  #socketClass(): typeof globalThis.WebSocket {
    const { memberId, attempts } = this
    return class extends WebSocket {
      constructor(url: string | URL) {
        super(`${String(url)}&member=${memberId}`)
        attempts.push(performance.now())
      }
    } as unknown as typeof globalThis.WebSocket
  }

  get status() {
    return this.room.connection.getState().status
  }

  /** Whether the page says "gespeichert". */
  get saysSaved(): boolean {
    const { unsaved, savedAt } = this.room.connection.getState()
    return !unsaved && savedAt !== null
  }

  /** Writes a note and places it; answers its id. */
  write(text: string): string {
    let id = ''
    this.room.edit(({ artefacts, board }) => {
      const authorship = { as: 'anonymous' } as const
      id = createArtefact(artefacts, {
        kind: 'note',
        phase: 'problem',
        createdAt: 1,
        authorship,
        fields: { text },
      })
      placeArtefact(board, { artefactId: id, parentId: 'page:start', x: 0, y: 0, w: 200, h: 160 })
    })
    return id
  }

  get hash(): string {
    return hashOf(this.room.doc)
  }

  leave(): void {
    this.room.destroy()
  }
}

export function hashOf(doc: Y.Doc): string {
  return createHash('sha256').update(canonicalContent(doc)).digest('hex').slice(0, 16)
}

/** Whether all of them hold the same content. */
export const areAlike = (docs: Iterable<Y.Doc>) => new Set(Array.from(docs, hashOf)).size === 1
