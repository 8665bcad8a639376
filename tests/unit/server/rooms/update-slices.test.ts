import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { slicesOf } from '#server/rooms/update-slices.ts'
import { readInTurns } from '#server/rooms/reading-in-turns.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

/** Several people who write into, beside and over what others wrote, so that everybody's structs need others'. */
function meeting(seed: number): Uint8Array {
  const random = seededRandom(seed)
  const docs = Array.from({ length: 4 }, () => new Y.Doc())
  for (let n = 0; n < 300; n++) {
    const doc = docs[random.below(docs.length)]!
    const board = doc.getMap<Y.Map<unknown>>('board')
    const id = `shape:${random.below(20)}`
    const record = board.get(id)
    if (!record) board.set(id, new Y.Map([['text', new Y.Text('a')]]))
    else if (random.chance(0.1)) board.delete(id)
    else if (random.chance(0.5)) record.set('xy', [n, n])
    else (record.get('text') as Y.Text).insert(0, `${n} `)
    if (random.chance(0.3)) Y.applyUpdate(docs[random.below(docs.length)]!, Y.encodeStateAsUpdate(doc))
  }
  for (const doc of docs) Y.applyUpdate(docs[0]!, Y.encodeStateAsUpdate(doc))
  return Y.encodeStateAsUpdate(docs[0]!)
}

function contentOf(updates: Iterable<Uint8Array>, wait?: (doc: Y.Doc) => void): unknown {
  const doc = new Y.Doc()
  for (const update of updates) {
    Y.applyUpdate(doc, update)
    wait?.(doc)
  }
  return { board: doc.getMap('board').toJSON(), state: Y.encodeStateVector(doc) }
}

describe('a big update in slices', () => {
  it('builds the same document, and no slice ever waits for a later one', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const update = meeting(seed)
      const slices = [...slicesOf(update, 200)]
      expect(slices.length).toBeGreaterThan(5)
      const nothingWaits = ({ store }: Y.Doc) => {
        expect(store.pendingStructs).toBeNull()
        expect(store.pendingDs).toBeNull()
      }
      expect(contentOf(slices, nothingWaits), `seed ${seed}`).toEqual(contentOf([update]))
    }
  })

  it('holds not much more than was asked for in each', () => {
    const update = meeting(1)
    const longest = Math.max(...Array.from(slicesOf(update, 1_000), ({ length }) => length))
    expect(longest).toBeLessThan(2_000)
  })

  it('stays whole when it is small, broken, or needs what is missing', () => {
    const update = meeting(1)
    const cut = update.subarray(0, update.length - 1)
    const doc = new Y.Doc()
    doc.getMap('board').set('a', 'x'.repeat(100))
    const before = Y.encodeStateVector(doc)
    doc.getMap('board').set('b', 'x'.repeat(100))
    const later = Y.encodeStateAsUpdate(doc, before)
    expect([...slicesOf(update, update.length)]).toEqual([update])
    expect([...slicesOf(cut, 100)]).toEqual([cut])
    expect(contentOf([...slicesOf(later, 10), Y.encodeStateAsUpdate(doc)])).toEqual(
      contentOf([Y.encodeStateAsUpdate(doc)]),
    )
  })
})

describe('a stored document that is read in turns', () => {
  it('is complete in the end, and others have had turns meanwhile', async () => {
    const big = new Y.Doc()
    for (let n = 0; n < 2_000; n++) big.getMap('board').set(`shape:${n}`, 'x'.repeat(100))
    let turns = 0
    let running = true
    const others = () => {
      turns++
      if (running) setImmediate(others)
    }
    setImmediate(others)
    const doc = new Y.Doc()
    await readInTurns([Y.encodeStateAsUpdate(big)], doc)
    running = false
    expect(doc.getMap('board').toJSON()).toEqual(big.getMap('board').toJSON())
    expect(turns).toBeGreaterThan(2)
  })

  it('is refused when a part of it is missing', async () => {
    const doc = new Y.Doc()
    doc.getMap('board').set('a', 1)
    const before = Y.encodeStateVector(doc)
    doc.getMap('board').set('a', 2)
    await expect(readInTurns([Y.encodeStateAsUpdate(doc, before)], new Y.Doc())).rejects.toThrow('incomplete')
  })
})
