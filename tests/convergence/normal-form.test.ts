import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { createArtefact, textOf } from '#shared/document/artefacts.ts'
import { recordFault, unflattenRecord } from '#shared/document/board-record.ts'
import { isArtefactEntry, isMarkEntry } from '#shared/document/correction-rules.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootNames, rootsOf, type Roots } from '#shared/document/roots.ts'
import { kindNames } from '#shared/kinds/index.ts'
import type { Author } from '#server/rooms/author.ts'
import { DocumentSync } from '#server/rooms/document-sync.ts'
import { isShape, pageOf } from '#server/rooms/page-census.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import { seededRandom, type Random } from '#tests/support/seeded-random.ts'

const SEEDS = isLong ? 1_000 : 20
const STEPS = 25
const me: Author = author('Ich')
const somebodyElse: Author = author('Jemand')

function author(name: string): Author {
  const rights = { arrangePages: false, writeForOthers: false, removeComments: false, release: false }
  return { id: newId<MemberId>(), name, organisation: `Stadt ${name}`, rights }
}

type Entries = Y.Map<unknown>

/** What nobody may change once it is written, by artefact. */
function settledIn({ artefacts }: Roots): Map<string, string> {
  const settled = new Map<string, string>()
  for (const [id, artefact] of artefacts)
    for (const key of ['createdAt', 'authorship', 'f.transcript', 'f.source']) {
      const value = artefact.get(key)
      if (value !== undefined && value !== null && value !== '')
        settled.set(`${id} ${key}`, JSON.stringify(value))
    }
  return settled
}

/** Everything in a document that is not as the schema describes it. */
function faultsIn(doc: Y.Doc): string[] {
  const roots = rootsOf(doc)
  const faults: string[] = []
  for (const name of rootNames) hiddenIn(roots[name] as Entries, name, faults)
  for (const [id, artefact] of roots.artefacts) {
    const kind = artefact.get('kind')
    const authorship = artefact.get('authorship') as Record<string, unknown> | undefined
    if (Object.keys(authorship ?? {}).length > 4) faults.push(`${id}: more authorship than there is`)
    for (const [key, value] of artefact.entries()) {
      if (!isArtefactEntry(kind, key, value)) faults.push(`${id} ${key}`)
      if (key === 'tags' || key === 'links')
        for (const [mark, is] of (value as Entries).entries())
          if (!isMarkEntry(key, mark, is)) faults.push(`${id} ${key} ${mark}`)
    }
  }
  for (const [id, record] of roots.board) {
    const fault = recordFault(id, unflattenRecord(record))
    if (fault !== null) faults.push(`${id}: ${fault}`)
    if (JSON.stringify(record.toJSON()).length > 2 * limits.maxBoardRecordBytes)
      faults.push(`${id}: too heavy`)
    if (isShape(id) && pageOf(id, (at) => roots.board.get(at)?.get('parentId')) === null)
      faults.push(`${id}: lost`)
  }
  return faults
}

function hiddenIn(type: Entries | Y.Text, path: string, faults: string[]): void {
  const isText = type instanceof Y.Text
  for (let item = type._start; item !== null; item = item.right)
    if (!item.deleted && !(isText && item.content instanceof Y.ContentString))
      faults.push(`${path}: in a list`)
  for (const [key, item] of type._map) {
    if (item.deleted) continue
    if (isText || item.content instanceof Y.ContentString || item.length > 1)
      faults.push(`${path}.${key}: hidden`)
    const inner: unknown = item.content instanceof Y.ContentType ? item.content.type : null
    if (inner instanceof Y.Map || inner instanceof Y.Text) hiddenIn(inner, `${path}.${key}`, faults)
  }
}

