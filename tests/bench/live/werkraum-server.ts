import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId, type GroupId, type InviteId, type MemberId } from '#shared/base/ids.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import { sessionCookie } from '#server/auth/logins.ts'
import { compose } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import type { Platform } from '#server/http/platform.ts'
import type { Invite } from '#server/ports/people-store.ts'
import { foundWorkshop } from '#server/workshop/founding.ts'
import { answerProbes } from '../peers/probe.mjs'

/**
 * The product as `npm start` runs it, with everything on, in a folder of its own. Its only peculiarity: people and
 * their logins are put into the store directly, because nobody joins a thousand times through a form.
 */
const rooms = Number(process.env.BENCH_ROOMS)
const peoplePerRoom = Number(process.env.BENCH_PEOPLE)
const GROUPS_PER_WORKSHOP = 10
const DAY_MS = 86_400_000

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'werkraum-bench-'))
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    WERKRAUM_DATA: folder,
    WERKRAUM_LOG_LEVEL: 'error',
  })
  if (!config.ok) throw new Error(JSON.stringify(config.refusal))
  const server = await compose(config.value)
  const seats = await fill(server.platform)
  const { url } = await server.start()
  process.send!({
    type: 'listening',
    port: Number(new URL(url).port),
    rooms: seats.map((seat) => withOrigin(seat, url)),
  })
  answerProbes()
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
  const accountId = newId<never>()
  const account = {
    id: accountId,
    name: 'Bench',
    email: 'bench@example.org',
    passwordHash: '-',
    createdAt: 0,
  }
  await platform.people.addAccount(account)
  const seats: Seats[] = []
  while (seats.length < rooms) {
    const count = Math.min(GROUPS_PER_WORKSHOP, rooms - seats.length)
    const workshopId = await foundWorkshop(platform, {
      title: 'Bench',
      language: 'de',
      groupNames: Array.from({ length: count }, (_, n) => `Gruppe ${n + 1}`),
      founder: { accountId, name: 'Bench' },
    })
    const invite: Invite = {
      id: newId<InviteId>(),
      workshopId,
      role: 'participant',
      groupId: null,
      tokenHash: hashOf(newToken()),
      codeHash: hashOf(newToken()),
      createdAt: 0,
      expiresAt: Date.now() + DAY_MS,
      revokedAt: null,
      acceptedCount: 0,
    }
    await platform.people.addInvite(invite)
    for (const group of await platform.people.groups(workshopId)) {
      if (group.kind === 'project') seats.push(await seat(platform, invite, group.id))
    }
  }
  return seats
}

async function seat(
  { people }: Platform,
  { id: inviteId, workshopId }: Invite,
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
      organisation: 'Landkreis',
      organisationKind: 'county' as const,
      role: 'participant' as const,
      groupIds: [room],
      mayChooseGroup: false,
      joinedAt: 0,
      removedAt: null,
    }
    await people.addMember(member, { returnTokenHash: hashOf(newToken()), inviteId })
    const expiresAt = Date.now() + DAY_MS
    await people.addSession({
      tokenHash: hashOf(token),
      accountId: null,
      memberIds: [member.id],
      createdAt: 0,
      expiresAt,
    })
    tokens.push(token)
  }
  return { room, tokens }
}

await main()
