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
import type { Silence } from '#server/drafts/silence.ts'
import { takeSeat } from './take-seat.ts'
import { WebSocketPeer } from './web-socket-peer.ts'

interface SyncDeps {
  rooms: Rooms
  /** The people's own drafts; without them there is no way to any. */
  silence?: Pick<Silence, 'join'>
  /** Who may open a room's socket; throws a Problem. The Origin has been checked before. */
  admit: (request: FastifyRequest, groupId: GroupId) => Promise<Admitted>
  /** Calls `end` when the login or membership ends that the socket was opened with; the returned function forgets it. */
  tie?: (request: FastifyRequest, memberId: MemberId, end: () => void) => () => void
  clock?: Clock
}

type Admission = { ok: true; admitted: Admitted } | { ok: false; code: ErrorCode }

/**
 * `GET /sync/:groupId`, and `GET /drafts/:groupId/:stepId` for what somebody writes in silence: the very same protocol
 * on a document that nobody else can reach, because the member is the session's and no part of the address. What cannot be admitted and has a close code is upgraded and closed with that code at once:
 * browsers hide the status of a refused handshake from the page, which then would try for ever. Everything else is
 * refused before the upgrade.
 */
export async function registerSync(app: FastifyInstance, deps: SyncDeps): Promise<void> {
  const { rooms, silence, admit, tie = () => () => {}, clock = systemClock } = deps
  const heartbeat = new Heartbeat(clock)
  await app.register(websocketPlugin, {
    options: { maxPayload: limits.maxFrameBytes, perMessageDeflate: false, clientTracking: false },
  })
  const admissions = new WeakMap<FastifyRequest, Admission>()
  const open = (door: SyncDeps['admit']) => {
    const remember = async (request: FastifyRequest<ToGroup>) =>
      void admissions.set(request, await tryToAdmit(request, door))
    return { websocket: true, preValidation: remember } as const
  }
  const { metrics } = rooms
  app.get<ToGroup>('/sync/:groupId', open(admit), (websocket, request) => {
    const admission = admissions.get(request)!
    const join: Join = (peer, admitted, handshake) => rooms.join(peer, admitted, handshake)
    if (admission.ok) void takeSeat(websocket, request, admission.admitted, { metrics, join, heartbeat, tie })
    else refuse(websocket, request, admission.code)
  })
  if (!silence) return
  const admitInside: typeof admit = async (request, groupId) => {
    const admitted = await admit(request, groupId)
    if (await rooms.isOutside(admitted)) throw new Problem('lobby_waiting')
    return admitted
  }
  app.get<ToDraft>('/drafts/:groupId/:stepId', open(admitInside), (websocket, request) => {
    const admission = admissions.get(request)!
    const { stepId } = request.params
    const join: Join = (peer, admitted, handshake) => silence.join(peer, admitted, stepId, handshake)
    if (admission.ok) void takeSeat(websocket, request, admission.admitted, { metrics, join, heartbeat, tie })
    else refuse(websocket, request, admission.code)
  })
}

interface ToGroup {
  Params: { groupId: string }
}
interface ToDraft {
  Params: { groupId: string; stepId: string }
}
type Join = Parameters<typeof takeSeat>[3]['join']

async function tryToAdmit(request: FastifyRequest<ToGroup>, admit: SyncDeps['admit']): Promise<Admission> {
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
