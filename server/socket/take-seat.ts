import type { FastifyRequest } from 'fastify'
import type { RawData, WebSocket } from 'ws'
import type { MemberId } from '#shared/base/ids.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Admitted } from '#server/rooms/admitted.ts'
import type { Handshake } from '#shared/protocol/wire.ts'
import type { PeerSocket } from '#server/rooms/peer-socket.ts'
import type { Rooms, Seat } from '#server/rooms/rooms.ts'
import { readHandshake } from './handshake.ts'
import type { Heartbeat } from './heartbeat.ts'
import { WebSocketPeer } from './web-socket-peer.ts'

interface SeatDeps {
  metrics: Rooms['metrics']
  /** Seats the socket, or closes it and answers null. */
  join: (peer: PeerSocket, admitted: Admitted, handshake: Partial<Handshake>) => Promise<Seat | null>
  heartbeat: Heartbeat
  tie: (request: FastifyRequest, memberId: MemberId, end: () => void) => () => void
}

/** Connects an admitted websocket with its room, or its draft, for as long as it lives. */
export async function takeSeat(
  websocket: WebSocket,
  request: FastifyRequest,
  admitted: Admitted,
  { metrics, join, heartbeat, tie }: SeatDeps,
): Promise<void> {
  const { socket } = request.raw
  const peer = new WebSocketPeer(websocket, socket)
  let seat: Seat | null = null
  let isGone = false
  let isLoggedOut = false
  const untie = tie(request, admitted.member.id, () => {
    isLoggedOut = true
    seat?.end('login_required')
  })
  const beAlive = heartbeat.watch(websocket, socket)
  websocket.binaryType = 'nodebuffer'
  websocket.on('message', (data: RawData, isBinary: boolean) => {
    beAlive()
    if (isBinary) seat?.receive(data as Buffer)
    else seat?.end('frame_invalid')
  })
  websocket.on('close', () => {
    isGone = true
    untie()
    seat?.leave()
  })
  // ws has closed the socket with the right code (1009, 1007, 1002) by then
  websocket.on('error', (error) => metrics.refused(causeOf(error)))
  // Nothing is read, and so nothing buffered, while the room loads
  websocket.pause()
  seat = await join(peer, admitted, readHandshake(request.query))
  if (isGone) seat?.leave()
  else if (isLoggedOut) seat?.end('login_required')
  websocket.resume()
}

function causeOf(error: Error & { code?: string }): ErrorCode {
  return error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'frame_too_large' : 'frame_invalid'
}
