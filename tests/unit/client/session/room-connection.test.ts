import { setImmediate as oneTurn } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RoomConnection, type ConnectionEvents } from '#client/session/room-connection.ts'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { errorCatalogue, type ErrorCode } from '#shared/errors/catalogue.ts'
import { facilitationFrame } from '#shared/protocol/facilitation-frame.ts'
import { deflatedFrame, syncFrame } from '#shared/protocol/frames.ts'
import { protocolVersion } from '#shared/protocol/wire.ts'
import { tellFigure } from '#tests/support/figures.ts'

/** What the far end of every line does in this test. */
let farEnd: { opens: boolean; answers: boolean }
let sockets: ScriptedSocket[]

class ScriptedSocket extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly OPEN = 1
  readyState = 0
  readonly openedAt = Date.now()
  onopen: (() => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null

  readonly url: string

  constructor(url: string) {
    super()
    this.url = url
    sockets.push(this)
    if (farEnd.opens) setTimeout(() => this.open(), 5)
  }

  sent = 0

  send(): void {
    this.sent++
    if (farEnd.answers)
      setTimeout(() => this.say(facilitationFrame({ type: 'clock', sentAt: 0, serverTime: 0 })), 5)
  }

  close(): void {
    this.readyState = 3
  }

  say(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes })
  }

  end(code: number): void {
    this.readyState = 3
    this.onclose?.({ code, reason: '' })
  }

  private open(): void {
    this.readyState = 1
    this.onopen?.()
    if (farEnd.answers) this.say(syncFrame('step2', Y.encodeStateAsUpdate(new Y.Doc())))
  }
}

let happened: string[]
let heard: number
let connection: RoomConnection
let awareness: Awareness

function connect(random: () => number = () => 0.5): void {
  const doc = new Y.Doc()
  awareness = new Awareness(doc)
  const events: ConnectionEvents = {
    onSynced: () => void happened.push('synced'),
    onHeard: () => void heard++,
    onLost: () => void happened.push('lost'),
    onEnded: (code: ErrorCode) => void happened.push(`ended ${code}`),
    onMessage: () => undefined,
    onAck: () => undefined,
    onDocumentFrame: () => undefined,
  }
  connection = new RoomConnection(
    {
      doc,
      awareness,
      place: newId<GroupId>(),
      generation: 3,
      syncUrl: 'ws://server.test/sync',
      socketClass: ScriptedSocket as unknown as typeof WebSocket,
      random,
    },
    events,
  )
  connection.connect()
}

beforeEach(() => {
  vi.useFakeTimers()
  farEnd = { opens: true, answers: true }
  sockets = []
  happened = []
  heard = 0
})
afterEach(() => {
  connection.destroy()
  awareness.destroy()
  // The provider has planned its next attempt before it notices that there will be none.
  const before = sockets.length
  vi.advanceTimersByTime(20_000)
  expect(sockets.length, 'nobody connects any more').toBe(before)
  expect(vi.getTimerCount(), 'no timer outlives the connection').toBe(0)
  vi.useRealTimers()
})

describe('a silent server', () => {
  test('R3: counts as gone within 15 seconds', () => {
    connect()
    vi.advanceTimersByTime(60_000)
    expect(happened).toEqual(['synced'])
    farEnd.answers = false
    vi.advanceTimersByTime(15_000)
    expect(happened).toEqual(['synced', 'lost'])
  })

  test('that takes the line but never opens it is given up and tried anew', () => {
    farEnd.opens = false
    connect()
    vi.advanceTimersByTime(30_000)
    expect(sockets.length).toBeGreaterThan(1)
  })

  test('is not suspected while it answers, however quiet the room is', () => {
    connect()
    vi.advanceTimersByTime(600_000)
    expect(sockets).toHaveLength(1)
  })
})

test('a server that says why it ends a connection before it says anything else was heard', () => {
  farEnd.answers = false
  connect()
  vi.advanceTimersByTime(100)
  expect(heard).toBe(0)
  sockets[0]!.end(errorCatalogue.room_unavailable.close)
  expect(heard).toBe(1)
})

test('the clock is asked at once when this device slept, or somebody set its clock ahead', () => {
  connect()
  vi.advanceTimersByTime(22_000)
  vi.setSystemTime(Date.now() + 3_600_000)
  const before = sockets[0]!.sent
  vi.advanceTimersByTime(1_000)
  expect(sockets[0]!.sent).toBeGreaterThan(before)
})

