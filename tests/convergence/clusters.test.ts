import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { canonicalContent } from '#shared/document/canonical.ts'
import { membershipsIn } from '#shared/document/containers.ts'
import { outlineOf, type OutlineCard, type OutlineFrame } from '#shared/document/outline.ts'
import { createCard, moveCard, takeOffBoard } from '#client/artefacts/card-actions.ts'
import {
  clusterAround,
  clusterCards,
  foldCluster,
  isCluster,
  mergeClusters,
  takeOutOfCluster,
} from '#client/artefacts/clusters/cluster-actions.ts'
import { DocumentSync } from '#server/rooms/document-sync.ts'
import type { Author } from '#server/rooms/author.ts'
import { isLong } from '#tests/support/figures.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { seededRandom, type Random } from '#tests/support/seeded-random.ts'

const SEEDS = isLong ? 300 : 8
const PEOPLE = 10
const CARDS = 12
const STEPS = 60

/*
 * Ten hands on the same clusters, each with a line that comes and goes: whatever they do at once, in the end all see the
 * same, every card lies in one place only, and none is lost, neither on the board nor in the list.
 */
interface Person {
  session: MemorySession
  author: Author
}

const member = (): Author => {
  const rights = { arrangePages: false, writeForOthers: false, removeComments: false, release: false }
  return { id: newId<MemberId>(), name: 'Ich', organisation: 'Stadt Ich', rights }
}

const idsOf = ({ roots }: MemorySession, wanted: 'clusters' | 'cards') =>
  [...roots.board.entries()].flatMap(([id, record]) =>
    record.get('type') === 'card' && isCluster(roots, id) === (wanted === 'clusters') ? [id] : [],
  )

const some = (random: Random, ids: readonly string[], count: number) => [
  ...new Set(Array.from({ length: count }, () => random.pick(ids))),
]

/** What one hand does; nothing where there is nothing to do it with. */
const deeds: ((session: MemorySession, random: Random) => void)[] = [
  (session, random) => void clusterCards(session, some(random, idsOf(session, 'cards'), 3)),
  (session, random) => {
    const [into, ...others] = some(random, idsOf(session, 'clusters'), 3)
    mergeClusters(session, into!, others)
  },
  (session, random) => {
    const cluster = random.pick(idsOf(session, 'clusters'))
    const inside = idsOf(session, 'cards').filter((id) => clusterAround(session.roots, id) === cluster)
    if (inside.length > 1) clusterCards(session, inside.slice(1))
  },
  (session, random) => takeOutOfCluster(session, some(random, idsOf(session, 'cards'), 2)),
  (session, random) =>
    moveCard(session, random.pick(idsOf(session, 'cards')), random.pick(idsOf(session, 'clusters'))),
  (session, random) => foldCluster(session, random.pick(idsOf(session, 'clusters')), random.below(2) === 0),
  (session, random) => void takeOffBoard(session, random.pick(idsOf(session, 'clusters'))),
  (session, random) =>
    moveCard(session, random.pick(idsOf(session, 'clusters')), random.pick(['page:one', 'page:two'])),
  (session, random) =>
    void createCard(session, { kind: 'note', parentId: random.pick(idsOf(session, 'clusters')) }),
  (session) => session.history.undo(),
]

/** Sends what this person did and fetches what all others did, as after a lost connection. */
function meetServer({ session, author }: Person, server: DocumentSync): void {
  const known = Y.encodeStateVector(server.doc)
  const answer = server.submit(Y.encodeStateAsUpdate(session.doc, known), author, null)
  expect(answer.ok).toBe(true)
  Y.applyUpdate(session.doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(session.doc)), 'line')
}

const cardsUnder = ({ cards, frames }: Pick<OutlineFrame, 'cards' | 'frames'>): OutlineCard[] => [
  ...cards.flatMap((card) => [card, ...card.held]),
  ...frames.flatMap(cardsUnder),
]

async function play(seed: number): Promise<void> {
  const random = seededRandom(seed)
  const first = memorySession()
  layPages(first.roots)
  for (let n = 0; n < CARDS; n++)
    createCard(first, { kind: 'note', parentId: 'page:one', fields: { text: `Karte ${n}` } })
  const notes = idsOf(first, 'cards')
  clusterCards(first, idsOf(first, 'cards').slice(0, 4))
  clusterCards(first, idsOf(first, 'cards').slice(4, 8))
  const stored = { updates: [Y.encodeStateAsUpdate(first.doc)], bytesSinceSnapshot: 0, clients: new Map() }
  const server = await DocumentSync.open(stored)
  const people = Array.from({ length: PEOPLE }, (): Person => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc))
    return { session: memorySession({ doc }), author: member() }
  })
  for (let step = 0; step < STEPS; step++) {
    const person = random.pick(people)
    const { session } = person
    if (random.below(4) === 0) meetServer(person, server)
    else if (idsOf(session, 'clusters').length > 0) random.pick(deeds)(session, random)
    session.history.checkpoint()
  }
  for (const person of [...people, ...people]) meetServer(person, server)

  const where = `seed ${seed}`
  const truth = canonicalContent(server.doc)
  for (const { session } of people) expect(canonicalContent(session.doc), where).toBe(truth)
  const { roots } = people[0]!.session
  const placed = [...roots.board.values()].filter((record) => record.get('type') === 'card')
  for (const record of placed)
    expect(roots.board.has(String(record.get('parentId'))), `${where}: a card lies on nothing`).toBe(true)
  expect(notes, where).toHaveLength(CARDS)
  expect(
    notes.filter((id) => !roots.board.has(id)),
    `${where}: a note is lost`,
  ).toEqual([])
  const listed = outlineOf(roots).flatMap(cardsUnder)
  expect(listed.length, `${where}: the list knows every card once`).toBe(placed.length)
  const members = membershipsIn(roots).map((one) => one.member)
  expect(members.length, `${where}: a card is in one place`).toBe(new Set(members).size)
  for (const session of [first, ...people.map((person) => person.session)]) session.destroy()
}

test('ten people who lay together, split, merge, fold and take out at once end with the same, each card in one place and none lost', async () => {
  for (let seed = 1; seed <= SEEDS; seed++) await play(seed)
}, 600_000)
