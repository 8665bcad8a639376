import websocketPlugin from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { errorCatalogue } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import { systemClock } from '#server/base/system-clock.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Admitted } from '#server/rooms/admitted.ts'
import { closeCodeOf } from '#server/rooms/connection.ts'
import type { Rooms } from '#server/rooms/rooms.ts'
import { Heartbeat } from './heartbeat.ts'
import { takeSeat } from './take-seat.ts'
import { WebSocketPeer } from './web-socket-peer.ts'

export interface SyncDeps {
  rooms: Rooms
  /** Who may open a room's socket; throws a Problem. The Origin has been checked before. */
  admit: (request: FastifyRequest, groupId: GroupId) => Promise<Admitted>
  /** Calls `end` when the login or membership ends that the socket was opened with; the returned function forgets it. */
  tie?: (request: FastifyRequest, memberId: MemberId, end: () => void) => () => void
  clock?: Clock
}

type Admission = { ok: true; admitted: Admitted } | { ok: false; code: ErrorCode }

/**
 * `GET /sync/:groupId`. What cannot be admitted and has a close code is upgraded and closed with that code at once:
 * browsers hide the status of a refused handshake from the page, which then would try for ever. Everything else is
 * refused before the upgrade.
 */
export async function registerSync(app: FastifyInstance, deps: SyncDeps): Promise<void> {
  const { rooms, admit, tie = () => () => {}, clock = systemClock } = deps
  const heartbeat = new Heartbeat(clock)
  await app.register(websocketPlugin, {
    options: { maxPayload: limits.maxFrameBytes, perMessageDeflate: false, clientTracking: false },
  })
  const admissions = new WeakMap<FastifyRequest, Admission>()
  app.get<{ Params: { groupId: string } }>(
    '/sync/:groupId',
    {
      websocket: true,
      preValidation: async (request) => {
        admissions.set(request, await tryToAdmit(request, admit))
      },
    },
    (websocket, request) => {
      const admission = admissions.get(request)!
      if (admission.ok) void takeSeat(websocket, request, admission.admitted, { rooms, heartbeat, tie })
      else refuse(websocket, request, admission.code)
    },
  )
}

async function tryToAdmit(
  request: FastifyRequest<{ Params: { groupId: string } }>,
  admit: SyncDeps['admit'],
): Promise<Admission> {
  try {
    return { ok: true, admitted: await admit(request, request.params.groupId as GroupId) }
  } catch (error) {
    if (error instanceof Problem && 'close' in errorCatalogue[error.code])
      return { ok: false, code: error.code }
    throw error
  }
}

function refuse(websocket: WebSocket, request: FastifyRequest, code: ErrorCode): void {
  // What a refused peer sends on is nobody's business; without a listener its errors would end the process
  websocket.on('error', () => websocket.terminate())
  new WebSocketPeer(websocket, request.raw.socket).close(closeCodeOf(code), code)
}
