import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  newId,
  type AccountId,
  type GroupId,
  type InviteId,
  type MemberId,
  type WorkshopId,
} from '#shared/base/ids.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import { sessionCookie } from '#server/auth/logins.ts'
import { compose } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import type { Platform } from '#server/http/platform.ts'
import type { Invite } from '#server/ports/people-store.ts'
import { foundWorkshop } from '#server/workshop/founding.ts'
import type { Mix } from '../cards.ts'
import { bigDocument, documentWith, wornLog } from './big-document.ts'
import { answerProfiling } from '../profile/profiler.ts'
import { answerProbes } from '../peers/probe.mjs'

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
const DAY_MS = 86_400_000
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
    rooms: seats.map((seat) => withOrigin(seat, url)),
    big: big.map((seats) => ({ ...withOrigin(seats, url), workshopId: seats.workshopId })),
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

interface Seats {
  room: GroupId
  tokens: string[]
}

const withOrigin = ({ room, tokens }: Seats, url: string) => ({
  room,
  headers: tokens.map((token) => ({
    Cookie: `${sessionCookie}=${token}`,
    Origin: url.replace('localhost', '127.0.0.1'),
  })),
})

async function fill(platform: Platform): Promise<Seats[]> {
  const seats: Seats[] = []
  const content = mix && documentWith(mix, CARDS_PER_ROOM)
  while (seats.length < rooms) {
    const count = Math.min(GROUPS_PER_WORKSHOP, rooms - seats.length)
    const groupNames = Array.from({ length: count }, (_, n) => `Gruppe ${n + 1}`)
    const { invite, groups } = await found(platform, groupNames)
    for (const group of groups) {
      if (content) await platform.rooms.create(group.id, content)
      seats.push(await seat(platform, invite, group.id))
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
    filled.push({ ...(await seat(platform, { ...invite, role: 'moderator' }, room)), workshopId, state })
  }
  return filled
}

async function compact(file: string, big: readonly BigRoom[]): Promise<void> {
  const logs = await openRoomLogs(file)
  for (const { room, state } of big) if (state === 'left') await logs.updateLog.compact(room)
  await logs.close()
}

async function found(platform: Platform, groupNames: string[]) {
  const accountId = newId<AccountId>()
  const email = `${accountId}@example.org`
  await platform.people.addAccount({ id: accountId, name: 'Bench', email, passwordHash: '-', createdAt: 0 })
  const founder = { accountId, name: 'Bench' }
  const wanted = { title: 'Bench', language: 'de' as const, isSample: false, groupNames, founder }
  const workshopId = await foundWorkshop(platform, wanted)
  const invite = inviteTo(workshopId)
  await platform.people.addInvite(invite)
  const groups = (await platform.people.groups(workshopId)).filter(({ kind }) => kind === 'project')
  return { workshopId, invite, groups }
}

function inviteTo(workshopId: WorkshopId): Invite {
  return {
    id: newId<InviteId>(),
    workshopId,
    label: '',
    role: 'participant',
    groupId: null,
    tokenHash: hashOf(newToken()),
    codeHash: hashOf(newToken()),
    createdAt: 0,
    expiresAt: Date.now() + DAY_MS,
    revokedAt: null,
    acceptedCount: 0,
  }
}

async function seat(
  { people }: Platform,
  { id: inviteId, workshopId, role }: Invite,
  room: GroupId,
): Promise<Seats> {
  const tokens: string[] = []
  for (let n = 0; n < peoplePerRoom; n++) {
    const token = newToken()
    const member = {
      id: newId<MemberId>(),
      workshopId,
      accountId: null,
      name: `Person ${n}`,
      organisationId: null,
      organisation: 'Landkreis',
      organisationKind: 'county' as const,
      role,
      groupIds: [room],
      mayChooseGroup: false,
      joinedAt: 0,
      removedAt: null,
      standing: 'present' as const,
      standsInFor: null,
    }
    await people.addMember(member, {
      returnTokenHash: hashOf(newToken()),
      inviteId,
      maxPlaces: Number.MAX_SAFE_INTEGER,
      maxMembers: Number.MAX_SAFE_INTEGER,
    })
    const expiresAt = Date.now() + DAY_MS
    await people.addSession({
      tokenHash: hashOf(token),
      accountId: null,
      accountSince: 0,
      members: [{ id: member.id, since: 0 }],
      createdAt: 0,
      expiresAt,
    })
    tokens.push(token)
  }
  return { room, tokens }
}

await main()
