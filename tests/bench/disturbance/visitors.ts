import * as Y from 'yjs'
import { addNotes } from '../live/big-document.ts'
import { percentile } from '../live/statistics.ts'
import { openRawSocket, type RawSocket } from '../live/websocket-client.ts'
import { wires } from '../live/wire.ts'

/** People who do something to the big room: come in all at once, or paste a great many cards. */
export interface VisitOrder {
  act: 'join' | 'paste'
  port: number
  room: string
  headers: Record<string, string>[]
}

const JOIN_WITHIN_MS = 2_000
const PASTED_CARDS = 600
/** A document answer is far larger than anything else a newcomer gets. */
const DOCUMENT_BYTES = 100_000

async function enter(
  { port, room }: VisitOrder,
  headers: Record<string, string>,
): Promise<[RawSocket, number]> {
  const clientId = Math.floor(Math.random() * 2 ** 32)
  const startedAt = performance.now()
  let arrived: (ms: number) => void = () => undefined
  const document = new Promise<number>((resolve) => (arrived = resolve))
  const socket = await openRawSocket({
    port,
    path: wires.werkraum.path(room, clientId),
    headers,
    onFrame: (frame) => frame.length > DOCUMENT_BYTES && arrived(performance.now() - startedAt),
    onClose: () => undefined,
  })
  for (const frame of wires.werkraum.greeting(room)) socket.send(frame)
  return [socket, await document]
}

async function join(order: VisitOrder): Promise<number> {
  const visits = order.headers.map(async (headers, n) => {
    await new Promise((resolve) => setTimeout(resolve, (n * JOIN_WITHIN_MS) / order.headers.length))
    return enter(order, headers)
  })
  const entered = await Promise.all(visits)
  return percentile(
    entered.map(([, ms]) => ms),
    95,
  )
}

async function paste(order: VisitOrder): Promise<number> {
  const [socket] = await enter(order, order.headers[0]!)
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => socket.send(wires.werkraum.update(order.room, update)))
  const startedAt = performance.now()
  addNotes(doc, PASTED_CARDS)
  return performance.now() - startedAt
}

process.on('message', (order: VisitOrder) => {
  const acting = order.act === 'join' ? join(order) : paste(order)
  acting.then(
    (ms) => process.send!({ type: 'done', ms }),
    (error: unknown) => process.send!({ type: 'failed', reason: String(error) }),
  )
})
process.send!({ type: 'ready' })
