import { describe, expect, test } from 'vitest'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { admitUpdate } from '#server/rooms/admission.ts'
import { ClientBindings } from '#server/rooms/client-bindings.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

const me = newId<MemberId>()
const [FIRST, SECOND] = [20, 21]
const IN_ROOT_UNDER_KEY = 0x20 | 4
const BETWEEN = 0x80 | 0x40 | 4

type Id = readonly [client: number, clock: number]

/** Structs of one client, each written by hand. */
function written(
  client: number,
  clock: number,
  structs: ((encoder: encoding.Encoder) => void)[],
): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, structs.length, client, clock]) encoding.writeVarUint(encoder, number)
    for (const struct of structs) struct(encoder)
    encoding.writeVarUint(encoder, 0)
  })
}

/** Letters that say between which they stand. */
const letters = (words: string, ...neighbours: readonly [Id, Id]) => {
  return (encoder: encoding.Encoder) => {
    encoding.writeUint8(encoder, BETWEEN)
    for (const number of neighbours.flat()) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, words)
  }
}

/** A card with two texts, and the place of each text's first letter. */
function twoTexts(client = 5): { doc: Y.Doc; text: Y.Text; first: Id; other: Id } {
  const doc = new Y.Doc()
  doc.clientID = client
  const card = new Y.Map<unknown>()
  rootsOf(doc).artefacts.set('a', card)
  const [text, second] = [new Y.Text('0123456789'), new Y.Text('abcdefghij')]
  card.set('f.text', text)
  card.set('f.other', second)
  const startOf = ({ _start }: Y.Text): Id => [client, _start!.id.clock]
  return { doc, text, first: startOf(text), other: startOf(second) }
}

const at = ([client, clock]: Id, by: number): Id => [client, clock + by]
const admit = (update: Uint8Array, doc: Y.Doc) => admitUpdate(update, doc, me, new ClientBindings(new Map()))

describe('S8 where new letters stand', () => {
  test('S8 those that stand before what lies left of them are refused: replicas would differ for good', () => {
    const { doc, first, other } = twoTexts()
    for (const [origin, right] of [
      [at(first, 5), at(first, 2)],
      [at(first, 5), at(first, 5)],
      [at(first, 5), at(other, 3)],
    ] as const)
      expect(admit(written(9, 0, [letters('x', origin, right)]), doc)).toEqual({
        ok: false,
        refusal: 'update_malformed',
      })
    expect(admit(written(9, 0, [letters('x', at(first, 4), at(first, 5))]), doc)).toMatchObject({ ok: true })
  })

  test('S8 what goes on where something known ends stands behind it, whatever it says of its beginning', () => {
    const { doc, text } = twoTexts()
    const writer = new Y.Doc()
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc))
    writer.clientID = 9
    const known = Y.encodeStateVector(writer)
    ;(rootsOf(writer).artefacts.get('a')!.get('f.text') as Y.Text).insert(0, 'mine')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer, known))
    const lie = written(9, 0, [
      (encoder) => {
        encoding.writeUint8(encoder, IN_ROOT_UNDER_KEY)
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarString(encoder, 'meta')
        encoding.writeVarString(encoder, 'schema')
        encoding.writeVarString(encoder, 'mine and more')
      },
    ])
    const bindings = new ClientBindings(new Map([[9, me]]))
    const answer = admitUpdate(lie, doc, me, bindings)
    if (!answer.ok) throw new Error(answer.refusal)
    const beside = new Y.Doc()
    rootsOf(beside)
    for (const replica of [doc, beside]) {
      if (replica === beside) Y.applyUpdate(beside, Y.encodeStateAsUpdate(doc))
      else Y.applyUpdate(doc, answer.value.update)
      expect(rootsOf(replica).meta.size).toBe(0)
    }
    expect(text.toString()).toBe('mine and more0123456789')
  })

  test('S8 nothing that people write is taken for it, in whatever order it comes together', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = seededRandom(seed)
      const server = twoTexts().doc
      const people = [11, 12, 13, 14].map((client) => {
        const doc = new Y.Doc()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
        doc.clientID = client
        return doc
      })
      for (let step = 0; step < 120; step++) {
        const doc = random.pick(people)
        const text = rootsOf(doc)
          .artefacts.get('a')!
          .get(random.pick(['f.text', 'f.other'])) as Y.Text
        if (random.chance(0.2) && text.length > 3) text.delete(random.below(text.length - 2), 2)
        else text.insert(random.below(text.length + 1), random.pick(['x', 'yz', '?!.']))
        if (random.chance(0.2)) rootsOf(doc).artefacts.get('a')!.set('f.neu', step)
        if (!random.chance(0.1)) continue
        const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
        const bindings = new ClientBindings(new Map(people.map(({ clientID }) => [clientID, me])))
        const answer = admitUpdate(update, server, me, bindings)
        expect(answer, `seed ${seed}, step ${step}`).toMatchObject({ ok: true })
        Y.applyUpdate(server, update)
        if (random.chance(0.7)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
      }
    }
  })
})

describe('S25 how far Yjs has to look for a place', () => {
  const LENGTH = 18_000

  /** A text whose letters are of two people in turn, so that each is a piece of its own. */
  function pieces(): Y.Doc {
    const { doc } = twoTexts()
    const text = rootsOf(doc).artefacts.get('a')!.get('f.text') as Y.Text
    const parent = text._item!.id
    const own = (client: number) =>
      Array.from({ length: LENGTH / 2 }, (_, i) => (encoder: encoding.Encoder) => {
        const isFirst = client === FIRST && i === 0
        encoding.writeUint8(encoder, isFirst ? 4 : 0x80 | 4)
        if (isFirst) encoding.writeVarUint(encoder, 0)
        const before = client === SECOND ? [FIRST, i] : [SECOND, i - 1]
        for (const number of isFirst ? [parent.client, parent.clock] : before)
          encoding.writeVarUint(encoder, number)
        encoding.writeVarString(encoder, 'a')
      })
    Y.applyUpdate(doc, Y.mergeUpdates([written(FIRST, 0, own(FIRST)), written(SECOND, 0, own(SECOND))]))
    return doc
  }

  test('S25 an update that asks for long walks is refused before Yjs takes the first', (context) => {
    const doc = pieces()
    const text = rootsOf(doc).artefacts.get('a')!.get('f.text') as Y.Text
    expect(text.length).toBe(LENGTH + 10)
    const update = written(
      22,
      0,
      Array.from({ length: 900 }, () => (encoder: encoding.Encoder) => {
        encoding.writeUint8(encoder, 0x80 | 4)
        for (const number of [FIRST, 0]) encoding.writeVarUint(encoder, number)
        encoding.writeVarString(encoder, 'b')
      }),
    )
    const startedAt = performance.now()
    expect(admit(update, doc)).toEqual({ ok: false, refusal: 'update_too_large' })
    const tookMs = performance.now() - startedAt
    const kB = (update.length / 1024).toFixed(0)
    tellFigure(
      context,
      `${kB} kB for places far apart: refused after ${tookMs.toFixed(0)} ms (were more than 50 s)`,
    )
  })

  test('S25 one letter at the start of such a text is taken', () => {
    const doc = pieces()
    const before = Y.encodeStateVector(doc)
    const writer = new Y.Doc()
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc))
    ;(rootsOf(writer).artefacts.get('a')!.get('f.text') as Y.Text).insert(1, 'b')
    expect(admit(Y.encodeStateAsUpdate(writer, before), doc)).toMatchObject({ ok: true })
  })
})
