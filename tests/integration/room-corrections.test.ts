import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  createArtefact,
  itemsOf,
  readArtefact,
  setField,
  textOf,
  turnInto,
  type NewArtefact,
} from '#shared/document/artefacts.ts'
import { writeRecord, type BoardRecord } from '#shared/document/board-record.ts'
import { currentSchema } from '#shared/document/migrations.ts'
import { placeArtefact, removePlacement } from '#shared/document/placements.ts'
import { addItem, removeItem, setItemField } from '#shared/document/items.ts'
import type { Item } from '#shared/kinds/field.ts'
import { kinds } from '#shared/kinds/index.ts'
import { newId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { isShape, pageOf } from '#server/rooms/page-census.ts'
import { addNote, contentHash, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'

let live: LiveRoomsFixture
let author: RoomPeer
let witness: RoomPeer
beforeEach(async () => {
  live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, preparedDocument())
  author = await live.enter()
  witness = await live.enter()
})

/** Author, witness and server agree on everything. */
async function expectAgreement(): Promise<void> {
  await live.tick()
  expect(author.refusals).toEqual([])
  expect(contentHash(author.doc)).toBe(contentHash(witness.doc))
  expect(await live.serverHash()).toBe(contentHash(witness.doc))
}

function write(over: Partial<NewArtefact> = {}, peer = author): string {
  const authorship = { as: 'anonymous' } as const
  return peer.doc.transact(() => {
    const source: NewArtefact = { kind: 'note', phase: 'problem', createdAt: 1, authorship, ...over }
    const id = createArtefact(peer.roots.artefacts, source)
    placeArtefact(peer.roots.board, { artefactId: id, parentId: 'page:start', x: 0, y: 0, w: 200, h: 160 })
    return id
  })
}

const shape = (over: Partial<BoardRecord> = {}): BoardRecord => ({
  id: 'shape:a',
  typeName: 'shape',
  type: 'geo',
  parentId: 'page:start',
  index: 'a1',
  x: 1,
  y: 2,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  props: { w: 10, h: 10 },
  meta: {},
  ...over,
})

const put = (record: BoardRecord, peer = author) =>
  peer.doc.transact(() => writeRecord(peer.roots.board, record))

describe('the corrections of artefacts', () => {
  test('everyday work passes untouched: writing, tagging, turning into another kind, taking off the board', async () => {
    const { id, shapeId } = addNote(author.doc, 'Antrag dauert')
    author.doc.transact(() => {
      textOf(author.roots.artefacts, id, 'text')!.insert(0, 'Der ')
      setField(author.roots.artefacts, id, 'colour', 'pink')
      turnInto(author.roots.artefacts, id, 'idea')
    })
    author.doc.transact(() => removePlacement(author.roots.board, shapeId))
    const expected = contentHash(author.doc)
    await expectAgreement()
    expect(contentHash(witness.doc)).toBe(expected)
  })

  test('records inside a card stay, come and go; what is no record is put back', async () => {
    const id = write()
    const step = () =>
      new Y.Map<unknown>([
        ['order', 'a0'],
        ['f.action', new Y.Text('Antrag holen')],
      ])
    const [kept, gone] = [newId(), newId()]
    const artefact = author.roots.artefacts.get(id)!
    artefact.set(
      'f.steps',
      new Y.Map([
        [kept, step()],
        [gone, step()],
      ]),
    )
    await expectAgreement()
    const steps = () => artefact.get('f.steps') as Y.Map<Y.Map<unknown>>
    steps().delete(gone)
    steps().get(kept)!.set('order', '!')
    steps().get(kept)!.delete('f.action')
    steps().set('no id', step())
    steps().set(newId(), 'no record' as never)
    await expectAgreement()
    expect(steps().toJSON()).toEqual({ [kept]: { order: 'a0', 'f.action': 'Antrag holen' } })
    artefact.set('f.steps', 'gone')
    await expectAgreement()
    expect(steps().get(kept)!.get('order')).toBe('a0')
  })

  test('an artefact that somebody deletes comes back with all that was in it', async () => {
    const id = write({ fields: { text: 'wertvoll' }, tags: ['wichtig'] })
    await live.tick()
    const before = readArtefact(witness.roots.artefacts, id)
    author.roots.artefacts.delete(id)
    await expectAgreement()
    expect(readArtefact(author.roots.artefacts, id)).toEqual(before)
  })

  test('undoing one’s card and redoing it brings it back, with what others wrote into it meanwhile', async () => {
    const { artefacts, board } = author.roots
    const history = new Y.UndoManager([artefacts, board], {
      trackedOrigins: new Set(['me']),
      captureTimeout: 0,
    })
    let id = ''
    author.doc.transact(() => (id = write({ fields: { text: 'eins' } })), 'me')
    await live.tick()
    textOf(witness.roots.artefacts, id, 'text')!.insert(4, ', zwei')
    await live.tick()

    history.undo()
    await expectAgreement()
    const placed = () => [...witness.roots.board.values()].some((record) => record.get('p.artefactId') === id)
    expect(placed()).toBe(false)
    history.redo()
    await expectAgreement()
    expect(placed()).toBe(true)
    expect(readArtefact(witness.roots.artefacts, id)?.fields.text).toBe('eins, zwei')
  })

  test('an artefact that somebody replaces by another stays what it was', async () => {
    const id = write({ fields: { text: 'echt' } })
    await live.tick()
    author.roots.artefacts.set(id, new Y.Map([['kind', 'note']]))
    await expectAgreement()
    expect(readArtefact(author.roots.artefacts, id)?.fields.text).toBe('echt')
  })

  test('authorship, time, transcript and the place of a quote stay as they were first written', async () => {
    const source = { interviewId: newId(), start: 1, end: 5 }
    const interview = write({ kind: 'interview', fields: { transcript: 'Wir warten lange.' } })
    const quote = write({ kind: 'quote', fields: { source } })
    await live.tick()
    author.doc.transact(() => {
      const maps = author.roots.artefacts
      maps.get(interview)!.set('f.transcript', 'Alles gut.')
      maps.get(interview)!.set('createdAt', 99)
      maps.get(quote)!.set('f.source', null)
      maps.get(quote)!.set('authorship', { as: 'organisation', organisation: 'Andere' })
      maps.get(quote)!.delete('links')
    })
    await expectAgreement()
    const kept = readArtefact(author.roots.artefacts, quote)!
    expect(readArtefact(author.roots.artefacts, interview)).toMatchObject({
      createdAt: 1,
      fields: { transcript: 'Wir warten lange.' },
    })
    expect(kept).toMatchObject({ authorship: { as: 'anonymous' }, fields: { source }, links: [] })
    expect(author.roots.artefacts.get(quote)!.get('links')).toBeInstanceOf(Y.Map)
  })

  test('an empty transcript may still be written, once', async () => {
    const interview = write({ kind: 'interview' })
    setField(author.roots.artefacts, interview, 'transcript', 'Erst jetzt.')
    await live.tick()
    setField(author.roots.artefacts, interview, 'transcript', 'Doch anders.')
    await expectAgreement()
    expect(readArtefact(author.roots.artefacts, interview)?.fields.transcript).toBe('Erst jetzt.')
  })

  test('a correction of a transcript stays as it was written, and so does where a quote stands in it', async () => {
    const interview = write({ kind: 'interview', fields: { transcript: 'Wir warten lange.' } })
    const spec = kinds.interview.fields.revisions
    const items = () => itemsOf(author.roots.artefacts, interview, 'revisions')!
    const id = author.doc.transact(() =>
      addItem(items(), spec, { fields: { transcript: 'x'.repeat(300_000) } }),
    )!
    await live.tick()
    setItemField(items(), id, 'transcript', 'Doch anders.')
    setItemField(items(), id, 'strong', 'kein Platz')
    await expectAgreement()
    const [revision] = readArtefact(witness.roots.artefacts, interview)!.fields.revisions as Item[]
    expect(revision!.fields.transcript).toHaveLength(300_000)
    expect(revision!.fields.strong).toBe('')
  })

  test('everybody may redact, and only moderators lift it', async () => {
    const moderator = await live.enter('moderator')
    const interview = write({ kind: 'interview' })
    const spec = kinds.interview.fields.redactions
    const items = (peer: RoomPeer) => itemsOf(peer.roots.artefacts, interview, 'redactions')!
    const redacted = () => readArtefact(witness.roots.artefacts, interview)!.fields.redactions as Item[]
    const id = author.doc.transact(() => addItem(items(author), spec, { fields: { words: 'Petersen' } }))!
    await live.tick()
    removeItem(items(author), id)
    await expectAgreement()
    expect(redacted().map(({ fields }) => fields.words)).toEqual(['Petersen'])
    removeItem(items(moderator), id)
    await expectAgreement()
    expect(redacted()).toEqual([])
  })

  test('who writes under somebody else’s name writes under their own', async () => {
    const other = live.people.member('participant', 'Jemand Anderes')
    const id = write({
      authorship: { as: 'named', memberId: other.id, name: other.name, organisation: 'Andere Stadt' },
    })
    await expectAgreement()
    expect(readArtefact(witness.roots.artefacts, id)?.authorship).toMatchObject({
      as: 'named',
      name: 'Person 1',
    })
  })

  test('a value that its field cannot have is put back, the rest of the change stays', async () => {
    const id = write({ kind: 'persona' })
    await live.tick()
    author.doc.transact(() => {
      setField(author.roots.artefacts, id, 'digitalSkill', 900)
      textOf(author.roots.artefacts, id, 'name')!.insert(0, 'Sabine')
    })
    await expectAgreement()
    expect(readArtefact(witness.roots.artefacts, id)?.fields).toMatchObject({
      digitalSkill: null,
      name: 'Sabine',
    })
  })

  test('a moment that no spreadsheet can write is put back, the card stays', async () => {
    const moments = [8e15, -62e12, Number.MAX_VALUE]
    const ids = moments.map((createdAt) => write({ createdAt, fields: { text: 'Zukunft' } }))
    await expectAgreement()
    const seen = ids.map((id) => readArtefact(witness.roots.artefacts, id))
    expect(seen).toMatchObject(moments.map(() => ({ createdAt: 0, fields: { text: 'Zukunft' } })))
  })

  test('a text that outgrows its field loses only the end of what was just inserted', async () => {
    const id = write({ fields: { text: 'kurz' } })
    const long = write({ fields: { text: 'x'.repeat(1_999) + '😀' } })
    await live.tick()
    const said = (one: string) => textOf(witness.roots.artefacts, one, 'text')!.toString()
    expect(said(long)).toBe('x'.repeat(1_999))
    textOf(author.roots.artefacts, id, 'text')!.insert(2, 'x'.repeat(3_000))
    textOf(author.roots.artefacts, long, 'text')!.insert(0, 'yz')
    await expectAgreement()
    expect(said(id)).toBe(`ku${'x'.repeat(1_996)}rz`)
    expect(said(long)).toBe(`y${'x'.repeat(1_999)}`)
  })

  test('a text that is replaced by one too long says again what it said', async () => {
    const id = write({ fields: { text: 'kurz' } })
    await live.tick()
    author.doc.transact(() => {
      const text = textOf(author.roots.artefacts, id, 'text')!
      text.delete(0, text.length)
      text.insert(0, 'x'.repeat(3_000))
    })
    await expectAgreement()
    expect(textOf(witness.roots.artefacts, id, 'text')!.toString()).toBe('kurz')
  })

  test('letters lose the control characters among them, the words around stay where they are', async () => {
    const id = write({ fields: { text: 'Antrag  liegt' } })
    await live.tick()
    const text = textOf(author.roots.artefacts, id, 'text')!
    text.insert(7, 'Nr.\u00007\u000bneu\u0001')
    text.insert(0, '\u0008')
    await expectAgreement()
    text.insert(text.length, '!')
    await expectAgreement()
    expect(textOf(witness.roots.artefacts, id, 'text')!.toString()).toBe('Antrag Nr.7\nneu liegt!')
  })

  test('an artefact of a kind that only a later version knows is kept', async () => {
    const id = newId()
    const later = new Y.Map<unknown>([
      ['kind', 'serviceBlueprint'],
      ['phase', 'solution'],
      ['status', 'draft'],
      ['createdAt', 1],
      ['authorship', { as: 'anonymous' }],
      ['tags', new Y.Map()],
      ['links', new Y.Map()],
      ['f.lanes', ['a', 'b']],
    ])
    author.roots.artefacts.set(id, later)
    await expectAgreement()
    expect(witness.roots.artefacts.get(id)?.get('f.lanes')).toEqual(['a', 'b'])
  })

  test('what is no artefact does not become one', async () => {
    author.doc.transact(() => {
      author.roots.artefacts.set('kein-uuid', new Y.Map([['kind', 'note']]))
      ;(author.roots.artefacts as unknown as Y.Map<unknown>).set(newId(), 'Text')
    })
    await expectAgreement()
    expect([...witness.roots.artefacts.keys()]).toEqual([])
  })
})

describe('the corrections of the board', () => {
  test('S10 records of unsound structure disappear again for everybody', async () => {
    author.doc.transact(() => {
      put(shape({ id: 'shape:far', x: 1e12 }))
      put(shape({ id: 'shape:nan', y: Number.NaN }))
      put(shape({ id: 'shape:orphan', parentId: 'nowhere' }))
      put(shape({ id: 'camera:x', typeName: 'camera' }))
      author.roots.board.set(
        'shape:renamed',
        new Y.Map(Object.entries({ id: 'shape:other', typeName: 'shape' })),
      )
      put(shape({ id: 'shape:good' }))
    })
    await expectAgreement()
    expect([...witness.roots.board.keys()].sort()).toEqual(['page:start', 'shape:good'])
  })

  test('a property that makes a record unsound is put back, others of the same change stay', async () => {
    put(shape())
    await live.tick()
    author.doc.transact(() => {
      const record = author.roots.board.get('shape:a')!
      record.set('opacity', 0.5)
      record.set('xy', [Infinity, 0])
      record.set('typeName', 'page')
    })
    await expectAgreement()
    const record = witness.roots.board.get('shape:a')!
    expect(record.get('xy')).toEqual([1, 2])
    expect(record.get('opacity')).toBe(0.5)
    expect(record.get('typeName')).toBe('shape')
  })

  test('S10 two groups put into each other do not make a circle', async () => {
    author.doc.transact(() => {
      put(shape({ id: 'shape:a', type: 'group' }))
      put(shape({ id: 'shape:b', type: 'group' }))
    })
    await live.tick()
    author.roots.board.get('shape:a')!.set('parentId', 'shape:b')
    witness.roots.board.get('shape:b')!.set('parentId', 'shape:a')
    await expectAgreement()
    const parents = ['shape:a', 'shape:b'].map((id) => witness.roots.board.get(id)!.get('parentId'))
    expect(parents).toContain('page:start')
  })

  test('S7 pages are the moderators’: a participant can neither add, rename nor delete one', async () => {
    author.doc.transact(() => {
      put({ id: 'page:mine', typeName: 'page', name: 'Meine', index: 'a2', meta: {} })
      author.roots.board.get('page:start')!.set('name', 'Umbenannt')
    })
    author.roots.board.delete('page:start')
    await expectAgreement()
    expect([...witness.roots.board.keys()]).toEqual(['page:start'])
    expect(witness.roots.board.get('page:start')!.get('name')).toBe('Anfang')
  })

  test('fields come with their page: a participant neither removes nor changes one, a moderator does', async () => {
    const moderator = await live.enter('moderator')
    const field = {
      ...shape({ id: 'shape:start-field', type: 'frame' }),
      props: { w: 100, h: 100, name: 'O-Töne' },
      meta: { seat: [0, 0, 12], flow: 4 },
    }
    moderator.doc.transact(() => {
      moderator.roots.board.get('page:start')!.set('m.layout', 'sheet')
      writeRecord(moderator.roots.board, field)
    })
    await live.tick()
    author.doc.transact(() => author.roots.board.delete(field.id))
    await expectAgreement()
    expect(author.roots.board.get(field.id)?.get('p.name')).toBe('O-Töne')
    author.doc.transact(() => author.roots.board.get(field.id)!.set('p.name', 'Meins'))
    await expectAgreement()
    expect(author.roots.board.get(field.id)?.get('p.name')).toBe('O-Töne')
    put(shape({ id: field.id, props: { w: 1, h: 1 } }))
    await expectAgreement()
    expect(author.roots.board.get(field.id)?.get('p.name')).toBe('O-Töne')
    author.roots.board.set(field.id, new Y.Map(Object.entries(shape({ id: field.id }))))
    await expectAgreement()
    expect(author.roots.board.get(field.id)?.get('p.name')).toBe('O-Töne')
    moderator.doc.transact(() => moderator.roots.board.delete(field.id))
    await expectAgreement()
    expect(author.roots.board.has(field.id)).toBe(false)
  })

  test('a participant gives no page a field, neither a new one nor out of a frame of their own', async () => {
    const moderator = await live.enter('moderator')
    moderator.doc.transact(() => moderator.roots.board.get('page:start')!.set('m.layout', 'sheet'))
    await live.tick()
    const frame = (id: string, meta: object) =>
      shape({ id, type: 'frame', props: { w: 9, h: 9, name: '' }, meta })
    put(frame('shape:field', { seat: [0, 0, 12] }))
    put(frame('shape:own', {}))
    await expectAgreement()
    author.doc.transact(() => {
      const own = author.roots.board.get('shape:own')!
      own.set('p.name', 'Eigener Rahmen')
      own.set('m.seat', [1, 0, 12])
    })
    await expectAgreement()
    expect(witness.roots.board.has('shape:field')).toBe(false)
    expect(witness.roots.board.get('shape:own')?.get('m.seat')).toBeUndefined()
    expect(witness.roots.board.get('shape:own')?.get('p.name')).toBe('Eigener Rahmen')
  })

  test('on a free page frames of its template stay, frames of people go', async () => {
    const moderator = await live.enter('moderator')
    const frame = (id: string) => shape({ id, type: 'frame', props: { w: 100, h: 100, name: 'Rahmen' } })
    put(frame('shape:start-left'), moderator)
    put(frame('shape:Xs7'), moderator)
    await live.tick()
    author.doc.transact(() => {
      author.roots.board.delete('shape:start-left')
      author.roots.board.delete('shape:Xs7')
    })
    await expectAgreement()
    expect(author.roots.board.has('shape:start-left')).toBe(true)
    expect(author.roots.board.has('shape:Xs7')).toBe(false)
  })

  test('a moderator may do all of this', async () => {
    const moderator = await live.enter('moderator')
    put({ id: 'page:new', typeName: 'page', name: 'Neu', index: 'a2', meta: {} }, moderator)
    moderator.roots.board.delete('page:start')
    await expectAgreement()
    expect([...witness.roots.board.keys()]).toEqual(['page:new'])
  })
})

describe('a page that is full', () => {
  const max = limits.maxShapesPerPage
  const ids = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `shape:${prefix}${i}`)
  const fill = (prefix: string, count: number, over: Partial<BoardRecord> = {}, peer = author) =>
    peer.doc.transact(() => {
      for (const id of ids(prefix, count)) put(shape({ id, ...over }), peer)
    })
  const countOn = (page: string) => {
    const { board } = witness.roots
    const parentOf = (id: string) => board.get(id)?.get('parentId')
    return [...board.keys()].filter((id) => isShape(id) && pageOf(id, parentOf) === page).length
  }
  const orphans = () => {
    const { board } = witness.roots
    return [...board.values()].filter((record) => {
      const parent = record.get('parentId')
      return parent !== undefined && !board.has(String(parent))
    })
  }

  test(
    'S7 takes no more: what one person adds too much is taken back, everybody else’s stays, and deleting makes room',
    { timeout: 90_000 },
    async () => {
      fill('theirs', max - 10, {}, witness)
      await live.tick()
      fill('mine', 30)
      await expectAgreement()
      expect(countOn('page:start')).toBe(max)
      expect(ids('theirs', max - 10).every((id) => witness.roots.board.has(id))).toBe(true)
      expect(ids('mine', 10).every((id) => witness.roots.board.has(id))).toBe(true)
      expect(live.rooms.metrics.refusals.get('page_full')).toBe(1)

      author.doc.transact(() => ids('theirs', 5).forEach((id) => author.roots.board.delete(id)))
      fill('again', 9)
      await expectAgreement()
      expect(countOn('page:start')).toBe(max)
      fill('more', 1)
      await expectAgreement()
      expect(countOn('page:start')).toBe(max)
    },
  )

  test(
    'S7 R8 loses no artefact: cards that two people wrote offline for the last places keep their words',
    { timeout: 90_000 },
    async () => {
      fill('there', max - 3)
      await live.tick()
      const members = [live.people.member().id, live.people.member().id]
      const away = await Promise.all(members.map((id) => live.comeIn(id)))
      for (const peer of away) peer.leave()
      const cards = away.flatMap(({ doc }, i) => [0, 1].map((n) => addNote(doc, `Person ${i}, Karte ${n}`)))
      const back = await Promise.all(away.map(({ doc }, i) => live.comeIn(members[i]!, doc)))
      await expectAgreement()
      expect(new Set(back.map(({ doc }) => contentHash(doc)))).toEqual(new Set([contentHash(witness.doc)]))
      expect(countOn('page:start')).toBe(max)
      expect(cards.filter(({ shapeId }) => witness.roots.board.has(shapeId))).toHaveLength(3)
      const words = cards.map(({ id }) => readArtefact(witness.roots.artefacts, id)?.fields.text)
      expect(words.sort()).toEqual([0, 1].flatMap((i) => [0, 1].map((n) => `Person ${i}, Karte ${n}`)))
    },
  )

  test(
    'S7 is not made fuller by what is inside of frames, by frames that move in, or by groups that go again',
    { timeout: 90_000 },
    async () => {
      const moderator = await live.enter('moderator')
      put({ id: 'page:b', typeName: 'page', name: 'B', index: 'a2', meta: {} }, moderator)
      await live.tick()
      fill('there', max - 4)
      put(shape({ id: 'shape:frame', type: 'frame', parentId: 'page:b' }))
      fill('inside', 6, { parentId: 'shape:frame' })
      await expectAgreement()
      author.roots.board.get('shape:frame')!.set('parentId', 'page:start')
      await expectAgreement()
      expect([countOn('page:start'), countOn('page:b')]).toEqual([max - 4, 7])

      put(shape({ id: 'shape:other', type: 'frame' }))
      fill('nested', 10, { parentId: 'shape:other' })
      await expectAgreement()
      expect(countOn('page:start')).toBe(max)

      author.doc.transact(() => {
        put(shape({ id: 'shape:group', type: 'group', x: 50, y: 60 }))
        const member = author.roots.board.get('shape:there0')!
        member.set('parentId', 'shape:group')
        member.set('xy', [0, 0])
      })
      await expectAgreement()
      expect(countOn('page:start')).toBe(max)
      expect(witness.roots.board.get('shape:there0')!.toJSON()).toMatchObject({
        parentId: 'page:start',
        xy: [1, 2],
      })
      expect(orphans()).toEqual([])
    },
  )
})

