import type { SocketClass } from './paced-socket.ts'
import { deviceNow } from './steady-clock.ts'

/** Where the room's server is and what this device offers; the browser's own by default. */
export interface RoomSurroundings {
  syncUrl: string
  socketClass: SocketClass
  random: () => number
  now: () => number
  /** Whether the server answers a request that is no websocket; never rejects. */
  answers: () => Promise<boolean>
}

/** How long the server may take to answer that it is there. */
const ANSWER_WITHIN_MS = 4_000

export function browserSurroundings(): RoomSurroundings {
  const syncUrl = new URL('/sync', window.location.href)
  syncUrl.protocol = syncUrl.protocol === 'https:' ? 'wss:' : 'ws:'
  return { syncUrl: syncUrl.href, socketClass: WebSocket, random: Math.random, now: deviceNow, answers }
}

/** A page of somebody else's, such as the log-in of a guest network, is no answer. */
const answers = () =>
  fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
    (response) => response.ok && response.headers.get('content-type')?.includes('json') === true,
    () => false,
  )
