import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { limits } from '#shared/base/limits.ts'
import { newId } from '#shared/base/ids.ts'
import type { Item } from '#shared/kinds/field.ts'
import type { WorkshopFile } from '#shared/report/workshop-file.ts'
import { noHouse } from '#tests/support/no-house.ts'
import { planImport } from '#server/export/import-plan.ts'
import type { Material } from '#server/export/material.ts'
import { workshopFileOf } from '#server/export/workshop-file.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { documentFromSnapshot } from '#shared/document/snapshot-document.ts'
import { everyKind } from '#tests/support/every-kind.ts'
import { tinyPng } from '#tests/support/images.ts'
import { sampleGroup } from '#tests/support/sample-group.ts'

const settings = {
  content: 'data',
  format: 'json',
  withIds: false,
  chapters: [],
  meetingId: null,
  retentionYears: 10,
  pdfStandard: 'ua-1',
  cardId: null,
  pageId: null,
  language: 'de',
  timeZone: 'Europe/Berlin',
  exportedAt: 5,
  quotes: 'all',
} as const

function material(doc = everyKind()): Material {
  const workshop = {
    id: newId<never>(),
    title: 'Werkstatt',
    language: 'de',
    createdAt: 1,
    isSample: false,
  } as const
  const group = {
    id: newId<never>(),
    workshopId: workshop.id,
    kind: 'project',
    name: 'A',
    position: 1,
    generation: 1,
  } as const
  const state = Y.encodeStateAsUpdate(doc)
  return {
    workshop,
    scope: 'group',
    members: [],
    beside: [],
    house: noHouse,
    meetings: [],
    summaries: [],
    groups: [{ group, updates: [state], history: [], versions: [], assets: [], asset: async () => null }],
  }
}

const sample = () => JSON.parse(JSON.stringify(workshopFileOf(material(), settings))) as WorkshopFile
const plan = (file: unknown) =>
  planImport(Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)))

const cardOf = (file: WorkshopFile, kind: string) =>
  file.groups[0]!.document.artefacts.find((artefact) => artefact.kind === kind)!
const itemsOf = (file: WorkshopFile) => cardOf(file, 'minutes').fields['points'] as unknown as Item[]
const many = <Value>(count: number, value: (n: number) => Value) =>
  Array.from({ length: count }, (_, n) => value(n))

const beyondBounds: [string, (file: WorkshopFile) => void, string][] = [
  [
    'a text in an item beyond its limit',
    (file) => (itemsOf(file)[0]!.fields['text'] = 'x'.repeat(400_000)),
    'import_text_too_long',
  ],
  [
    'a long text that a card had as another kind',
    (file) => (cardOf(file, 'idea').formerFields['text'] = { text: 'x'.repeat(400_000) }),
    'import_text_too_long',
  ],
  [
    'more records in a field than it may hold',
    (file) => {
      const points = itemsOf(file)
      points.push(
        ...many(limits.maxItems + 1, (n) => ({ ...points[0]!, id: newId(), order: `b${n}`.slice(0, 2) })),
      )
    },
    'import_unreadable',
  ],
  ['a thousand tags', (file) => (cardOf(file, 'idea').tags = many(1_000, String)), 'import_unreadable'],
  [
    'a name as long as a book',
    (file) => (cardOf(file, 'idea').authorship = { as: 'organisation', organisation: 'x'.repeat(400_000) }),
    'import_unreadable',
  ],
  [
    'a drawing of half a megabyte',
    (file) => Object.assign(file.groups[0]!.document.board[0]!, { meta: { text: 'x'.repeat(500_000) } }),
    'import_unreadable',
  ],
  [
    'a long value that a card had as another kind',
    (file) => (cardOf(file, 'idea').formerFields['colour'] = { value: 'x'.repeat(400_000) }),
    'import_unreadable',
  ],
  [
    'a quote from an interview with a name as long as a book',
    (file) =>
      (cardOf(file, 'quote').fields['source'] = { interviewId: 'x'.repeat(400_000), start: 0, end: 1 }),
    'import_unreadable',
  ],
  [
    'a drawing that has nothing where its properties are',
    (file) => Object.assign(file.groups[0]!.document.board[0]!, { meta: null }),
    'import_unreadable',
  ],
  ['a name that nobody sees', (file) => (file.workshop.title = '\u200b\u200b'), 'import_unreadable'],
  ['a card from the year 255,000', (file) => (cardOf(file, 'idea').createdAt = 8e15), 'import_unreadable'],
  ['a card from no time at all', (file) => (cardOf(file, 'idea').createdAt = 1e300), 'import_unreadable'],
  [
    'a document from the year 0',
    (file) => (file.groups[0]!.document.createdAt = -62e12),
    'import_unreadable',
  ],
  [
    'more people than a workshop ever had',
    (file) =>
      (file.members = many(6_000, (n) => {
        const origin = { organisation: `Amt ${n}`, organisationKind: 'municipality' as const }
        return { id: newId(), name: `Person ${n}`, role: 'participant' as const, ...origin }
      })),
    'import_unreadable',
  ],
]

