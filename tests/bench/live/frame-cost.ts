import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer } from 'ws'
import { Bundle } from '#server/rooms/bundle.ts'
import { openRawSocket, type RawSocket } from './websocket-client.ts'
import { GENERATOR_CORE, nextMessage, SERVER_CORE, startScript, stop } from './processes.ts'

/**
 * The physical limit: what one websocket frame out and one frame in cost on this Node and machine, with nothing else
 * done: written ready-made past `ws` and read through it, as Werkraum does, once the compiler has settled. A server
 * that sends `out` and receives `in` frames per person and second cannot cost much less than their sum.
 */
export interface FrameCost {
  outMicros: number
  inMicros: number
}

/** As many as a busy server writes to in one go: the fewer there are, the more often the other side has to be woken. */
const SOCKETS = 1_600
const CONNECTED_AT_ONCE = 50
const OUT_BYTES = 300
const IN_BYTES = 60
const SECONDS = 5
const TIMES = 2
const ROUNDS_PER_SECOND = 15

export async function measureFrameCost(): Promise<FrameCost> {
  const self = new URL(import.meta.url)
  const server = startScript(SERVER_CORE, self, { FRAME_COST: 'server' })
  const client = startScript(GENERATOR_CORE, self, { FRAME_COST: 'client' })
  try {
    const { port } = await nextMessage<{ type: 'listening'; port: number }>(server, 'listening')
    const connected = nextMessage(client, 'connected')
    client.send({ type: 'connect', port })
    await connected
    const outMicros = await costOf(server, () => server.send('send'))
    const inMicros = await costOf(server, () => client.send({ type: 'send' }))
    return { outMicros, inMicros }
  } finally {
    await Promise.all([stop(server), stop(client)])
  }
}

/** Microseconds a frame, of the last time. */
async function costOf(server: ChildProcess, begin: () => void): Promise<number> {
  let spentMs = 0
  for (let time = 0; time < TIMES; time++) {
    const before = await cpu(server)
    begin()
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000 + 500))
    spentMs = (await cpu(server)) - before
  }
  return (spentMs * 1000) / (SOCKETS * ROUNDS_PER_SECOND * SECONDS)
}

async function cpu(server: ChildProcess): Promise<number> {
  const answer = nextMessage<{ type: 'cpu'; ms: number }>(server, 'cpu')
  server.send('cpu')
  return (await answer).ms
}

function everyRound(act: () => void): void {
  let left = SECONDS * ROUNDS_PER_SECOND
  const timer = setInterval(() => {
    act()
    if (--left === 0) clearInterval(timer)
  }, 1000 / ROUNDS_PER_SECOND)
}

function serve(): void {
  const http = createServer()
  const sockets: Socket[] = []
  new WebSocketServer({ server: http, perMessageDeflate: false }).on(
    'connection',
    (websocket, { socket }) => {
      websocket.on('message', () => undefined)
      sockets.push(socket)
    },
  )
  http.listen(0, '127.0.0.1', () => {
    process.send!({ type: 'listening', port: (http.address() as { port: number }).port })
  })
  const { wire } = new Bundle([new Uint8Array(OUT_BYTES).fill(7)])
  process.on('message', (message) => {
    if (message === 'cpu') {
      const { user, system } = process.cpuUsage()
      process.send!({ type: 'cpu', ms: (user + system) / 1000 })
    } else everyRound(() => sockets.forEach((socket) => socket.write(wire)))
  })
}

function connect(): void {
  let sockets: RawSocket[] = []
  const payload = new Uint8Array(IN_BYTES).fill(7)
  process.on('message', (message: { type: 'connect' | 'send'; port: number }) => {
    if (message.type === 'send') return everyRound(() => sockets.forEach((socket) => socket.send(payload)))
    connectAll(message.port).then(
      (opened) => {
        sockets = opened
        process.send!({ type: 'connected' })
      },
      (error: unknown) => process.send!({ type: 'failed', reason: String(error) }),
    )
  })
}

async function connectAll(port: number): Promise<RawSocket[]> {
  const opened: RawSocket[] = []
  const open = () => openRawSocket({ port, path: '/', onClose: () => undefined })
  while (opened.length < SOCKETS)
    opened.push(...(await Promise.all(Array.from({ length: CONNECTED_AT_ONCE }, open))))
  return opened
}

if (process.env.FRAME_COST === 'server') serve()
if (process.env.FRAME_COST === 'client') connect()
