import { afterEach, beforeEach, expect, test } from 'vitest'
import { errorCatalogue } from '#shared/errors/catalogue.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { SeenLobby } from '#shared/facilitation/lobby/state.ts'
import type { Group, Member } from '#server/ports/people-store.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import { RawClient } from '#tests/support/raw-client.ts'
import { SyncServer } from '#tests/support/sync-server.ts'

/* Before a closed door, by clients that keep to no rule. */

const clock = {
  ahead: 0,
  now: () => Date.now() + clock.ahead,
  after: (delayMs: number, run: () => void) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}

let server: SyncServer
let group: Group
let moderator: RawClient
let leader: Member
let [early, late]: Member[] = []
beforeEach(async () => {
  server = await SyncServer.start({ clock })
  group = server.people.group()
  await server.rooms.create(group.id, preparedDocument())
  leader = server.people.member('moderator')
  moderator = await enter(leader)
  early = server.people.member('participant')
  late = server.people.member('participant')
})
afterEach(() => server.stop())

const enter = ({ id }: Member) => RawClient.enter(server.url, group.id, id)
const waits = `closed with ${errorCatalogue.lobby_waiting.close}`
const close = (inside: Member[] = []) =>
  moderator.command({ type: 'closeDoor', inside: inside.map(({ id }) => id) })
const lobbyOf = ({ told }: RawClient) =>
  told.reduce<SeenLobby | null>(
    (seen, message) =>
      message.type === 'welcome' || message.type === 'changed' ? (message.state.lobby ?? seen) : seen,
    null,
  )
const namesAt = (client: RawClient) => lobbyOf(client)?.waiting.map(({ memberId }) => memberId)

test('whoever comes before a closed door gets nothing of the room, and the moderation sees who waits', async () => {
  await close()
  await expect(enter(early!)).rejects.toThrow(waits)
  await expect(enter(late!)).rejects.toThrow(waits)
  await moderator.settled()
  expect(namesAt(moderator)).toEqual([early!.id, late!.id])
  expect(server.rooms.here(group.id)).toEqual([leader.id])
  moderator.leave()
})

test('one person is let in, then all the others; who comes later waits again', async () => {
  await close()
  await expect(enter(early!)).rejects.toThrow(waits)
  await expect(enter(late!)).rejects.toThrow(waits)
  expect(await moderator.command({ type: 'admit', memberId: early!.id })).toBe('accepted')
  const inside = await enter(early!)
  expect(lobbyOf(inside)).toEqual({ door: 'closed', waiting: [] })
  await expect(enter(late!)).rejects.toThrow(waits)
  expect(await moderator.command({ type: 'admit', memberId: null })).toBe('accepted')
  const other = await enter(late!)
  await expect(enter(server.people.member('observer'))).rejects.toThrow(waits)
  for (const client of [inside, other, moderator]) client.leave()
})

test('those who are inside stay and come back without waiting, and whoever leads never waits', async () => {
  const inside = await enter(early!)
  await close([early!])
  expect(inside.closedWith).toBeNull()
  inside.leave()
  for (const client of [
    await enter(early!),
    await enter(server.people.member('manager')),
    await enter(server.people.member('moderator')),
  ])
    client.leave()
  moderator.leave()
})

test('an opened door lets everybody in, and only the moderation opens it or lets somebody in', async () => {
  const inside = await enter(early!)
  await close([early!])
  const commands: Command[] = [
    { type: 'openDoor' },
    { type: 'admit', memberId: null },
    { type: 'closeDoor', inside: [] },
  ]
  for (const command of commands) expect(await inside.command(command)).toBe('command_not_allowed')
  await expect(enter(late!)).rejects.toThrow(waits)
  await moderator.command({ type: 'openDoor' })
  const other = await enter(late!)
  for (const client of [inside, other, moderator]) client.leave()
})

test('who gave up waiting is not counted among those before the door', async () => {
  await close()
  await expect(enter(early!)).rejects.toThrow(waits)
  expect((await server.rooms.glance(group.id)).waiting).toBe(1)
  clock.ahead += 60_000
  expect((await server.rooms.glance(group.id)).waiting).toBe(0)
  await expect(enter(late!)).rejects.toThrow(waits)
  expect((await server.rooms.glance(group.id)).waiting).toBe(1)
  moderator.leave()
})

test('nobody inside knocks, in whoever’s name: the server says who stands before the door', async () => {
  const inside = await enter(early!)
  await close()
  expect(await inside.command({ type: 'knock', name: 'Bürgermeister' })).toBe('command_not_allowed')
  await moderator.settled()
  expect(namesAt(moderator)).toEqual([])
  for (const client of [inside, moderator]) client.leave()
})

test('who waits and who was let in stands in no log', async () => {
  await close()
  await expect(enter(early!)).rejects.toThrow(waits)
  await moderator.command({ type: 'admit', memberId: null })
  const state = await server.rooms.facilitation(group.id)
  expect(state.seq).toBe(1)
  moderator.leave()
})