describe('the corrections of everything else', () => {
  test('meta is written by the server only, even where an entry exists', async () => {
    author.roots.meta.set('schema', 99)
    await expectAgreement()
    expect(witness.roots.meta.get('schema')).toBe(currentSchema)
  })

  test('tags and links hold marks only', async () => {
    const id = write()
    await live.tick()
    author.doc.transact(() => {
      const artefact = author.roots.artefacts.get(id)!
      const [tags, links] = [artefact.get('tags') as Y.Map<unknown>, artefact.get('links') as Y.Map<unknown>]
      tags.set('gut', true)
      tags.set('schlecht', { html: '<img>' })
      links.set('supports:javascript', true)
    })
    await expectAgreement()
    expect(readArtefact(witness.roots.artefacts, id)).toMatchObject({ tags: ['gut'], links: [] })
  })

  test('a correction travels in the same update as what it corrects', async () => {
    write()
    await live.tick()
    const rows = (await live.updateLog.load(live.groupId)).updates.length
    author.roots.meta.set('schema', 99)
    await live.tick()
    const { updates } = await live.updateLog.load(live.groupId)
    expect(updates).toHaveLength(rows + 1)
    const reloaded = new Y.Doc()
    for (const update of updates) Y.applyUpdate(reloaded, update)
    expect(reloaded.getMap('meta').get('schema')).toBe(currentSchema)
  })
})

