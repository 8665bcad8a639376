import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { scanUpdate } from '#server/rooms/update-scan.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

/** What Yjs itself reads in an update, in the scanner's terms. */
function asYjsReads(update: Uint8Array) {
  const { structs, ds } = Y.decodeUpdate(update)
  const ends = new Map<number, number>()
  for (const { id, length } of structs) ends.set(id.client, id.clock + length)
  const deletes = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.flatMap(({ clock, len }) => [client, clock, len]),
  )
  return { ends, deletes, structs: structs.length }
}

function expectSameReading(update: Uint8Array): void {
  const scan = scanUpdate(update)
  const yjs = asYjsReads(update)
  expect(scan).not.toBeNull()
  expect(new Map(scan!.runs.map(({ client, end }) => [client, end]))).toEqual(yjs.ends)
  expect(scan!.deletes).toEqual(yjs.deletes)
  expect(scan!.runs.reduce((sum, { clocks }) => sum + clocks.length, 0)).toBe(yjs.structs)
}

/** Every kind of change our documents see, by several clients. */
function busyUpdates(seed: number, count: number): Uint8Array[] {
  const random = seededRandom(seed)
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'sync') return
      updates.push(update)
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'sync')
    })
  }
  for (let i = 0; i < count; i++) {
    const doc = docs[random.below(docs.length)]!
    const board = doc.getMap<Y.Map<unknown>>('board')
    const key = `k${random.below(6)}`
    doc.transact(() => {
      const entry = board.get(key)
      if (!entry || random.below(10) === 0) {
        board.set(key, new Y.Map<unknown>([['t', new Y.Text('Größe 👍')]]))
      } else if (random.below(2) === 0) {
        entry.set('xy', [random.below(9_999) / 7, -random.below(99), null, true, { a: ['ä', undefined] }])
      } else {
        const text = entry.get('t') as Y.Text
        text.insert(random.below(text.length + 1), 'ü😀')
        if (text.length > 4) text.delete(random.below(3), 2)
      }
    })
  }
  return updates
}

const CHANGED_UPDATES = isLong ? 100_000 : 20_000

describe('scanning an update without applying it', () => {
  test('reads what Yjs reads, change by change, merged and as a whole document', () => {
    for (const seed of [1, 2, 3]) {
      const updates = busyUpdates(seed, 200)
      const doc = new Y.Doc()
      for (const update of updates) {
        expectSameReading(update)
        Y.applyUpdate(doc, update)
      }
      expectSameReading(Y.mergeUpdates(updates))
      expectSameReading(Y.encodeStateAsUpdate(doc))
    }
  })

  test('S2 an update cut at any byte is malformed, though Yjs would apply its beginning', (context) => {
    const [update] = [Y.mergeUpdates(busyUpdates(4, 30))]
    for (let end = 0; end < update.length; end++) expect(scanUpdate(update.subarray(0, end))).toBeNull()
    expect(scanUpdate(update)).not.toBeNull()
    tellFigure(context, `${update.length} of ${update.length} cuts malformed`)
  })

  test('S6 bytes behind the end make an update malformed', () => {
    const [update] = busyUpdates(5, 1)
    expect(scanUpdate(new Uint8Array([...update!, 0]))).toBeNull()
  })

  test(
    'S1 whatever is accepted of randomly changed bytes, Yjs reads to the end',
    { timeout: 120_000 },
    (context) => {
      const random = seededRandom(6)
      const updates = busyUpdates(7, 100)
      let accepted = 0
      for (let i = 0; i < CHANGED_UPDATES; i++) {
        const update = updates[random.below(updates.length)]!.slice()
        for (let n = random.below(3); n >= 0; n--) update[random.below(update.length)] = random.below(256)
        if (!scanUpdate(update)) continue
        accepted++
        expect(() => Y.decodeUpdate(update)).not.toThrow()
      }
      expect(accepted).toBeGreaterThan(100)
      tellFigure(
        context,
        `${CHANGED_UPDATES} changed updates, ${accepted} still well-formed, all of them readable`,
      )
    },
  )

  test('S10 values that reach for the prototype, nest too deep or are no plain data are malformed', () => {
    const setting = (value: unknown, key = 'x') => {
      const doc = new Y.Doc()
      doc.getMap('board').set(key, value)
      return scanUpdate(Y.encodeStateAsUpdate(doc))
    }
    let deep: unknown = 1
    for (let i = 0; i < 1_000; i++) deep = [deep]
    expect(setting({ fine: [1, { also: 'fine' }] })).not.toBeNull()
    expect(setting(deep)).toBeNull()
    expect(setting(JSON.parse('{"__proto__":{"admin":true}}'))).toBeNull()
    expect(setting(1, '__proto__')).toBeNull()
    expect(setting(1, 'p.__proto__')).toBeNull()
    expect(setting({ toString: 1 })).toBeNull()
    expect(setting({ inside: [{ valueOf: 1 }] })).toBeNull()
    expect(setting(10n)).toBeNull()
    expect(setting(new Uint8Array([1]))).toBeNull()
    expect(setting(new Y.Doc())).toBeNull()
    expect(setting(new Y.XmlElement('script'))).toBeNull()
  })

  test('a value nested 100,000 deep is refused without using up the stack', () => {
    const update = encoding.encode((encoder) => {
      for (const number of [1, 1, 7, 0]) encoding.writeVarUint(encoder, number)
      encoding.writeUint8(encoder, 8 | 0x20)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'board')
      encoding.writeVarString(encoder, 'x')
      encoding.writeVarUint(encoder, 1)
      for (let i = 0; i < 100_000; i++) encoding.writeUint8Array(encoder, new Uint8Array([117, 1]))
      encoding.writeUint8(encoder, 126)
      encoding.writeVarUint(encoder, 0)
    })
    expect(scanUpdate(update)).toBeNull()
  })

  test('a root that is not ours is malformed', () => {
    const doc = new Y.Doc()
    doc.getMap('elsewhere').set('x', 1)
    expect(scanUpdate(Y.encodeStateAsUpdate(doc))).toBeNull()
  })

  test('an update without content is empty', () => {
    expect(scanUpdate(Y.encodeStateAsUpdate(new Y.Doc()))).toMatchObject({ isEmpty: true })
  })
})