/** Changes that no client of ours makes, and some that it does in an unlucky moment. */
const mischief: ((doc: Y.Doc, random: Random, id: string) => void)[] = [
  (doc, random, id) => artefact(doc, id).set('kind', random.pick([...kindNames, 'zzz'])),
  (doc, random, id) => {
    artefact(doc, id).set('kind', 'note')
    artefact(doc, id).set('f.transcript', 'gefälscht')
    artefact(doc, id).set('f.source', { interviewId: newId(), start: random.below(9), end: 9 })
    artefact(doc, id).set('kind', 'quote')
  },
  (doc, random, id) => {
    artefact(doc, id).set('kind', 'zzz')
    artefact(doc, id).set(random.pick(['f.source', 'f.transcript', 'f.text', 'f.colour', 'f.answers']), {
      a: 1,
    })
  },
  (doc, _, id) => artefact(doc, id).set('createdAt', 5),
  (doc, random, id) =>
    artefact(doc, id).delete(random.pick(['authorship', 'f.source', 'f.transcript', 'tags', 'f.text'])),
  (doc, random, id) => artefact(doc, id).set('authorship', random.pick(claims)),
  (doc, random) => {
    const authorship = random.pick(claims)
    createArtefact(rootsOf(doc).artefacts, {
      kind: 'note',
      phase: 'problem',
      createdAt: 1,
      authorship,
    } as never)
  },
  (doc, random) => insertInto(rootsOf(doc)[random.pick([...rootNames])] as Entries),
  (doc, _, id) => insertInto(artefact(doc, id)),
  (doc, _, id) => insertInto(anyText(doc, id)),
  (doc, _, id) => anyText(doc, id)?.setAttribute('geheim', 'x'.repeat(100)),
  (doc, random, id) => letters(doc, artefact(doc, id), random.pick(['status', 'f.text', 'f.neu'])),
  (doc, random, id) => anyText(doc, id)?.insert(0, 'x'.repeat(random.pick([10, 30_000]))),
  (doc, _, id) => artefact(doc, id).set('f.neu', 'x'.repeat(200_000)),
  (doc, _, id) => {
    for (let i = 0; i < 400; i++) artefact(doc, id).set(`f.neu${i}`, 'x'.repeat(2_000))
  },
  (doc, random) => {
    const record = anyRecord(doc, random)
    for (let i = 0; i < 5; i++) record.set(`p.neu${i}`, 'x'.repeat(100_000))
  },
  (doc, random) => anyRecord(doc, random).set('parentId', random.pick([...rootsOf(doc).board.keys()])),
  (doc, random) => {
    const { board } = rootsOf(doc)
    for (const [id, other] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const)
      board.set(
        `shape:${id}`,
        new Y.Map([
          ...anyRecord(doc, random).entries(),
          ['id', `shape:${id}`],
          ['parentId', `shape:${other}`],
        ]),
      )
  },
  (doc) => rootsOf(doc).meta.set('schema', 99),
  (doc) => rootsOf(doc).comments.set('c', new Y.Map([['tief', new Y.Map([['a', new Y.Map()]])]])),
  (doc, random) => anyRecord(doc, random).set('xy', [Number.NaN, 'links']),
  (doc, _, id) => (artefact(doc, id).get('tags') as Entries).set('x'.repeat(500), { a: 1 }),
]

const claims = [
  { as: 'named', memberId: somebodyElse.id, name: 'Jemand', organisation: 'Fremd', mehr: 'x'.repeat(1_000) },
  { as: 'organisation', organisation: 'Fremd', mehr: 'x'.repeat(200_000) },
  { as: 'anonymous', memberId: somebodyElse.id },
  { as: 'anonymous' },
  { as: 'named', memberId: me.id, name: 'Ich', organisation: 'Stadt Ich' },
]

const artefact = (doc: Y.Doc, id: string) => rootsOf(doc).artefacts.get(id) as Entries
const anyText = (doc: Y.Doc, id: string) =>
  [...artefact(doc, id).values()].find((value) => value instanceof Y.Text)
const anyRecord = (doc: Y.Doc, random: Random) =>
  rootsOf(doc).board.get(random.pick([...rootsOf(doc).board.keys()].filter(isShape))) as Entries

/** Yjs inserts into whatever it is given. */
function insertInto(type: Entries | Y.Text | undefined): void {
  if (type) Y.Array.prototype.insert.call(type, 0, [{ versteckt: 1 }])
}

