import Fastify from 'fastify'
import type { GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import { newId } from '#shared/base/ids.ts'
import type { Role } from '#shared/workshop/roles.ts'
import type { Admitted } from '#server/rooms/admitted.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { MemoryBallotBox } from '#server/adapters/memory/ballot-box.ts'
import { Polling } from '#server/ballots/polling.ts'
import { roomSecrets } from '#server/secrets.ts'
import { Silence } from '#server/drafts/silence.ts'
import { Turns } from '#server/rooms/turns.ts'
import type { DraftVault } from '#server/ports/draft-vault.ts'
import { RoomMetrics } from '#server/rooms/metrics.ts'
import { workOffDeadlines } from '#server/rooms/deadlines.ts'
import { createRooms, type Rooms } from '#server/rooms/rooms.ts'
import { registerSync } from '#server/socket/sync-route.ts'
import { silentLogger } from './silent-logger.ts'

/*
 * A server process for crash tests: rooms and sockets as in the product on a real database, with everybody who names
 * themselves let in, and dies in the middle of a revealing where it is told to (`DIES`). Answers with its port as a message; ends in good order on SIGTERM, as the product does.
 */
const [file, port] = process.argv.slice(2)
const workshopId = newId<WorkshopId>()

/** What people said they are; everybody else takes part. */
const roles = new Map<MemberId, Role>()

function admitted(memberId: MemberId, groupId: GroupId): Admitted {
  const role = roles.get(memberId) ?? 'participant'
  const group = { id: groupId, workshopId, kind: 'project', name: '', position: 0, generation: 1 } as const
  const member = {
    id: memberId,
    workshopId,
    accountId: null,
    name: 'Person',
    organisationId: null,
    organisation: '',
    organisationKind: 'other',
    role,
    groupIds: 'all',
    mayChooseGroup: false,
    joinedAt: 0,
    removedAt: null,
    standing: 'present',
    standsInFor: null,
  } as const
  return {
    member,
    group,
    since: 0,
    actor: { account: null, member: { memberId, workshopId, role, groupIds: 'all' } },
  }
}

/** Ends the process as a kill would, just before or just after the transaction. */
function killing(vault: DraftVault): DraftVault {
  const dies = process.env.DIES
  return {
    draftsOf: (groupId, stepId) => vault.draftsOf(groupId, stepId),
    async reveal(revelation) {
      if (dies === 'before') process.kill(process.pid, 'SIGKILL')
      const isRevealed = await vault.reveal(revelation)
      if (dies === 'after') process.kill(process.pid, 'SIGKILL')
      return isRevealed
    },
  }
}

const logs = await openRoomLogs(file!)
const means = {
  ...logs,
  vault: killing(logs.draftVault),
  clock: systemClock,
  logger: silentLogger,
  metrics: new RoomMetrics(),
  membership: (memberId: MemberId, groupId: GroupId) => Promise.resolve(admitted(memberId, groupId)),
}
const turns = new Turns(systemClock)
const silence = new Silence({ ...means, turns, rooms: () => rooms })
const polling = new Polling({ ...means, box: new MemoryBallotBox(), rooms: () => rooms })
const rooms: Rooms = createRooms({
  ...means,
  turns,
  secrets: roomSecrets(silence, polling),
  // Small, so that crashes fall into compactions too
  tuning: { compactAboveBytes: 20_000, compactOnLeavingAboveBytes: 5_000 },
})
const stopDeadlines = workOffDeadlines({ ...means, rooms })
const app = Fastify()
await registerSync(app, {
  rooms,
  silence,
  admit: (request, groupId) => {
    const { member, role } = request.query as { member: MemberId; role?: Role }
    if (role) roles.set(member, role)
    return Promise.resolve(admitted(member, groupId))
  },
})
await app.listen({ port: Number(port), host: '127.0.0.1' })
process.send?.({ port: (app.server.address() as { port: number }).port })
process.once('SIGTERM', () => {
  void stopDeadlines()
    .then(() => silence.close())
    .then(() => rooms.close())
    .then(() => logs.close())
    .then(() => app.close())
    .then(() => process.exit(0))
})
