import type { Bundle } from './bundle.ts'

/** What a room needs of a transport. Implemented by a websocket (server/socket) and by an in-memory link in tests. */
export interface PeerSocket {
  /** Queues bytes in order; a closed socket swallows them. */
  write(bundle: Bundle): void
  /** Bytes handed over that the network has not taken yet. */
  readonly bufferedBytes: number
  /** Ends politely; whatever the peer still sends is not read. */
  close(code: number, reason: string): void
}