/** Letters as the value of an entry, of which only the last one shows. */
function letters(doc: Y.Doc, map: Entries, key: string): void {
  const { clientID, store } = doc
  doc.transact((transaction) => {
    const id = Y.createID(clientID, Y.getState(store, clientID))
    const left = map._map.get(key) ?? null
    new Y.Item(
      id,
      left,
      left?.lastId ?? null,
      null,
      null,
      map,
      key,
      new Y.ContentString('buchstaben'),
    ).integrate(transaction, 0)
  })
}

function beginning(): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, preparedDocument())
  const roots = rootsOf(doc)
  doc.transact(() => {
    const interviewId = newId<never>()
    const by = {
      as: 'named',
      memberId: somebodyElse.id,
      name: 'Jemand',
      organisation: 'Stadt Jemand',
    } as const
    const common = { phase: 'problem', createdAt: 1, authorship: by } as const
    const ids = [
      createArtefact(roots.artefacts, {
        ...common,
        id: interviewId,
        kind: 'interview',
        fields: { transcript: 'Wörtlich.' },
      }),
      createArtefact(roots.artefacts, {
        ...common,
        kind: 'quote',
        fields: { source: { interviewId, start: 0, end: 8 } },
      }),
      createArtefact(roots.artefacts, { ...common, kind: 'note', fields: { text: 'Notiz' } }),
    ]
    for (const artefactId of ids)
      placeArtefact(roots.board, { artefactId, parentId: 'page:start', x: 1, y: 2, w: 200, h: 160 })
  })
  return Y.encodeStateAsUpdate(doc)
}

/** One member's client, which does what it likes. */
async function play(seed: number): Promise<{ taken: number; refused: number }> {
  const random = seededRandom(seed)
  const stored = { updates: [beginning()], bytesSinceSnapshot: 0, clients: new Map<number, MemberId>() }
  const sync = await DocumentSync.open(stored)
  const settled = settledIn(sync.roots)
  const note = [...sync.roots.artefacts].find(([, one]) => one.get('kind') === 'note')![0]
  let [taken, refused] = [0, 0]
  for (let step = 0; step < STEPS; step++) {
    const client = new Y.Doc()
    Y.applyUpdate(client, Y.encodeStateAsUpdate(sync.doc))
    const known = Y.encodeStateVector(client)
    const done: number[] = []
    client.transact(() => {
      for (let count = 1 + random.below(3); count > 0; count--) {
        const at = random.below(mischief.length)
        done.push(at)
        mischief[at]!(client, random, random.pick([...rootsOf(client).artefacts.keys()].slice(0, 3)))
      }
    })
    const honest = client.getMap<Entries>('board').get([...sync.roots.board.keys()].find(isShape)!)
    honest?.set('xy', [step, step])
    const answer = sync.submit(Y.encodeStateAsUpdate(client, known), me, null)
    const where = `seed ${seed}, step ${step}, mischief ${done.join(' ')}`
    if (answer.ok) taken++
    else refused++
    expect(sync.isBroken, where).toBe(false)
    expect(faultsIn(sync.doc), where).toEqual([])
    const now = settledIn(sync.roots)
    for (const [key, value] of settled) expect(now.get(key), `${where}: ${key}`).toBe(value)
    if (answer.ok) {
      const shape = sync.roots.board.get([...sync.roots.board.keys()].find(isShape)!)
      expect(shape?.get('xy'), where).toEqual([step, step])
    }
  }
  expect(textOf(sync.roots.artefacts, note, 'text')).not.toBeNull()
  return { taken, refused }
}

describe('S38 whatever a member’s client writes', () => {
  test(
    'S38 the document keeps its normal form, what is settled stays, and honest values of the same update too',
    { timeout: 600_000 },
    async (context) => {
      let [taken, refused] = [0, 0]
      for (let seed = 1; seed <= SEEDS; seed++) {
        const told = await play(seed)
        taken += told.taken
        refused += told.refused
      }
      expect(taken).toBeGreaterThan(refused)
      tellFigure(
        context,
        `${taken} changes put into their normal form, ${refused} refused (seeds 1 to ${SEEDS})`,
      )
    },
  )
})
