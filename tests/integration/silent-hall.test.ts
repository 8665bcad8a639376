import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import * as decoding from 'lib0/decoding'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { messageTypes, syncTypes } from '#shared/protocol/wire.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { SERVER_MEMBER } from '#server/rooms/client-bindings.ts'
import { eventually } from '#tests/support/eventually.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import { ServerProcess } from '#tests/support/server-process.ts'
import { silentStep, stepId, writeSilently } from '#tests/support/silent-rooms.ts'
import { SocketPeer } from '#tests/support/socket-peer.ts'

const WRITERS = isLong ? 40 : 10
const CARDS_EACH = 5
const WAIT_MS = 60_000

/**
 * Notes when each frame came and reads it afterwards: forty documents that are read at once in this process would be
 * measured instead of the server.
 */
class Recorder {
  readonly #frames: { at: number; bytes: Uint8Array }[] = []
  readonly #socket: WebSocket

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#frames.push({ at: performance.now(), bytes: data }))
  }

  static async open(url: string): Promise<Recorder> {
    const socket = new WebSocket(url)
    const recorder = new Recorder(socket)
    await once(socket, 'open')
    socket.send(syncFrame('step1', Y.encodeStateVector(new Y.Doc())))
    return recorder
  }

  get bytes(): number {
    return this.#frames.reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  /** The document after all frames, and when the one came after which it held so many artefacts. */
  read(count: number): { doc: Y.Doc; at: number | null } {
    const doc = new Y.Doc()
    let reached: number | null = null
    for (const { at, bytes } of this.#frames) {
      const decoder = decoding.createDecoder(bytes)
      if (decoding.readVarUint(decoder) !== messageTypes.sync) continue
      if (decoding.readVarUint(decoder) === syncTypes.step1) continue
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
      if (rootsOf(doc).artefacts.size >= count) reached ??= at
    }
    return { doc, at: reached }
  }

  close(): void {
    this.#socket.terminate()
  }
}

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test('R21 a hall that reveals what all have written has it everywhere, once', async (context) => {
  const groupId = newId<GroupId>()
  const folder = mkdtempSync(join(tmpdir(), 'werkraum-hall-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'rooms.sqlite')
  const logs = await openRoomLogs(file)
  await logs.updateLog.append([{ groupId, update: preparedDocument(), newClients: [[1, SERVER_MEMBER]] }])
  await logs.close()
  const server = await ServerProcess.start(file)
  closing.push(() => server.end('SIGKILL'))
  const url = `ws://127.0.0.1:${server.port}`
  const open = async (path: string, memberId: MemberId, role: string) => {
    const peer = await SocketPeer.open(`${url}/${path}?member=${memberId}&role=${role}`)
    closing.push(() => peer.close())
    await eventually('in sync', () => peer.isSynced, WAIT_MS)
    return peer
  }
  const moderator = await open(`sync/${groupId}`, newId(), 'moderator')
  moderator.command({ type: 'startStep', from: null, step: silentStep('anonymous') })
  await eventually('the step runs', () => moderator.told.some(({ type }) => type === 'accepted'), WAIT_MS)
  const room: Recorder[] = []
  for (let n = 0; n < WRITERS; n++) {
    const memberId = newId<MemberId>()
    const recorder = await Recorder.open(`${url}/sync/${groupId}?member=${memberId}&role=participant`)
    closing.push(() => recorder.close())
    room.push(recorder)
    const draft = await open(`drafts/${groupId}/${stepId}`, memberId, 'participant')
    for (let card = 0; card < CARDS_EACH; card++) writeSilently(draft.doc, `Karte ${n}-${card}`)
    await eventually('it is saved', () => draft.isSaved, WAIT_MS)
    draft.close()
  }

  const all = rootsOf(moderator.doc).artefacts.size + WRITERS * CARDS_EACH
  const before = room.map(({ bytes }) => bytes)
  const from = performance.now()
  moderator.command({ type: 'revealDrafts', stepId, whose: { type: 'all' } })
  await eventually('the moderator has all', () => rootsOf(moderator.doc).artefacts.size === all, WAIT_MS)
  await eventually(
    'everybody was sent as much',
    () => room.every(({ bytes }, n) => bytes > before[n]! + 10_000),
    WAIT_MS,
  )

  const times = room
    .map((recorder) => {
      const { doc, at } = recorder.read(all)
      const { artefacts } = rootsOf(doc)
      const texts = [...artefacts.keys()].map((id) => String(readArtefact(artefacts, id)?.fields.text))
      expect(texts.filter((text) => text.startsWith('Karte '))).toHaveLength(WRITERS * CARDS_EACH)
      expect(new Set(texts).size).toBe(texts.length)
      return at! - from
    })
    .sort((a, b) => a - b)
  const [p95, last] = [times[Math.floor(times.length * 0.95)] ?? 0, times.at(-1) ?? 0].map(Math.round)
  tellFigure(
    context,
    `${WRITERS} × ${CARDS_EACH} cards revealed to ${WRITERS} clients: p95 ${p95} ms, the last after ${last} ms`,
  )
}, 300_000)