describe('what lets a card out of the group', () => {
  const quote = { kind: 'quote', fields: { wording: 'Nur unter uns gesagt.' } } as const
  const releaseOf = (id: string) => readArtefact(witness.roots.artefacts, id)!.fields.release

  test('is opened by moderators and by nobody else, also not in a card that becomes a quote later', async () => {
    const id = write(quote)
    const born = write({ ...quote, fields: { ...quote.fields, release: 'released' } })
    const note = write({ fields: { text: 'Nur unter uns gesagt.' } })
    author.roots.artefacts.get(note)!.set('f.release', 'released')
    await expectAgreement()
    author.doc.transact(() => {
      setField(author.roots.artefacts, id, 'release', 'released')
      turnInto(author.roots.artefacts, note, 'quote')
    })
    await expectAgreement()
    expect([id, born, note].map(releaseOf)).toEqual(['group', 'group', 'group'])

    const moderator = await live.enter('moderator')
    setField(moderator.roots.artefacts, id, 'release', 'released')
    await expectAgreement()
    expect(releaseOf(id)).toBe('released')
    setField(author.roots.artefacts, id, 'release', 'group')
    await expectAgreement()
    expect(releaseOf(id)).toBe('released')
  })

  test('is closed when somebody who may not release rewrites what was released, and they are told', async () => {
    const moderator = await live.enter('moderator')
    const id = write(quote)
    await live.tick()
    const wording = (peer: RoomPeer) => textOf(peer.roots.artefacts, id, 'wording')!
    setField(moderator.roots.artefacts, id, 'release', 'released')
    await expectAgreement()
    wording(moderator).insert(0, 'Ach, ')
    textOf(author.roots.artefacts, id, 'topic')!.insert(0, 'Vertrauen')
    await expectAgreement()
    expect(releaseOf(id)).toBe('released')
    wording(author).delete(0, 5)
    await expectAgreement()
    expect(releaseOf(id)).toBe('group')
    expect(wording(witness).toString()).toBe('Nur unter uns gesagt.')
    expect(author.told).toContainEqual({ type: 'corrected', code: 'release_withdrawn' })
  })

  test('is closed also where the card was of another kind while it was rewritten', async () => {
    const moderator = await live.enter('moderator')
    const id = write(quote)
    await live.tick()
    setField(moderator.roots.artefacts, id, 'release', 'released')
    await expectAgreement()
    author.doc.transact(() => turnInto(author.roots.artefacts, id, 'note'))
    textOf(author.roots.artefacts, id, 'wording')!.insert(0, 'Nie ')
    author.doc.transact(() => turnInto(author.roots.artefacts, id, 'quote'))
    await expectAgreement()
    expect(releaseOf(id)).toBe('group')
  })

  test('is closed for an interview by whoever knows of a refusal, which only moderators take back', async () => {
    const id = write({ kind: 'interview', fields: { title: 'Bauamt', transcript: 'Wort' } })
    setField(author.roots.artefacts, id, 'consent', 'refused')
    await expectAgreement()
    setField(author.roots.artefacts, id, 'consent', 'given')
    await expectAgreement()
    expect(readArtefact(witness.roots.artefacts, id)!.fields.consent).toBe('refused')
  })

  test('keeps a card in for whoever says that it is confidential, which only moderators take back', async () => {
    const clearance = (id: string) => witness.roots.artefacts.get(id)!.get('clearance')
    const id = write({ fields: { text: 'Beruht auf etwas Vertraulichem' } })
    author.roots.artefacts.get(id)!.set('clearance', 'open')
    await expectAgreement()
    expect(clearance(id)).toBeUndefined()
    author.roots.artefacts.get(id)!.set('clearance', 'closed')
    await expectAgreement()
    author.roots.artefacts.get(id)!.set('clearance', 'open')
    await expectAgreement()
    author.roots.artefacts.get(id)!.delete('clearance')
    await expectAgreement()
    expect(clearance(id)).toBe('closed')
    const moderator = await live.enter('moderator')
    moderator.roots.artefacts.get(id)!.set('clearance', 'maybe')
    await expectAgreement()
    expect(clearance(id)).toBe('closed')
    moderator.roots.artefacts.get(id)!.set('clearance', 'open')
    await expectAgreement()
    expect(clearance(id)).toBe('open')
    moderator.roots.artefacts.get(id)!.delete('clearance')
    await expectAgreement()
    expect(clearance(id)).toBeUndefined()
  })
})
