import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { Role } from '#shared/workshop/roles.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { SERVER_MEMBER } from '#server/rooms/client-bindings.ts'
import { eventually } from '#tests/support/eventually.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import { documentOnDisk, ServerProcess } from '#tests/support/server-process.ts'
import { silentStep, stepId, writeSilently } from '#tests/support/silent-rooms.ts'
import { SocketPeer } from '#tests/support/socket-peer.ts'

const groupId = newId<GroupId>()
const writers = Array.from({ length: 3 }, () => newId<MemberId>())
const moderatorId = newId<MemberId>()
const words = (writer: number, card: number) => `geheim-${writer}-${card}-wort`

let folder: string
let file: string
let server: ServerProcess
const peers: SocketPeer[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-silent-'))
  file = join(folder, 'rooms.sqlite')
  const logs = await openRoomLogs(file)
  await logs.updateLog.append([{ groupId, update: preparedDocument(), newClients: [[1, SERVER_MEMBER]] }])
  await logs.close()
  server = await ServerProcess.start(file)
})
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.close()
  await server.end('SIGKILL')
  rmSync(folder, { recursive: true })
})

async function open(path: string, memberId: MemberId, role: Role, gen?: number): Promise<SocketPeer> {
  const generation = gen === undefined ? '' : `&gen=${gen}`
  const url = `ws://127.0.0.1:${server.port}/${path}?member=${memberId}&role=${role}${generation}`
  const peer = await SocketPeer.open(url)
  peers.push(peer)
  await eventually('in sync', () => peer.isSynced, 10_000)
  return peer
}
const inRoom = (memberId: MemberId, role: Role = 'participant') => open(`sync/${groupId}`, memberId, role)
const atDraft = (memberId: MemberId) => open(`drafts/${groupId}/${stepId}`, memberId, 'participant', 0)

/** Everybody in the room, everybody with a draft, and in each draft two cards that are durable. */
async function meet() {
  const moderator = await inRoom(moderatorId, 'moderator')
  const room = [moderator]
  for (const writer of writers) room.push(await inRoom(writer))
  room.push(await inRoom(newId(), 'observer'))
  moderator.command({ type: 'startStep', from: null, step: silentStep('anonymous') })
  await eventually('the step runs', () => moderator.told.some(({ type }) => type === 'accepted'), 10_000)
  const drafts: SocketPeer[] = []
  for (const [n, writer] of writers.entries()) {
    const draft = await atDraft(writer)
    for (const card of [1, 2]) writeSilently(draft.doc, words(n, card))
    drafts.push(draft)
  }
  await eventually('all is saved', () => drafts.every(({ isSaved }) => isSaved), 10_000)
  return { moderator, room, drafts }
}

const reveal = (moderator: SocketPeer) =>
  moderator.command({ type: 'revealDrafts', stepId, whose: { type: 'all' } })

const all = writers.flatMap((_, n) => [words(n, 1), words(n, 2)])
function textsOf(doc: SocketPeer['doc']): string[] {
  const { artefacts } = rootsOf(doc)
  return [...artefacts.keys()].map((id) => String(readArtefact(artefacts, id)?.fields.text)).sort()
}
const bytesOnDisk = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))

describe('S23 what is written in silence', () => {
  test('is in no byte that anybody else was sent before it is revealed, and its writers are in none afterwards', async () => {
    const { moderator, room, drafts } = await meet()
    for (const peer of room) for (const word of all) expect(peer.wasSent(word)).toBe(false)
    for (const [n, draft] of drafts.entries())
      for (const other of writers.keys()) expect(draft.wasSent(words(other, 1))).toBe(other === n)
    expect(bytesOnDisk().includes(words(0, 1))).toBe(true)

    reveal(moderator)
    await eventually('all see all', () => room.every(({ doc }) => textsOf(doc).length === all.length), 10_000)
    for (const { doc } of room) expect(textsOf(doc)).toEqual(all.sort())
    await server.end('SIGTERM')
    const stored = bytesOnDisk()
    for (const writer of writers) expect(stored.includes(`${groupId}.${stepId}.${writer}`)).toBe(false)
    const clients = drafts.map(({ doc }) => doc.clientID)
    const written = [...documentOnDisk(file, groupId).store.clients.keys()]
    expect(written.filter((client) => clients.includes(client))).toEqual([])
  })

  test('and taken back is not on the disk any more once the rest is revealed', async () => {
    const { moderator, drafts } = await meet()
    const shape = writeSilently(drafts[0]!.doc, 'lieber-nicht-gesagt')
    rootsOf(drafts[0]!.doc).board.delete(shape)
    await eventually('saved', () => drafts[0]!.isSaved, 10_000)
    expect(bytesOnDisk().includes('lieber-nicht-gesagt')).toBe(true)
    reveal(moderator)
    await eventually('revealed', () => textsOf(moderator.doc).length === all.length, 10_000)
    expect(bytesOnDisk().includes('lieber-nicht-gesagt')).toBe(false)
  })
})

describe('R1 a server that is killed while it reveals', () => {
  test.each([
    ['before', 0],
    ['after', all.length],
  ])('%s the transaction has laid open %i cards, and in the end each once', async (dies, open) => {
    await server.end('SIGKILL')
    await server.start({ DIES: dies })
    const { moderator } = await meet()
    reveal(moderator)
    await server.gone()
    expect(existsSync(file)).toBe(true)
    expect(textsOf(documentOnDisk(file, groupId))).toHaveLength(open)
    await server.start()
    const again = await inRoom(moderatorId, 'moderator')
    reveal(again)
    await eventually('all is there', () => textsOf(again.doc).length >= all.length, 10_000)
    await server.end('SIGTERM')
    expect(textsOf(documentOnDisk(file, groupId))).toEqual(all.sort())
  })
})