describe('an import is refused', () => {
  it.each([
    ['when it is no JSON', '{"format": "werkraum-', 'import_unreadable'],
    ['when it is not UTF-8', Buffer.from([0x7b, 0xff]).toString('latin1'), 'import_unreadable'],
    ['when another program wrote it', '{"format":"other","schemaVersion":1}', 'import_unreadable'],
    ['when its schema is newer', '{"format":"werkraum-workshop","schemaVersion":2}', 'import_too_new'],
    [
      'for a reserved key',
      '{"format":"werkraum-workshop","schemaVersion":1,"__proto__":{}}',
      'import_unreadable',
    ],
    ['for bottomless nesting', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'import_unreadable'],
  ])('%s', (_, text, code) => {
    expect(plan(text)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('S33 for more shapes on a page than there may be, in whatever order they stand', () => {
    const file = sample()
    const shape = (id: string, parentId: string) => ({
      ...{ id, typeName: 'shape' as const, type: 'frame', parentId, index: 'a1', x: 0, y: 0, rotation: 0 },
      ...{ opacity: 1, isLocked: false, props: { w: 1, h: 1, name: '' }, meta: {} },
    })
    const page = file.groups[0]!.document.board.find(({ typeName }) => typeName === 'page')!
    const inside = Array.from({ length: limits.maxShapesPerPage }, (_, i) =>
      shape(`shape:i${i}`, 'shape:frame'),
    )
    file.groups[0]!.document.board.unshift(...inside, shape('shape:frame', page.id))
    expect(plan(file)).toMatchObject({
      ok: false,
      refusal: { code: 'import_page_full', values: { max: 4_000 } },
    })
  })

  it('S40: for more images than a group may have, however small', () => {
    const file = sample()
    const image = { createdAt: 1, mediaType: 'image/png' as const, data: tinyPng.toString('base64') }
    const images = (count: number) => Array.from({ length: count }, () => ({ ...image, id: newId<never>() }))
    file.groups[0]!.assets = images(limits.maxImagesPerGroup)
    expect(plan(file).ok).toBe(true)
    file.groups[0]!.assets = images(limits.maxImagesPerGroup + 1)
    expect(plan(file)).toMatchObject({ ok: false, refusal: { code: 'import_images_full' } })
  })

  it('S36: for a document that a later version wrote, which no room could open', () => {
    const file = sample()
    file.groups[0]!.document.schema = 99
    expect(plan(file)).toMatchObject({ ok: false, refusal: { code: 'import_too_new' } })
  })

  it('S36: for a text beyond what its field may hold, by name of the field and not of the text', () => {
    const file = sample()
    const idea = file.groups[0]!.document.artefacts.find(({ kind }) => kind === 'idea')!
    const [name] = Object.entries(idea.fields).find(([, value]) => typeof value === 'string')!
    idea.fields[name] = 'x'.repeat(400_000)
    const planned = plan(file)
    expect(planned).toMatchObject({
      ok: false,
      refusal: { code: 'import_text_too_long', detail: `idea.${name}` },
    })
  })

  it.each(beyondBounds)('S36: for %s, which no room would have taken', (_, change, code) => {
    const file = sample()
    change(file)
    expect(plan(file)).toMatchObject({ ok: false, refusal: { code } })
  })

  const image = { id: newId<never>(), mediaType: 'image/png', createdAt: 1, data: 'PHNjcmlwdD4=' } as const
  it.each<[string, (file: WorkshopFile) => unknown]>([
    [
      'a shape beyond the board',
      ({ groups }) => (groups[0]!.document.board.find(({ typeName }) => typeName === 'shape')!.x = 1e300),
    ],
    ['a board without a page', ({ groups }) => (groups[0]!.document.board = [])],
    ['an image that is none', ({ groups }) => groups[0]!.assets.push(image)],
    ['one group twice', ({ groups }) => groups.push(groups[0]!)],
    [
      'an author hidden behind an anonymous card',
      ({ groups }) => Object.assign(groups[0]!.document.artefacts[0]!, { authorship: { as: 'nobody' } }),
    ],
    [
      'a history with a gap',
      ({ groups }) => groups[0]!.history.push({ seq: 7, at: 1, by: newId(), event: { type: 'BoardLocked' } }),
    ],
  ])('for %s', (_, spoil) => {
    const file = sample()
    spoil(file)
    expect(plan(file)).toMatchObject({ ok: false, refusal: { code: 'import_unreadable' } })
  })

  it('without a word of the file in the reason', () => {
    const file = sample()
    Object.assign(file.groups[0]!.document.artefacts[0]!, { status: 'Geheimnis' })
    expect(JSON.stringify(plan(file))).not.toContain('Geheimnis')
  })
})

describe('a planned import', () => {
  it('names people anew and keeps the same person the same', () => {
    const planned = plan(sample())
    if (!planned.ok) throw new Error(planned.refusal.detail)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, planned.value.groups[0]!.document)
    const authors = takeSnapshot(doc).artefacts.flatMap(({ authorship }) =>
      authorship.as === 'named' ? [authorship.memberId] : [],
    )
    expect(new Set(authors).size).toBe(1)
    expect(JSON.stringify(sample())).not.toContain(authors[0])
  })
})

describe('a text from a file', () => {
  const noise = '\u0000\u0007\u001b'
  const strewn = (text: string) => `${noise}${text}${noise}\r\n`
  it('has no control characters, wherever people read it', () => {
    const file = sample()
    const { document } = file.groups[0]!
    file.workshop.title = `Werk${noise}statt`
    file.groups[0]!.name = `Bau${noise}amt`
    const idea = cardOf(file, 'idea')
    idea.fields['sentence'] = strewn('Ein Satz')
    idea.tags = [`Frist${noise}en`]
    idea.formerFields['text'] = { text: strewn('Früher') }
    itemsOf(file)[0]!.fields['text'] = strewn('Ein Punkt')
    const frame = document.board.find(({ type }) => type === 'frame')!
    frame.props = { ...(frame.props as object), name: `Rah${noise}men` }
    const planned = plan(file)
    if (!planned.ok) throw new Error(planned.refusal.detail)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, planned.value.groups[0]!.document)
    const read = JSON.stringify([planned.value.title, planned.value.groups[0]!.name, takeSnapshot(doc)])
    const words = ['Werkstatt', 'Bauamt', 'Ein Satz', 'Fristen', 'Früher', 'Ein Punkt', 'Rahmen']
    for (const word of words) expect(read).toContain(word)
    expect(read).not.toMatch(/\\u00|\\r/)
  })
})

describe('a snapshot', () => {
  it('builds a document that gives the same snapshot, former fields and unplaced cards included', () => {
    const first = takeSnapshot(everyKind())
    const doc = new Y.Doc()
    Y.applyUpdate(doc, documentFromSnapshot(first))
    expect(takeSnapshot(doc)).toEqual(first)
    const former = first.artefacts.find(({ formerFields }) => 'colour' in formerFields)
    expect(former?.formerFields.text).toEqual({ text: 'Beiseitegelegt' })
  })

  it('S10: leaves out what is poisoned, says why, and keeps all the rest', () => {
    const doc = sampleGroup()
    const sound = takeSnapshot(sampleGroup())
    const { board, artefacts } = rootsOf(doc)
    board.set(
      'shape:nan',
      new Y.Map<unknown>([
        ['id', 'shape:nan'],
        ['typeName', 'shape'],
        ['type', 'geo'],
        ['parentId', 'page:solution-ideas'],
        ['xy', [Number.NaN, 0]],
      ]),
    )
    board.set(
      'shape:props',
      new Y.Map<unknown>([
        ['id', 'shape:props'],
        ['typeName', 'shape'],
        ['props', 5],
        ['p.w', 1],
      ]),
    )
    board.set(
      'shape:bytes',
      new Y.Map<unknown>([
        ['id', 'shape:bytes'],
        ['typeName', 'shape'],
        ['p.w', new Uint8Array(3)],
      ]),
    )
    ;(board as Y.Map<unknown>).set('shape:number', 7)
    artefacts.set(
      'nobody',
      new Y.Map<unknown>([
        ['kind', 'note'],
        ['phase', 'nowhere'],
        ['authorship', { as: 'anonymous' }],
      ]),
    )
    artefacts.set('__proto__', new Y.Map<unknown>([['kind', 'note']]))
    const snapshot = takeSnapshot(doc)
    expect(snapshot.unreadable.map(({ id }) => id).sort()).toEqual([
      '__proto__',
      'nobody',
      'shape:bytes',
      'shape:nan',
      'shape:number',
      'shape:props',
    ])
    expect(snapshot.board).toHaveLength(sound.board.length)
    expect(plan(workshopFileOf(material(doc), settings)).ok).toBe(true)
  })

  it('S23: keeps nothing beside the word "anonymous" of an anonymous card', () => {
    const doc = sampleGroup()
    const { artefacts } = rootsOf(doc)
    const id = [...artefacts.keys()].find(
      (key) => (artefacts.get(key)?.get('authorship') as { as: string }).as === 'anonymous',
    )!
    artefacts.get(id)!.set('authorship', { as: 'anonymous', name: 'Verräterisch' })
    expect(JSON.stringify(takeSnapshot(doc))).not.toContain('Verräterisch')
  })
})

it("a card that a group brought is known again after an import, and one of a group that is not there is nobody's", () => {
  const doc = everyKind()
  const { artefacts } = rootsOf(doc)
  const [id, strange] = [...artefacts.keys()]
  const whole = material(doc)
  const home = { groupId: whole.groups[0]!.group.id, artefactId: newId<never>(), said: 'abc' }
  const behind = { pieces: 3, interviews: 2, municipalities: 1, against: 0 }
  artefacts.get(id!)!.set('home', { ...home, behind })
  artefacts.get(strange!)!.set('home', { ...home, groupId: newId() })
  whole.groups[0]!.updates = [Y.encodeStateAsUpdate(doc)]
  const homesIn = (updates: Uint8Array[]) => {
    const read = new Y.Doc()
    for (const update of updates) Y.applyUpdate(read, update)
    return [id!, strange!].map((one) => rootsOf(read).artefacts.get(one)!.get('home'))
  }
  const of = (quotes: 'all' | 'released') => {
    const plan = planImport(Buffer.from(JSON.stringify(workshopFileOf(whole, { ...settings, quotes }))))
    if (!plan.ok) throw new Error(plan.refusal.code)
    const [group] = plan.value.groups
    return { groupId: group!.id, homes: homesIn([group!.document]) }
  }
  const complete = of('all')
  expect(complete.homes).toEqual([{ ...home, groupId: complete.groupId, behind }, undefined])
  const { said: _, ...told } = home
  const reduced = of('released')
  expect(reduced.homes).toEqual([{ ...told, groupId: reduced.groupId, behind }, undefined])
})
