import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import { openRoom, type OpenRoom } from '#client/session/open-room.ts'
import { createArtefact, readArtefact, textOf } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { newId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Group, Member } from '#server/ports/people-store.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { synced, SyncServer } from '#tests/support/sync-server.ts'

let server: SyncServer
let group: Group
const rooms: OpenRoom[] = []
const lines = new WeakMap<OpenRoom, WebSocket[]>()

beforeEach(async () => {
  server = await SyncServer.start()
  group = server.people.group()
})
afterEach(async () => {
  for (const room of rooms.splice(0)) room.destroy()
  await server.stop()
})

/** A browser's WebSocket that says at the handshake who it is, as its login cookie would. */
function socketOf(member: Member, opened: WebSocket[] = []): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(`${String(url)}&member=${member.id}`)
      opened.push(this)
    }
  } as unknown as typeof globalThis.WebSocket
}

function enter(member: Member, generation = group.generation): OpenRoom {
  const opened: WebSocket[] = []
  const room = openRoom(
    {
      workshopId: server.people.workshopId,
      groupId: group.id,
      me: member.id,
      language: 'de',
      archived: false,
      organisationKind: 'municipality',
      generation,
    },
    {
      syncUrl: `${server.url}/sync`,
      socketClass: socketOf(member, opened),
      random: () => 0,
      now: Date.now,
      answers: async () => false,
    },
  )
  rooms.push(room)
  lines.set(room, opened)
  return room
}

/** Resolves when the store's state satisfies the condition. */
function until<State>(store: StoreApi<State>, condition: (state: State) => boolean): Promise<void> {
  if (condition(store.getState())) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = store.subscribe((state) => {
      if (!condition(state)) return
      stop()
      resolve()
    })
  })
}

const online = (room: OpenRoom) => until(room.connection, ({ status }) => status === 'online')
const saved = (room: OpenRoom) =>
  until(room.connection, ({ unsaved, savedAt }) => !unsaved && savedAt !== null)

function write(room: OpenRoom, text: string): string {
  let id = ''
  room.edit(({ artefacts, board }) => {
    if (!board.has('page:one'))
      writeRecord(board, { id: 'page:one', typeName: 'page', name: 'Eins', index: 'a1', meta: {} })
    const me = room.facilitation.getState().me!
    const authorship = {
      as: 'named',
      memberId: me.memberId,
      name: me.name,
      organisation: me.organisation,
    } as const
    id = createArtefact(artefacts, {
      kind: 'note',
      phase: 'problem',
      createdAt: 1,
      authorship,
      fields: { text },
    })
    placeArtefact(board, { artefactId: id, parentId: 'page:one', x: 0, y: 0, w: 200, h: 160 })
  })
  return id
}

/** Resolves when the room shows the card. */
function shows(room: OpenRoom, id: string, text: string): Promise<void> {
  const matches = () => room.artefacts.get(id)?.fields.text === text
  if (matches()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = room.artefacts.subscribe(id, () => {
      if (!matches()) return
      stop()
      resolve()
    })
  })
}

describe('two people in a room', () => {
  test('see each other’s cards, names and presence', async () => {
    const [jana, tom] = [
      enter(server.people.member('participant', 'Jana')),
      enter(server.people.member('participant', 'Tom')),
    ]
    await Promise.all([online(jana), online(tom)])
    const id = write(jana, 'Guten Tag')
    await shows(tom, id, 'Guten Tag')
    jana.presence.show({ p: 'page:one', c: [3, 4] })
    await until(tom.presence.peers, (peers) => peers[0]?.presence.c?.[1] === 4)
    expect(tom.presence.peers.getState().map(({ name }) => name)).toEqual(['Jana'])
  })

  test('undo takes back one’s own work only, a whole gesture at a time', async () => {
    const [jana, tom] = [enter(server.people.member()), enter(server.people.member())]
    await Promise.all([online(jana), online(tom)])
    const id = write(jana, 'Anfang')
    await shows(tom, id, 'Anfang')
    jana.history.checkpoint()
    jana.edit(({ artefacts }) => textOf(artefacts, id, 'text')!.insert(6, ' von Jana'))
    jana.edit(({ artefacts }) => textOf(artefacts, id, 'text')!.insert(0, '»'))
    await shows(tom, id, '»Anfang von Jana')
    tom.edit(({ artefacts }) => textOf(artefacts, id, 'text')!.insert(16, ' und Tom'))
    await shows(jana, id, '»Anfang von Jana und Tom')
    jana.history.undo()
    await shows(tom, id, 'Anfang und Tom')
    expect(jana.history.state.getState()).toMatchObject({ canUndo: true, canRedo: true })
  })
})

