import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { textOf } from '#shared/document/artefacts.ts'
import { canonicalContent } from '#shared/document/canonical.ts'
import { axesPlaceOf, holdingOf, membershipsIn } from '#shared/document/containers.ts'
import type { Roots } from '#shared/document/roots.ts'
import { outlineOf, type OutlineCard, type OutlineFrame } from '#shared/document/outline.ts'
import {
  createCard,
  moveCard,
  moveCards,
  takeOffBoard,
  writeOnHeadline,
} from '#client/artefacts/card-actions.ts'
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
 * Ten hands on the same clusters and matrices, each with a line that comes and goes: whatever they do at once, in the end
 * all see the same, every card lies in one place only, and none is lost, neither on the board nor in the list, and no word.
 */
interface Person {
  session: MemorySession
  author: Author
  /** What this person wrote on cards and has not undone. */
  words: Set<string>
}

const member = (): Author => {
  const rights = { arrangePages: false, writeForOthers: false, removeComments: false, release: false }
  return { id: newId<MemberId>(), name: 'Ich', organisation: 'Stadt Ich', rights }
}

type Lying = 'clusters' | 'matrices' | 'cards'

const idsOf = ({ roots }: MemorySession, wanted: Lying) =>
  [...roots.board.entries()].flatMap(([id, record]) =>
    record.get('type') === 'card' && lyingAs(roots, id) === wanted ? [id] : [],
  )

function lyingAs(roots: Roots, id: string): Lying {
  if (isCluster(roots, id)) return 'clusters'
  return holdingOf(roots.board, id)?.by === 'axes' ? 'matrices' : 'cards'
}

const artefactOf = ({ roots }: MemorySession, shapeId: string) =>
  String(roots.board.get(shapeId)!.get('p.artefactId'))

/** All that is written on cards, in one. */
const allWords = ({ roots: { artefacts } }: MemorySession) =>
  [...artefacts.keys()].map((id) => textOf(artefacts, id, 'text')?.toString() ?? '').join('\n')

const worth = (random: Random) => ({ x: random.below(101), y: random.below(101) })

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
  // By drag and by numbers, along the axes, several from the list, and off again
  (session, random) =>
    moveCard(
      session,
      random.pick(idsOf(session, 'cards')),
      random.pick(idsOf(session, 'matrices')),
      worth(random),
    ),
  (session, random) => {
    const lying = idsOf(session, 'cards').filter((id) => axesPlaceOf(session.roots.board.get(id)!))
    if (lying.length === 0) return
    const id = random.pick(lying)
    moveCard(session, id, String(session.roots.board.get(id)!.get('parentId')), worth(random))
  },
  (session, random) =>
    moveCards(session, some(random, idsOf(session, 'cards'), 3), random.pick(idsOf(session, 'matrices'))),
  (session, random) => moveCard(session, random.pick(idsOf(session, 'cards')), 'page:two'),
]

/** Writes behind what a card says; nobody else writes these letters. */
function write({ session, words }: Person, random: Random, step: number): void {
  const word = `«${session.doc.clientID}.${step}»`
  writeOnHeadline(session, artefactOf(session, random.pick(idsOf(session, 'cards'))), word)
  words.add(word)
}

/** Takes back one step of this person, and no word of anybody else. */
function undo({ session, words }: Person, everybody: readonly Person[]): void {
  const before = allWords(session)
  session.history.undo()
  const after = allWords(session)
  for (const person of everybody)
    for (const word of person.words)
      if (before.includes(word) && !after.includes(word)) {
        expect(person.words === words, 'undo takes back what others wrote').toBe(true)
        words.delete(word)
      }
}

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
  for (const parentId of ['page:one', 'page:two']) createCard(first, { kind: 'matrix', parentId })
  const stored = { updates: [Y.encodeStateAsUpdate(first.doc)], bytesSinceSnapshot: 0, clients: new Map() }
  const server = await DocumentSync.open(stored)
  const people = Array.from({ length: PEOPLE }, (): Person => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc))
    return { session: memorySession({ doc }), author: member(), words: new Set() }
  })
  for (let step = 0; step < STEPS; step++) {
    const person = random.pick(people)
    const { session } = person
    const turn = random.below(8)
    if (turn < 2) meetServer(person, server)
    else if (turn === 2) write(person, random, step)
    else if (turn === 3) undo(person, people)
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
  const said = allWords(people[0]!.session)
  for (const { words } of people)
    expect(
      [...words].filter((word) => !said.includes(word)),
      `${where}: a word is lost`,
    ).toEqual([])
  const listed = outlineOf(roots).flatMap(cardsUnder)
  expect(listed.length, `${where}: the list knows every card once`).toBe(placed.length)
  const members = membershipsIn(roots).map((one) => one.member)
  expect(members.length, `${where}: a card is in one place`).toBe(new Set(members).size)
  for (const session of [first, ...people.map((person) => person.session)]) session.destroy()
}

test('ten people who lay together, split, merge, fold, place on axes, write and take out at once end with the same, each card in one place, and nothing is lost', async () => {
  for (let seed = 1; seed <= SEEDS; seed++) await play(seed)
}, 600_000)
