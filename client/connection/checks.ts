import { call } from '#client/app/api.ts'
import type { ClientConfig } from '#shared/protocol/api.ts'

/** What came of one check. `ms` where something was timed: the median of several. */
export type Outcome =
  | { state: 'good'; ms?: number }
  /** It works, but not as it should. */
  | { state: 'weak'; ms?: number }
  | { state: 'failed'; missing?: readonly string[] }

export const checkNames = ['server', 'socket', 'browser', 'storage'] as const
export type CheckName = (typeof checkNames)[number]

const times = 5
/** Above this people notice that others are ahead of them. */
const weakAboveMs = 400
const giveUpAfterMs = 8_000

/** Each check by itself; none throws. */
export const checks: Record<CheckName, (signal: AbortSignal) => Promise<Outcome>> = {
  server: (signal) =>
    timed(async () => {
      const spans: number[] = []
      for (let n = 0; n < times; n++) {
        const began = performance.now()
        await call<ClientConfig>('config', { signal })
        spans.push(performance.now() - began)
      }
      return spans
    }),
  socket: (signal) => timed(() => echoes(signal)),
  browser: async () => {
    const missing = wanted.flatMap(([name, isThere]) => (isThere() ? [] : [name]))
    return missing.length === 0 ? { state: 'good' } : { state: 'failed', missing }
  },
  storage: async () => ((await canKeep()) ? { state: 'good' } : { state: 'weak' }),
}

async function timed(measure: () => Promise<number[]>): Promise<Outcome> {
  try {
    const spans = (await measure()).sort((a, b) => a - b)
    const ms = Math.round(spans[Math.floor(spans.length / 2)] ?? 0)
    return { state: ms > weakAboveMs ? 'weak' : 'good', ms }
  } catch {
    // No answer, or none in time: that is what was to be found out
    return { state: 'failed' }
  }
}

/** The times that small messages take there and back, one after the other. */
function echoes(signal: AbortSignal): Promise<number[]> {
  const url = new URL('/connection-test', location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    const spans: number[] = []
    let sentAt = 0
    const end = (settle: () => void) => {
      clearTimeout(timer)
      socket.close()
      settle()
    }
    const fail = () => end(() => reject(new Error('no echo')))
    const send = () => {
      sentAt = performance.now()
      socket.send(`${spans.length}`)
    }
    const timer = setTimeout(fail, giveUpAfterMs)
    signal.addEventListener('abort', fail)
    socket.addEventListener('open', send)
    socket.addEventListener('error', fail)
    socket.addEventListener('close', fail)
    socket.addEventListener('message', () => {
      spans.push(performance.now() - sentAt)
      if (spans.length < times) send()
      else end(() => resolve(spans))
    })
  })
}

/** What rooms use and older browsers do not have, under the names that those know who look after them. */
const wanted: readonly (readonly [string, () => boolean])[] = [
  ['WebSocket', () => typeof WebSocket === 'function'],
  ['ResizeObserver', () => typeof ResizeObserver === 'function'],
  ['<dialog>', () => typeof HTMLDialogElement === 'function'],
  ['CSS :has()', () => CSS.supports('selector(:has(*))')],
  ['CSS color-mix()', () => CSS.supports('color', 'color-mix(in srgb, red 50%, blue)')],
  ['AbortSignal.any', () => typeof AbortSignal.any === 'function'],
]

/** Whether this browser keeps a copy, so that what somebody writes survives a break of the line and a reload. */
function canKeep(): Promise<boolean> {
  const name = 'werkraum-connection-test'
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(name)
      opening.onerror = () => resolve(false)
      opening.onsuccess = () => {
        opening.result.close()
        indexedDB.deleteDatabase(name)
        resolve(true)
      }
    } catch {
      // Switched off by a setting or by a policy
      resolve(false)
    }
  })
}