describe('a long document', () => {
  /** Not to be shortened by much, so that it stays long when it is deflated. */
  const NOTES = Array.from({ length: 20 }, () => Array.from({ length: 50 }, () => newId()).join(' '))
  const LENGTH = NOTES.join('').length
  const textsOf = (doc: Y.Doc, ids: string[]) =>
    ids.map((id) => textOf(rootsOf(doc).artefacts, id, 'text')!.toString())
  const bytesReceived = (line: WebSocket) =>
    (line as unknown as { _socket: { bytesRead: number } })._socket.bytesRead

  test('comes deflated, and whole, while others go on writing', async () => {
    const jana = enter(server.people.member())
    await online(jana)
    const ids = NOTES.map((text) => write(jana, text))
    await saved(jana)
    const tom = enter(server.people.member())
    const after = write(jana, 'und noch eine')
    await online(tom)
    await vi.waitFor(() => expect(readArtefact(rootsOf(tom.doc).artefacts, after)).not.toBeNull())
    expect(textsOf(tom.doc, ids)).toEqual(NOTES)
    expect(bytesReceived(lines.get(tom)![0]!)).toBeLessThan(LENGTH * 0.8)
  })

  test('comes plain to a browser that cannot inflate', async () => {
    const jana = enter(server.people.member())
    await online(jana)
    const ids = NOTES.map((text) => write(jana, text))
    await saved(jana)
    const tom = server.connect(group.id, server.people.member().id)
    await synced(tom)
    expect(textsOf(tom.doc, ids)).toEqual(NOTES)
  })
})

describe('"gespeichert"', () => {
  test('is said only after the server has stored the change (invariant 1)', async () => {
    const log = new MemoryUpdateLog()
    await server.stop()
    server = await SyncServer.start({ updateLog: log })
    group = server.people.group()
    const room = enter(server.people.member())
    await online(room)
    const release = heldAppends(log)
    write(room, 'Wichtig')
    await vi.waitFor(() => expect(release.waiting()).toBe(1))
    expect(room.connection.getState().unsaved).toBe(true)
    release.let()
    await saved(room)
  })

  test('a change written while the room was being locked waits on the device and is offered when it opens', async () => {
    const moderator = enter(server.people.member('moderator'))
    const tom = enter(server.people.member())
    await Promise.all([online(moderator), online(tom)])
    const id = write(tom, 'Vorher')
    await shows(moderator, id, 'Vorher')
    await moderator.command({ type: 'lock' })
    await until(tom.facilitation, ({ mayWrite }) => !mayWrite)
    vi.spyOn(Date, 'now').mockImplementation(laterBy(5_000))
    tom.edit(({ artefacts }) => textOf(artefacts, id, 'text')!.insert(6, ' und nachher'))
    await until(tom.connection, ({ held }) => held === 'room_locked')
    expect(tom.connection.getState().unsaved).toBe(true)
    expect(moderator.artefacts.get(id)?.fields.text).toBe('Vorher')
    await moderator.command({ type: 'unlock' })
    await shows(moderator, id, 'Vorher und nachher')
    await saved(tom)
    expect(tom.connection.getState().held).toBeNull()
  })
})

describe('an interrupted line', () => {
  test('work goes on without it and is merged when it is back', async () => {
    const [jana, tom] = [enter(server.people.member()), enter(server.people.member())]
    await Promise.all([online(jana), online(tom)])
    const id = write(jana, 'Mitte')
    await shows(tom, id, 'Mitte')
    await cut(jana)
    jana.edit(({ artefacts }) => textOf(artefacts, id, 'text')!.insert(0, 'Vorn, '))
    tom.edit(({ artefacts }) => textOf(artefacts, id, 'text')!.insert(5, ', hinten'))
    expect(jana.connection.getState().unsaved).toBe(true)
    await shows(jana, id, 'Vorn, Mitte, hinten')
    await shows(tom, id, 'Vorn, Mitte, hinten')
    await saved(jana)
  })

  test('a command nobody can answer is refused at once', async () => {
    const moderator = enter(server.people.member('moderator'))
    await online(moderator)
    await cut(moderator)
    expect(await moderator.command({ type: 'lock' })).toEqual({ ok: false, refusal: 'room_unavailable' })
  })
})

