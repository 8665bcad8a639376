import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addLink,
  createArtefact,
  headlineOf,
  readArtefact,
  removeLink,
  replaceText,
  setField,
  setTag,
  textOf,
  turnInto,
} from '#shared/document/artefacts.ts'
import { newId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { exchange } from '#tests/support/room-session.ts'

const create = (doc: Y.Doc, kind: ArtefactKind, fields: Record<string, string>) =>
  createArtefact(rootsOf(doc).artefacts, {
    kind,
    phase: 'problem',
    createdAt: 1,
    authorship: { as: 'organisation', organisation: 'Landkreis' },
    fields,
  })

/** The same document at two people who do not see each other. */
function two(kind: ArtefactKind, fields: Record<string, string>) {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  const id = create(a, kind, fields)
  exchange(a, b)
  const read = (doc: Y.Doc) => readArtefact(rootsOf(doc).artefacts, id)!
  return {
    a: rootsOf(a).artefacts,
    b: rootsOf(b).artefacts,
    id,
    meet: () => exchange(a, b),
    read: () => [read(a), read(b)],
  }
}

describe('two people changing one card at once', () => {
  it('both win when they change different fields', () => {
    const { a, b, id, meet, read } = two('persona', { name: 'Frau Krause' })
    const portrait = newId<string>()
    setField(a, id, 'digitalSkill', 4)
    setField(b, id, 'portrait', portrait)
    replaceText(textOf(a, id, 'goals')!, 'Ruhe')
    replaceText(textOf(b, id, 'needs')!, 'Zeit')
    meet()
    for (const { fields } of read()) {
      expect(fields).toMatchObject({ digitalSkill: 4, portrait, goals: 'Ruhe', needs: 'Zeit' })
    }
  })

  it('both win inside one text, letter by letter', () => {
    const { a, b, id, meet, read } = two('idea', { sentence: 'Ein Lotse hilft.' })
    replaceText(textOf(a, id, 'sentence')!, 'Ein digitaler Lotse hilft.')
    replaceText(textOf(b, id, 'sentence')!, 'Ein Lotse hilft jederzeit.')
    meet()
    for (const { fields } of read()) expect(fields.sentence).toBe('Ein digitaler Lotse hilft jederzeit.')
  })

  it('lose neither link nor tag', () => {
    const { a, b, id, meet, read } = two('note', { text: 'x' })
    addLink(a, id, { type: 'derivedFrom', to: 'one' as never })
    addLink(b, id, { type: 'supports', to: 'two' as never })
    setTag(a, id, 'IT', true)
    setTag(b, id, 'Recht', true)
    meet()
    for (const { links, tags } of read()) {
      expect(links.map(({ to }) => to).sort()).toEqual(['one', 'two'])
      expect(tags).toEqual(['IT', 'Recht'])
    }
  })

  it('keep writing while somebody else turns the card into another kind', () => {
    const { a, b, id, meet, read } = two('note', { text: 'Wege verkürzen' })
    turnInto(a, id, 'idea')
    replaceText(textOf(b, id, 'text')!, 'Wege deutlich verkürzen')
    meet()
    turnInto(a, id, 'note')
    meet()
    for (const artefact of read()) {
      expect(artefact.kind).toBe('note')
      expect(headlineOf(artefact)).toContain('Wege')
    }
    expect(read()[0]).toEqual(read()[1])
  })
})

describe('turning a card into another kind', () => {
  it('takes the headline along and loses nothing on the way back', () => {
    const doc = new Y.Doc()
    const { artefacts } = rootsOf(doc)
    const id = create(doc, 'persona', { name: 'Herr Yilmaz', goals: 'Feierabend' })
    turnInto(artefacts, id, 'note')
    expect(headlineOf(readArtefact(artefacts, id)!)).toBe('Herr Yilmaz')
    turnInto(artefacts, id, 'persona')
    expect(readArtefact(artefacts, id)!.fields).toMatchObject({ name: 'Herr Yilmaz', goals: 'Feierabend' })
  })

  it('shortens a text too long for the new headline and keeps the whole of it beside', () => {
    const doc = new Y.Doc()
    const { artefacts } = rootsOf(doc)
    const long = 'Ein sehr langer Gedanke. '.repeat(15).trim()
    const id = create(doc, 'note', { text: long })
    turnInto(artefacts, id, 'persona')
    const { fields } = readArtefact(artefacts, id)!
    expect(String(fields.name).length).toBeLessThanOrEqual(120)
    expect(fields.quote).toBe(long)
    const faces = create(doc, 'note', { text: '😀'.repeat(100) })
    turnInto(artefacts, faces, 'persona')
    expect(String(readArtefact(artefacts, faces)!.fields.name), 'no half sign at its end').toMatch(
      /^(?:😀)+…$/u,
    )
  })

  it('puts a text of several lines into one line where the new headline has only one', () => {
    const doc = new Y.Doc()
    const { artefacts } = rootsOf(doc)
    const id = create(doc, 'note', { text: 'Frau\nKrause' })
    turnInto(artefacts, id, 'persona')
    expect(readArtefact(artefacts, id)!.fields.name).toBe('Frau Krause')
  })
})

it('A link can be taken away again', () => {
  const doc = new Y.Doc()
  const { artefacts } = rootsOf(doc)
  const id = create(doc, 'note', { text: 'x' })
  const link = { type: 'supports' as const, to: 'y' as never }
  addLink(artefacts, id, link)
  removeLink(artefacts, id, link)
  expect(readArtefact(artefacts, id)!.links).toEqual([])
})

it('a moment that was stored before moments had bounds reads as none, so that every file can be written', () => {
  const doc = new Y.Doc()
  const id = create(doc, 'note', { text: 'Zukunft' })
  rootsOf(doc).artefacts.get(id)!.set('createdAt', 8e15)
  expect(readArtefact(rootsOf(doc).artefacts, id)?.createdAt).toBe(0)
  expect(takeSnapshot(doc).artefacts[0]?.createdAt).toBe(0)
})
