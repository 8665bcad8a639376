import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { NarrowTransactions } from '#server/rooms/narrow-transaction.ts'
import { seededRandom, type Random } from '#tests/support/seeded-random.ts'

const WRITERS = 4
const CHANGES = 150

/** Replicas that write into shared maps and texts, and now and then learn what the others wrote. */
class Writers {
  readonly #docs = Array.from({ length: WRITERS }, () => new Y.Doc())
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  change(): { update: Uint8Array; client: number } {
    const doc = this.#random.pick(this.#docs)
    const learned = this.#random.pick(this.#docs)
    if (this.#random.chance(0.3)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(learned, Y.encodeStateVector(doc)))
    const before = Y.encodeStateVector(doc)
    doc.transact(() => this.#write(doc.getMap('cards')))
    return { update: Y.encodeStateAsUpdate(doc, before), client: doc.clientID }
  }

  #write(cards: Y.Map<unknown>): void {
    const id = `card ${this.#random.below(5)}`
    const card = cards.get(id)
    if (!(card instanceof Y.Map) || this.#random.chance(0.1)) cards.set(id, newCard())
    else if (this.#random.chance(0.1)) cards.delete(id)
    else if (this.#random.chance(0.5)) card.set('x', this.#random.below(1_000))
    else writeText(card.get('text') as Y.Text, this.#random)
  }
}

function newCard(): Y.Map<unknown> {
  const card = new Y.Map<unknown>()
  card.set('text', new Y.Text('Antrag'))
  return card
}

function writeText(text: Y.Text, random: Random): void {
  if (text.length > 3 && random.chance(0.4)) text.delete(random.below(text.length - 2), 2)
  else text.insert(random.below(text.length + 1), 'auf Papier')
}

/** What a document tells about each change: the update it sends on, and which entries changed. */
function listen(doc: Y.Doc): string[] {
  const told: string[] = []
  doc.on('update', (update: Uint8Array) => told.push(Buffer.from(update).toString('hex')))
  doc.getMap('cards').observeDeep((events) => {
    told.push(JSON.stringify(events.map(({ path, changes }) => [path, [...changes.keys].sort()])))
  })
  return told
}

describe('a transaction narrowed to its writers', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('does and tells the same as any other (seed %i)', (seed) => {
    const writers = new Writers(seededRandom(seed))
    const [plain, narrow] = [new Y.Doc(), new Y.Doc()]
    narrow.clientID = plain.clientID
    const transactions = new NarrowTransactions(narrow)
    const [toldPlain, toldNarrow] = [listen(plain), listen(narrow)]
    for (let n = 0; n < CHANGES; n++) {
      const { update, client } = writers.change()
      const correct = (doc: Y.Doc) => n % 10 === 0 && doc.getMap('cards').set('corrected', n)
      plain.transact((transaction) => {
        Y.applyUpdate(plain, update)
        transaction.local = true
        correct(plain)
      })
      transactions.run([client], (transaction) => {
        Y.applyUpdate(narrow, update)
        transaction.local = true
        correct(narrow)
      })
    }
    expect(toldNarrow).toEqual(toldPlain)
    expect(toldNarrow.length).toBeGreaterThan(CHANGES)
    expect(Y.encodeStateAsUpdate(narrow)).toEqual(Y.encodeStateAsUpdate(plain))
  })

  test('shows everybody again once it is over, also when it failed', () => {
    const doc = new Y.Doc()
    const transactions = new NarrowTransactions(doc)
    const other = new Y.Doc()
    other.getMap('cards').set('a', 1)
    transactions.run([other.clientID], () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other)))
    const fail = () => transactions.run([], () => doc.getMap('cards').get('a') && crash())
    expect(fail).toThrow('on purpose')
    expect(Y.decodeStateVector(Y.encodeStateVector(doc))).toEqual(new Map([[other.clientID, 1]]))
  })
})

function crash(): never {
  throw new Error('on purpose')
}
