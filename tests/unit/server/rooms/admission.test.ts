import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { admitUpdate } from '#server/rooms/admission.ts'
import { ClientBindings } from '#server/rooms/client-bindings.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

const me = newId<MemberId>()
const somebodyElse = newId<MemberId>()

/** A document's changes as single updates. */
function recorded(doc: Y.Doc, change: () => void): Uint8Array[] {
  const updates: Uint8Array[] = []
  const record = (update: Uint8Array) => updates.push(update)
  doc.on('update', record)
  change()
  doc.off('update', record)
  return updates
}

function board(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap('board')
}

const isClean = ({ store }: Y.Doc) => store.pendingStructs === null && store.pendingDs === null

describe('admitting an update', () => {
  test('a first change claims its client id for the sender', () => {
    const doc = new Y.Doc()
    board(doc).set('a', new Y.Map())
    const answer = admitUpdate(Y.encodeStateAsUpdate(doc), new Y.Doc(), me, new ClientBindings(new Map()))
    expect(answer).toMatchObject({ ok: true, value: { changesNothing: false, newClients: [doc.clientID] } })
  })

  test('S8 new structs under another member’s client id are refused', () => {
    const doc = new Y.Doc()
    board(doc).set('a', new Y.Map())
    const bindings = new ClientBindings(new Map([[doc.clientID, somebodyElse]]))
    const answer = admitUpdate(Y.encodeStateAsUpdate(doc), new Y.Doc(), me, bindings)
    expect(answer).toEqual({ ok: false, refusal: 'update_foreign_client' })
  })

  test('S8 an id that has written before but belongs to nobody cannot be claimed', () => {
    const victim = new Y.Doc()
    board(victim).set('a', new Y.Map())
    const server = new Y.Doc()
    Y.applyUpdate(server, Y.encodeStateAsUpdate(victim))
    const [forged] = recorded(victim, () => board(victim).set('b', new Y.Map()))
    const answer = admitUpdate(forged!, server, me, new ClientBindings(new Map()))
    expect(answer).toEqual({ ok: false, refusal: 'update_foreign_client' })
  })

  test('what the document knows already is welcome from anybody and changes nothing', () => {
    const author = new Y.Doc()
    board(author).set('a', new Y.Map([['x', 1]]))
    board(author).delete('a')
    const server = new Y.Doc()
    Y.applyUpdate(server, Y.encodeStateAsUpdate(author))
    const bindings = new ClientBindings(new Map([[author.clientID, somebodyElse]]))
    const answer = admitUpdate(Y.encodeStateAsUpdate(author), server, me, bindings)
    expect(answer).toMatchObject({ ok: true, value: { changesNothing: true, newClients: [] } })
  })

  test('S5 an update whose dependencies are missing is refused and leaves nothing pending', () => {
    const doc = new Y.Doc()
    const [first, second] = recorded(doc, () => {
      board(doc).set('a', new Y.Map())
      board(doc).get('a')!.set('x', 1)
    })
    const server = new Y.Doc()
    const bindings = new ClientBindings(new Map())
    expect(admitUpdate(second!, server, me, bindings)).toEqual({ ok: false, refusal: 'update_incomplete' })
    expect(admitUpdate(first!, server, me, bindings)).toMatchObject({ ok: true })
  })

  test('S5 deletions of what does not exist are refused', () => {
    const doc = new Y.Doc()
    board(doc).set('a', new Y.Map())
    const [deletion] = recorded(doc, () => board(doc).delete('a'))
    const answer = admitUpdate(deletion!, new Y.Doc(), me, new ClientBindings(new Map()))
    expect(answer).toEqual({ ok: false, refusal: 'update_incomplete' })
  })

  test('an update that depends on another of its own clients is admitted in whatever order they stand', () => {
    const [low, high] = [new Y.Doc(), new Y.Doc()]
    low.clientID = 1
    high.clientID = 2
    board(low).set('a', new Y.Map())
    Y.applyUpdate(high, Y.encodeStateAsUpdate(low))
    board(high).get('a')!.set('x', 1)
    Y.applyUpdate(low, Y.encodeStateAsUpdate(high))
    board(low).get('a')!.set('x', 2)
    const answer = admitUpdate(Y.encodeStateAsUpdate(low), new Y.Doc(), me, new ClientBindings(new Map()))
    expect(answer).toMatchObject({ ok: true, value: { changesNothing: false, newClients: [2, 1] } })
  })

  test('deleting more at once than anybody does by hand is refused', () => {
    const doc = new Y.Doc()
    const text = new Y.Text('x'.repeat(limits.maxDeletedItemsPerUpdate + 1))
    board(doc).set('a', new Y.Map([['t', text]]))
    const server = new Y.Doc()
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc))
    const [wipe] = recorded(doc, () => text.delete(0, text.length))
    const bindings = new ClientBindings(new Map([[doc.clientID, me]]))
    expect(admitUpdate(wipe!, server, me, bindings)).toEqual({ ok: false, refusal: 'update_too_large' })
    Y.applyUpdate(server, wipe!)
    expect(admitUpdate(wipe!, server, me, bindings)).toMatchObject({
      ok: true,
      value: { changesNothing: true },
    })
  })

  test('S1 what is admitted of randomly changed updates is applied without error and without a rest', () => {
    const random = seededRandom(11)
    const author = new Y.Doc()
    const updates = recorded(author, () => {
      for (let i = 0; i < 120; i++) {
        const key = `k${random.below(5)}`
        const entry = board(author).get(key)
        if (!entry || random.chance(0.1)) board(author).set(key, new Y.Map([['t', new Y.Text('Wort')]]))
        else if (random.chance(0.3)) entry.set('xy', [random.below(100), i])
        else (entry.get('t') as Y.Text).insert(0, 'ä')
      }
    })
    const states = updates.map((_, at) => Y.mergeUpdates([new Uint8Array([0, 0]), ...updates.slice(0, at)]))
    let admitted = 0
    for (let i = 0; i < 5_000; i++) {
      const at = random.below(updates.length)
      const known = random.chance(0.8) ? at : random.below(updates.length)
      const server = new Y.Doc()
      Y.applyUpdate(server, states[known]!)
      const update = updates[at]!.slice()
      for (let n = random.below(3); n >= 0; n--) update[random.below(update.length)] = random.below(256)
      const bindings = new ClientBindings(new Map([[author.clientID, me]]))
      const answer = admitUpdate(update, server, me, bindings)
      if (!answer.ok) continue
      admitted++
      try {
        Y.applyUpdate(server, update)
      } catch (error) {
        throw new Error(`admitted update ${[...update].join(' ')} after ${known} of ${at} breaks Yjs`, {
          cause: error,
        })
      }
      expect(isClean(server), `nothing pending after ${[...update].join(' ')}`).toBe(true)
    }
    expect(admitted).toBeGreaterThan(100)
  })
})
