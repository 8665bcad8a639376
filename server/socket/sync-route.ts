import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RawData, WebSocket } from 'ws'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { errorCatalogue } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Admitted } from '#server/rooms/admitted.ts'
import { closeCodeOf } from '#server/rooms/connection.ts'
import type { Rooms, Seat } from '#server/rooms/rooms.ts'
import { readHandshake } from './handshake.ts'
import { WebSocketPeer } from './web-socket-peer.ts'

export interface SyncDeps {
  rooms: Rooms
  /** Who may open a room's socket; throws a Problem. The Origin has been checked before. */
  admit: (request: FastifyRequest, groupId: GroupId) => Promise<Admitted>
}

type Admission = { ok: true; admitted: Admitted } | { ok: false; code: ErrorCode }

/**
 * `GET /sync/:groupId`. What cannot be admitted and has a close code is upgraded and closed with that code at once:
 * browsers hide the status of a refused handshake from the page, which then would try for ever. Everything else is
 * refused before the upgrade.
 */
export async function registerSync(app: FastifyInstance, { rooms, admit }: SyncDeps): Promise<void> {
  await app.register(websocket, {
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
    (socket, request) => {
      const admission = admissions.get(request)!
      if (admission.ok) seat(socket, request, admission.admitted, rooms)
      else refuse(socket, admission.code)
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

function refuse(socket: WebSocket, code: ErrorCode): void {
  // What a refused peer sends on is nobody's business; without a listener its errors would end the process
  socket.on('error', () => socket.terminate())
  socket.close(closeCodeOf(code), code)
}

function seat(websocket: WebSocket, request: FastifyRequest, admitted: Admitted, rooms: Rooms): void {
  const peer = new WebSocketPeer(websocket, request.raw.socket)
  let seat: Seat | null = null
  let gone = false
  websocket.binaryType = 'nodebuffer'
  websocket.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary) seat?.receive(data as Buffer)
    else refuse(websocket, 'frame_invalid')
  })
  websocket.on('close', () => {
    gone = true
    seat?.leave()
  })
  // ws closes the socket itself with the right code (1009, 1007, 1002); `close` follows
  websocket.on('error', (error) => rooms.metrics.refused(causeOf(error)))
  // Nothing is read, and so nothing buffered, while the room loads
  websocket.pause()
  void rooms.join(peer, admitted, readHandshake(request.query)).then((joined) => {
    seat = joined
    if (gone) seat?.leave()
    else websocket.resume()
  })
}

function causeOf(error: Error & { code?: string }): ErrorCode {
  return error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'frame_too_large' : 'frame_invalid'
}
