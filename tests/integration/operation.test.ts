import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OperationView } from '#shared/protocol/operation.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { LiveRoomsFixture } from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'

let installation: HttpInstallation
beforeEach(async () => {
  installation = await HttpInstallation.open()
})
afterEach(() => installation.close())

const look = (browser: Browser) => browser.ok<OperationView>('operation')

test('only somebody with an account sees how the installation does', async () => {
  const account = await installation.moderator()
  const { id } = await account.found()
  const guest = installation.browser()
  await guest.accept({ token: (await account.invite(id, 'moderator')).token })

  expect(await installation.browser().code('operation')).toBe('login_required')
  expect(await guest.code('operation')).toBe('forbidden')
  expect(await look(account)).toMatchObject({ ready: true, storageWritable: true, people: 0 })
})

test('the page and the machines’ form tell the same figures', async () => {
  const browser = await installation.moderator()
  const { metrics } = installation.platform
  metrics.framesIn = 7
  metrics.ackMs.observe(12)
  metrics.refused('room_locked')
  const view = await look(browser)
  expect(view).toMatchObject({ framesIn: 7, refusals: { room_locked: 1 } })
  expect(view.ackMs.counts[view.ackMs.bounds.indexOf(20)]).toBe(1)
})

test('it says so when changes cannot be stored, and so does the health check', async () => {
  const browser = await installation.moderator()
  installation.platform.metrics.storageWritable = false
  expect(await look(browser)).toMatchObject({ ready: false, storageWritable: false })
  expect((await installation.app.inject('/health/ready')).statusCode).toBe(503)
})

test('it knows how long the program runs', async () => {
  const browser = await installation.moderator()
  installation.clock.pass(90_000)
  const { at, startedAt } = await look(browser)
  expect(at - startedAt).toBe(90_000)
})

test('somebody with two tabs is one person with two connections, until the last tab closes', async () => {
  const { rooms, people, admitted } = liveRooms()
  const here = admitted(people.member().id)
  const tabs = [await new RoomPeer().join(rooms, here), await new RoomPeer().join(rooms, here)]
  expect(rooms.metrics).toMatchObject({ people: 1, connections: 2 })
  tabs[0]!.leave()
  expect(rooms.metrics).toMatchObject({ people: 1, connections: 1 })
  tabs[1]!.leave()
  expect(rooms.metrics).toMatchObject({ people: 0, connections: 0 })
})

function liveRooms() {
  const fixture = new LiveRoomsFixture()
  return { ...fixture, admitted: fixture.admitted.bind(fixture) }
}