describe('a big room on a slow line', () => {
  const greet = (socket: ScriptedSocket) =>
    socket.say(facilitationFrame({ type: 'clock', sentAt: 0, serverTime: 0 }))

  test('is waited for once the server was heard', () => {
    farEnd.answers = false
    connect()
    vi.advanceTimersByTime(1_000)
    greet(sockets[0]!)
    vi.advanceTimersByTime(29_000)
    sockets[0]!.say(syncFrame('step2', Y.encodeStateAsUpdate(new Y.Doc())))
    expect(happened).toEqual(['synced'])
    expect(sockets).toHaveLength(1)
  })

  test('is given more time after every attempt that was too short', () => {
    farEnd.answers = false
    connect()
    vi.advanceTimersByTime(1_000)
    greet(sockets[0]!)
    vi.advanceTimersByTime(37_000)
    expect(sockets).toHaveLength(2)
    greet(sockets[1]!)
    vi.advanceTimersByTime(59_000)
    expect(sockets).toHaveLength(2)
  })
})

describe('coming back', () => {
  test('R11: 500 people are not back in the same tenth of a second', (context) => {
    const buckets = new Map<number, number>()
    for (let n = 0; n < 500; n++) {
      connect(() => (n * 0.618_034) % 1)
      vi.advanceTimersByTime(50)
      const [first] = sockets
      const lostAt = Date.now()
      first!.end(1012)
      vi.advanceTimersByTime(5_000)
      const bucket = Math.floor((sockets[1]!.openedAt - lostAt) / 100)
      buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1)
      connection.destroy()
      awareness.destroy()
      vi.clearAllTimers()
      sockets = []
    }
    const fullest = Math.max(...buckets.values())
    expect(fullest).toBeLessThanOrEqual(50)
    tellFigure(
      context,
      `500 people: ${(fullest / 5).toFixed(1)} % of the calls in the fullest tenth of a second`,
    )
  })

  test('is not tried when the server says that it is pointless', () => {
    connect()
    vi.advanceTimersByTime(50)
    sockets[0]!.end(4410)
    vi.advanceTimersByTime(120_000)
    expect(happened).toEqual(['synced', 'lost', 'ended membership_ended'])
    expect(sockets).toHaveLength(1)
  })

  test('is tried when it was merely too slow', () => {
    connect()
    vi.advanceTimersByTime(50)
    sockets[0]!.end(4408)
    vi.advanceTimersByTime(5_000)
    expect(happened).toEqual(['synced', 'lost', 'synced'])
  })
})

test('the handshake names version, generation and Yjs client', () => {
  connect()
  const { searchParams } = new URL(sockets[0]!.url)
  expect([searchParams.get('v'), searchParams.get('gen')]).toEqual([String(protocolVersion), '3'])
  expect(Number(searchParams.get('client'))).toBe(awareness.clientID)
})

describe('a deflated document', () => {
  const document = new Y.Doc()
  document.getMap('meta').set('title', 'Freibad')
  const whole = syncFrame('step2', Y.encodeStateAsUpdate(document))
  beforeEach(() => {
    farEnd.answers = false
    connect()
    vi.advanceTimersByTime(50)
  })

  test('is read like a plain one', async () => {
    sockets[0]!.say(deflatedFrame(deflateSync(whole)))
    await vi.waitFor(() => expect(happened).toEqual(['synced']))
    expect(awareness.doc.getMap('meta').get('title')).toBe('Freibad')
  })

  test('that cannot be read is asked for once more, plain', async () => {
    expect(new URL(sockets[0]!.url).searchParams.get('deflate')).toBe('1')
    sockets[0]!.say(deflatedFrame(whole))
    await vi.waitFor(() => expect(happened).toEqual(['lost']))
    vi.advanceTimersByTime(5_000)
    expect(new URL(sockets[1]!.url).searchParams.get('deflate')).toBeNull()
  })

  test('of a connection that has ended counts no more', async () => {
    const inflating = vi.spyOn(Response.prototype, 'arrayBuffer')
    sockets[0]!.say(deflatedFrame(deflateSync(whole)))
    sockets[0]!.end(1012)
    // It was read to its end, and whoever waited for it has had a turn
    await inflating.mock.results[0]!.value
    await oneTurn()
    expect(happened).toEqual(['lost'])
  })
})
