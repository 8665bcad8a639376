/**
 * Numbers of the sync socket's messages. Each frame is a varint message type and that type's payload; the full byte
 * grammar is in `docs/protocol.md`. 0–3 are y-websocket's own and unchanged, so that any y-websocket client with a
 * login can join.
 */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  facilitation: 100,
  ack: 101,
  deflated: 102,
} as const

export const syncTypes = { step1: 0, step2: 1, update: 2 } as const

export const ackTypes = { durable: 0, refused: 1 } as const

/**
 * Rises when an older client could misunderstand the server, or the other way round. A test holds it to a hash of
 * every message's schema: what crosses the wire cannot change without a new version.
 */
export const protocolVersion = 2

/**
 * Query parameters of the handshake `GET /sync/:groupId`. None is secret: the login is an HttpOnly cookie.
 * All are optional, for stock clients.
 */
export interface Handshake {
  /** `protocolVersion` of the client. */
  v: number
  /** Document generation the client's replica belongs to. */
  gen: number
  /** Yjs client id of the replica; bound to the member before anybody else learns of it. */
  client: number
  /** 1 where the client inflates: long answers then come as `deflated` messages. */
  deflate: number
}

/**
 * Answer to this connection's document updates. The server counts the sync frames of type step2 and update that it
 * received on this connection: 1, 2, 3 …
 * - durable: every frame up to `upTo` is on disk, except those refused before.
 * - refused: frame `frame` changed nothing. With `room_locked` and other retryable codes the client keeps the change
 *   and offers it again by a new sync step; with the others the replica has to be rebuilt.
 */
export type Ack =
  { type: 'durable'; upTo: number; at: number } | { type: 'refused'; frame: number; code: string }