describe('facilitation', () => {
  test('a timer shows the same time on every screen, to 200 ms, whatever the devices’ clocks say', async () => {
    const moderator = enter(server.people.member('moderator'))
    const wrong = openRoom(
      {
        workshopId: server.people.workshopId,
        groupId: group.id,
        me: server.people.member().id,
        language: 'de',
        archived: false,
        organisationKind: 'municipality',
        generation: 1,
      },
      {
        syncUrl: `${server.url}/sync`,
        socketClass: socketOf(server.people.member()),
        random: () => 0,
        now: () => Date.now() - 7_200_000,
        answers: async () => false,
      },
    )
    rooms.push(wrong)
    await Promise.all([online(moderator), online(wrong)])
    expect(Math.abs(wrong.serverNow() - moderator.serverNow())).toBeLessThanOrEqual(200)
  })

  test('who may not moderate is refused, and the reason is named', async () => {
    const room = enter(server.people.member())
    await online(room)
    expect(await room.command({ type: 'lock' })).toEqual({ ok: false, refusal: 'command_not_allowed' })
  })
})

describe('the end of a session', () => {
  test('a membership that is over ends it for good and keeps unsaved words (invariant 2)', async () => {
    const tom = server.people.member()
    const room = enter(tom)
    await online(room)
    await saved(room)
    server.people.change(tom.id, { removedAt: 1 })
    write(room, 'Noch nicht übertragen')
    await server.rooms.memberChanged(tom.id)
    await until(room.connection, ({ status }) => status === 'ended')
    expect(room.connection.getState().endedBecause).toBe('membership_ended')
    expect(room.connection.getState().status).toBe('ended')
  })

  test('S7: what was too much for a page is taken back, and its author is told why', async () => {
    const [jana, tom] = [enter(server.people.member()), enter(server.people.member())]
    await Promise.all([online(jana), online(tom)])
    // All at once would be more than an update brings
    for (const count of [limits.maxShapesPerPage - 1_000, 1_001]) {
      jana.edit(({ board }) => {
        for (let n = 0; n < count; n++)
          placeArtefact(board, { artefactId: newId(), parentId: 'page:one', x: n, y: 0, w: 200, h: 160 })
      })
      await until(jana.connection, ({ unsaved }) => !unsaved)
    }
    await until(jana.connection, ({ corrected }) => corrected?.code === 'page_full')
    for (const { roots } of [jana, tom])
      await vi.waitFor(() => expect(roots.board.size).toBe(limits.maxShapesPerPage), 20_000)
    expect([...jana.roots.board.keys()].sort()).toEqual([...tom.roots.board.keys()].sort())
    expect(tom.connection.getState().corrected).toBeNull()
  }, 180_000)

  test('R18: a document of another generation is not merged, and own words are handed back', async () => {
    const tom = server.people.member()
    const room = enter(tom, group.generation + 1)
    await until(room.connection, ({ status }) => status === 'ended')
    expect(room.connection.getState().endedBecause).toBe('generation_mismatch')
    const fresh = enter(tom)
    await online(fresh)
    expect(fresh.roots.artefacts.size).toBe(0)
  })

  test('an observer’s smuggled change ends the session, is rescued, and reaches nobody', async () => {
    const observer = enter(server.people.member('observer'))
    const tom = enter(server.people.member())
    await Promise.all([online(observer), online(tom)])
    const id = write(observer, 'Das darf nicht gehen')
    await until(observer.connection, ({ status }) => status === 'ended')
    expect(observer.connection.getState().endedBecause).toBe('write_not_allowed')
    expect(observer.rescued.getState()).toEqual([{ id, kind: 'note', texts: ['Das darf nicht gehen'] }])
    expect(readArtefact(tom.roots.artefacts, id)).toBeNull()
  })
})

/** Ends the connection as a dropped line would, from outside of the session. */
async function cut(room: OpenRoom): Promise<void> {
  lines.get(room)!.at(-1)!.terminate()
  await until(room.connection, ({ status }) => status === 'offline')
}

/** Holds back every append until it is let go. */
function heldAppends(log: MemoryUpdateLog) {
  const append = log.append.bind(log)
  const gates: (() => void)[] = []
  const held = vi.spyOn(log, 'append').mockImplementation(async (entries) => {
    await new Promise<void>((resolve) => void gates.push(resolve))
    return append(entries)
  })
  return {
    waiting: () => gates.length,
    let: () => {
      held.mockImplementation(append)
      for (const open of gates.splice(0)) open()
    },
  }
}

function laterBy(ms: number): () => number {
  const real = Date.now.bind(Date)
  const base = real()
  return () => base + ms + (performance.now() % 1)
}
