import * as Y from 'yjs'
import { addNotes } from '../live/big-document.ts'
import { percentile } from '../live/statistics.ts'
import { openRawSocket, type RawSocket } from '../live/websocket-client.ts'
import { wires } from '../live/wire.ts'

/**
 * People who do something heavy in a big room: come in all at once, paste a great many cards, take everything home.
 * A process of its own, which gives way to the load's generator where both want the core. It says `ready` when it is
 * prepared for an order, begins at `begin` and says `done` when it has left again.
 */
export interface VisitOrder {
  act: 'join' | 'compact' | 'export' | 'paste'
  port: number
  room: string
  workshopId: string
  headers: Record<string, string>[]
  /** Exports follow each other for so long. */
  exportForMs: number
}

/** What was done, in milliseconds: until the document was there (p95), until it was pasted, for both files. */
export interface VisitDone {
  type: 'done'
  ms: number
}

const JOIN_WITHIN_MS = 2_000
const PASTED_CARDS = 600
/** So many more, and the log is too long. */
const LAST_CARDS = 20
/** A document answer is far larger than anything else a newcomer gets. */
const DOCUMENT_BYTES = 100_000

interface Visit {
  act: () => Promise<number>
  leave: () => void
}

const nobody: Visit['leave'] = () => undefined

const visits: Record<VisitOrder['act'], (order: VisitOrder) => Promise<Visit>> = {
  join: (order) => {
    const sockets: RawSocket[] = []
    const leave = () => sockets.forEach((socket) => socket.close())
    return Promise.resolve({ act: () => join(order, sockets), leave })
  },
  compact: (order) => pasteVisit(order, LAST_CARDS),
  export: (order) => Promise.resolve({ act: () => exportForAWhile(order), leave: nobody }),
  paste: (order) => pasteVisit(order, PASTED_CARDS),
}

async function pasteVisit(order: VisitOrder, cards: number): Promise<Visit> {
  const [socket] = await enter(order, order.headers[0]!)
  return { act: () => paste(order, socket, cards), leave: () => socket.close() }
}

async function join(order: VisitOrder, sockets: RawSocket[]): Promise<number> {
  const entering = order.headers.map(async (headers, n) => {
    await new Promise((resolve) => setTimeout(resolve, (n * JOIN_WITHIN_MS) / order.headers.length))
    const [socket, ms] = await enter(order, headers)
    sockets.push(socket)
    return ms
  })
  return percentile(await Promise.all(entering), 95)
}

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

/** Until the server's merged update, the paste in it, comes back. */
async function paste(order: VisitOrder, socket: RawSocket, cards: number): Promise<number> {
  const doc = new Y.Doc()
  addNotes(doc, cards)
  const update = Y.encodeStateAsUpdate(doc)
  const startedAt = performance.now()
  const receivedBefore = socket.receivedBytes
  socket.send(wires.werkraum.update(order.room, update))
  while (socket.receivedBytes - receivedBefore < update.length) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - startedAt
}

/** One export after the other; answers how long the first took. */
async function exportForAWhile(order: VisitOrder): Promise<number> {
  const startedAt = performance.now()
  await exportOnce(order)
  const tookMs = performance.now() - startedAt
  while (performance.now() - startedAt < order.exportForMs) await exportOnce(order)
  return tookMs
}

async function exportOnce(order: VisitOrder): Promise<void> {
  for (const format of ['xlsx', 'json']) {
    const url = `http://127.0.0.1:${order.port}/api/workshops/${order.workshopId}/export?format=${format}`
    const response = await fetch(url, { headers: { cookie: order.headers[0]!.Cookie! } })
    if (!response.ok) throw new Error(`export answered ${response.status}`)
    await response.arrayBuffer()
  }
}

let visit: Visit | null = null

async function receive(message: VisitOrder | 'begin'): Promise<void> {
  if (message !== 'begin') {
    visit = await visits[message.act](message)
    process.send!({ type: 'ready' })
    return
  }
  const ms = await visit!.act()
  visit!.leave()
  process.send!({ type: 'done', ms } satisfies VisitDone)
}

process.on('message', (message: VisitOrder | 'begin') => {
  receive(message).catch((error: unknown) => process.send!({ type: 'failed', reason: String(error) }))
})
process.send!({ type: 'started' })
