import * as encoding from 'lib0/encoding'
import { protocolVersion } from '#shared/protocol/wire.ts'

/** How the same load is spoken to each kind of server. */
export interface Wire {
  path(room: string, clientId: number): string
  /** Frames to send after the upgrade, before the load. */
  greeting(room: string): Uint8Array[]
  update(room: string, update: Uint8Array): Uint8Array
  /** One cursor move. Peers have no other way to tell a name, so theirs travels along, as their documentation shows it. */
  cursor(room: string, clientId: number, clock: number, x: number, y: number): Uint8Array
}

const EMPTY_STATE_VECTOR = new Uint8Array([0])

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

function writeSync(encoder: encoding.Encoder, step: number, payload: Uint8Array): void {
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, payload)
}

function writeCursor(encoder: encoding.Encoder, clientId: number, clock: number, state: unknown): void {
  const inner = message((awareness) => {
    encoding.writeVarUint(awareness, 1)
    encoding.writeVarUint(awareness, clientId)
    encoding.writeVarUint(awareness, clock)
    encoding.writeVarString(awareness, JSON.stringify(state))
  })
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, inner)
}

const namedState = (clientId: number, x: number, y: number) => ({
  user: { name: `Person ${clientId % 10_000}`, color: '#30bced' },
  cursor: { x, y },
})

const yWebsocket: Wire = {
  path: (room) => `/${room}`,
  greeting: () => [message((encoder) => writeSync(encoder, 0, EMPTY_STATE_VECTOR))],
  update: (_room, update) => message((encoder) => writeSync(encoder, 2, update)),
  cursor: (_room, clientId, clock, x, y) =>
    message((encoder) => writeCursor(encoder, clientId, clock, namedState(clientId, x, y))),
}

/** The same messages behind the document's name, after an authentication message. */
const hocuspocus: Wire = {
  path: () => '/',
  greeting: (room) => [
    message((encoder) => {
      encoding.writeVarString(encoder, room)
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'token')
      encoding.writeVarString(encoder, '4.7.0')
    }),
    named(room, (encoder) => writeSync(encoder, 0, EMPTY_STATE_VECTOR)),
  ],
  update: (room, update) => named(room, (encoder) => writeSync(encoder, 2, update)),
  cursor: (room, clientId, clock, x, y) =>
    named(room, (encoder) => writeCursor(encoder, clientId, clock, namedState(clientId, x, y))),
}

function named(room: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return message((encoder) => {
    encoding.writeVarString(encoder, room)
    write(encoder)
  })
}

/** y-websocket's messages with our handshake; names travel once, in the people list. */
const werkraum: Wire = {
  ...yWebsocket,
  path: (room, clientId) => `/sync/${room}?v=${protocolVersion}&client=${clientId}&deflate=1`,
  cursor: (_room, clientId, clock, x, y) =>
    message((encoder) => writeCursor(encoder, clientId, clock, { c: [x, y] })),
}

export const wires = { 'y-websocket': yWebsocket, hocuspocus, werkraum } as const
export type WireName = keyof typeof wires
