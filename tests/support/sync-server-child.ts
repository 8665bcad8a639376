import Fastify from 'fastify'
import type { GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import { newId } from '#shared/base/ids.ts'
import type { Admitted } from '#server/rooms/admitted.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { createRooms } from '#server/rooms/rooms.ts'
import { registerSync } from '#server/socket/sync-route.ts'
import { silentLogger } from './silent-logger.ts'

/*
 * A server process for crash tests: rooms and sockets as in the product on a real database, with everybody who names
 * themselves let in. Answers with its port as a message; ends in good order on SIGTERM, as the product does.
 */
const [file, port] = process.argv.slice(2)
const workshopId = newId<WorkshopId>()

function admitted(memberId: MemberId, groupId: GroupId): Admitted {
  const role = 'participant'
  const group = { id: groupId, workshopId, kind: 'project', name: '', position: 0, generation: 1 } as const
  const member = {
    id: memberId,
    workshopId,
    accountId: null,
    name: 'Person',
    organisation: '',
    organisationKind: 'other',
    role,
    groupIds: 'all',
    mayChooseGroup: false,
    joinedAt: 0,
    removedAt: null,
  } as const
  return { member, group, actor: { account: null, member: { memberId, workshopId, role, groupIds: 'all' } } }
}

const logs = await openRoomLogs(file!)
const rooms = createRooms({
  ...logs,
  clock: systemClock,
  logger: silentLogger,
  membership: (memberId, groupId) => Promise.resolve(admitted(memberId, groupId)),
  // Small, so that crashes fall into compactions too
  tuning: { compactAboveBytes: 20_000, compactOnLeavingAboveBytes: 5_000 },
})
const app = Fastify()
await registerSync(app, {
  rooms,
  admit: (request, groupId) =>
    Promise.resolve(admitted((request.query as { member: MemberId }).member, groupId)),
})
await app.listen({ port: Number(port), host: '127.0.0.1' })
process.send?.({ port: (app.server.address() as { port: number }).port })
process.once('SIGTERM', () => {
  void rooms
    .close()
    .then(() => logs.close())
    .then(() => app.close())
    .then(() => process.exit(0))
})
