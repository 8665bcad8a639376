import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkshopId } from '#shared/base/ids.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { compose } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import type { Platform } from '#server/http/platform.ts'
import type { Mix } from '../cards.ts'
import { bigDocument, documentWith, wornLog } from './big-document.ts'
import { answerProfiling } from '../profile/profiler.ts'
import { answerProbes } from '../peers/probe.mjs'
import { found, headersAt, seat, type Seats } from './seats.ts'

/**
 * The product as `npm start` runs it, with everything on, in a folder of its own. Its only peculiarity: people and
 * their logins are put into the store directly, because nobody joins a thousand times through a form.
 */
const rooms = Number(process.env.BENCH_ROOMS)
const peoplePerRoom = Number(process.env.BENCH_PEOPLE)
/** What lies in the rooms before anybody comes; nothing but the template without it. */
const mix = process.env.BENCH_MIX as Mix | undefined
const CARDS_PER_ROOM = 150
const GROUPS_PER_WORKSHOP = 10
/** More rooms, into which the load does not go, one for each word, and their cards; for what may disturb others. */
const bigRooms = (process.env.BENCH_BIG_ROOMS?.split(',') ?? []) as BigRoomState[]
const bigCards = Number(process.env.BENCH_BIG_CARDS ?? 0)

/** `left`: compacted, as it is when everybody has left. `worn`: with the longest log there can be. */
export type BigRoomState = 'left' | 'worn'
const bigLogs: Record<BigRoomState, (cards: number) => Uint8Array[]> = {
  left: (cards) => [bigDocument(cards)],
  worn: wornLog,
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'werkraum-bench-'))
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    WERKRAUM_DATA: folder,
    WERKRAUM_LOG_LEVEL: 'error',
  })
  if (!config.ok) throw new Error(JSON.stringify(config.refusal))
  const filling = await compose(config.value)
  const seats = await fill(filling.platform)
  const big = await fillBigRooms(filling.platform)
  await filling.stop()
  await compact(join(folder, 'rooms.sqlite'), big)
  const server = await compose(config.value)
  const { url } = await server.start()
  process.send!({
    type: 'listening',
    port: Number(new URL(url).port),
    rooms: seats.map((each) => headersAt(url, each)),
    big: big.map((seats) => ({ ...headersAt(url, seats), workshopId: seats.workshopId })),
  })
  answerProbes()
  answerProfiling()
  process.once('SIGTERM', () => {
    void server.stop().then(() => {
      rmSync(folder, { recursive: true, force: true })
      process.exit(0)
    })
  })
}

async function fill(platform: Platform): Promise<Seats[]> {
  const seats: Seats[] = []
  const content = mix && documentWith(mix, CARDS_PER_ROOM)
  while (seats.length < rooms) {
    const count = Math.min(GROUPS_PER_WORKSHOP, rooms - seats.length)
    const groupNames = Array.from({ length: count }, (_, n) => `Gruppe ${n + 1}`)
    const { invite, groups } = await found(platform, groupNames)
    for (const group of groups) {
      if (content) await platform.rooms.create(group.id, content)
      seats.push(await seat(platform, invite, group.id, peoplePerRoom))
    }
  }
  return seats
}

type BigRoom = Seats & { workshopId: WorkshopId; state: BigRoomState }

async function fillBigRooms(platform: Platform): Promise<BigRoom[]> {
  // Building one takes seconds, and the sweep has none of them
  const logs = new Map(Array.from(new Set(bigRooms), (state) => [state, bigLogs[state](bigCards)]))
  const filled: BigRoom[] = []
  for (const state of bigRooms) {
    const { invite, groups, workshopId } = await found(platform, ['Große Gruppe'])
    const room = groups[0]!.id
    for (const update of logs.get(state)!) await platform.rooms.create(room, update)
    const seats = await seat(platform, { ...invite, role: 'moderator' }, room, peoplePerRoom)
    filled.push({ ...seats, workshopId, state })
  }
  return filled
}

async function compact(file: string, big: readonly BigRoom[]): Promise<void> {
  const logs = await openRoomLogs(file)
  for (const { room, state } of big) if (state === 'left') await logs.updateLog.compact(room)
  await logs.close()
}

await main()
