import { describe, expect, it } from 'vitest'
import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { recordFault, unflattenRecord } from '#shared/document/board-record.ts'
import { outlineOf } from '#shared/document/outline.ts'
import { moveToParent, placeArtefact } from '#shared/document/placements.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { TEMPLATE_CLIENT_ID } from '#shared/methods/build-document.ts'
import { strategiewerkstattDocument, type TemplateRequest } from '#shared/methods/strategiewerkstatt.ts'
import { phases } from '#shared/workshop/phases.ts'

const NOW = Date.UTC(2026, 4, 4, 8)

function open(request: Partial<TemplateRequest> = {}): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: NOW, ...request }))
  return doc
}

const pagesOf = (doc: Y.Doc) => outlineOf(rootsOf(doc))

describe.each(['project', 'plenum'] as const)('the prepared pages of a %s room', (kind) => {
  it('give every phase at least one page, in the order of the phases', () => {
    const order = pagesOf(open({ kind })).map((page) => phases.indexOf(page.phase!))
    expect(new Set(order)).toEqual(new Set(phases.keys()))
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('are understood by the canvas, record by record', () => {
    const schema = createTLSchema({ shapes: defaultShapeSchemas, bindings: defaultBindingSchemas })
    const { board } = rootsOf(open({ kind }))
    expect(board.size).toBeGreaterThan(20)
    board.forEach((flat, key) => {
      const record = unflattenRecord(flat)
      expect(recordFault(key, record)).toBeNull()
      const type = schema.types[record.typeName as 'page' | 'shape']
      expect(type.validate(record as never), key).toBeTruthy()
    })
  })

  it('say on every page what to do, in German and in English', () => {
    const texts = (['de', 'en'] as const).map((language) =>
      [...rootsOf(open({ kind, language })).board.values()]
        .filter((record) => record.get('typeName') === 'page')
        .map((record) => String(record.get('m.instruction'))),
    )
    for (const text of texts.flat()) expect(text.length).toBeGreaterThan(30)
    expect(texts[0]!.some((text, n) => text === texts[1]![n])).toBe(false)
  })

  it('lay no frame over another', () => {
    const { board } = rootsOf(open({ kind }))
    const frames = [...board.values()].map(unflattenRecord).filter((record) => record.type === 'frame')
    for (const a of frames)
      for (const b of frames) if (a !== b && a.parentId === b.parentId) expect(overlap(a, b)).toBe(false)
  })
})

describe('the Strategiewerkstatt document', () => {
  it('is the same to the byte for the same request and differs by language', () => {
    const request = { language: 'de', kind: 'project', now: NOW } as const
    expect(strategiewerkstattDocument(request)).toEqual(strategiewerkstattDocument(request))
    expect(strategiewerkstattDocument({ ...request, language: 'en' })).not.toEqual(
      strategiewerkstattDocument(request),
    )
  })

  it('is written by one fixed Yjs client only', () => {
    const update = strategiewerkstattDocument({ language: 'de', kind: 'project', now: NOW })
    const clients = new Set(Y.decodeUpdate(update).structs.map((struct) => struct.id.client))
    expect(clients).toEqual(new Set([TEMPLATE_CLIENT_ID]))
  })

  it('gives stable record ids named after the phase', () => {
    expect(pagesOf(open()).map((page) => page.id)).toContain('page:preparation-matrix')
    for (const page of pagesOf(open())) expect(page.id.startsWith(`page:${page.phase}-`)).toBe(true)
  })

  it('lets a card be put into a quadrant without a canvas', () => {
    const doc = open()
    const roots = rootsOf(doc)
    const authorship = { as: 'anonymous' } as const
    doc.transact(() => {
      const artefactId = createArtefact(roots.artefacts, {
        kind: 'quote',
        phase: 'preparation',
        createdAt: NOW,
        authorship,
      })
      const placement = { artefactId, parentId: 'page:preparation-matrix', x: 0, y: 0, w: 280, h: 180 }
      const card = placeArtefact(roots.board, placement)
      moveToParent(roots.board, card, 'shape:preparation-matrix-operational-organisational')
    })
    const matrix = pagesOf(doc).find((page) => page.id === 'page:preparation-matrix')!
    expect(matrix.frames.map((frame) => frame.name)).toEqual([
      'strategisch · technologisch',
      'strategisch · organisatorisch',
      'operativ · technologisch',
      'operativ · organisatorisch',
    ])
    expect(matrix.frames.map((frame) => frame.cards.length)).toEqual([0, 0, 0, 1])
  })
})

function overlap(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const [left, right] = [box(a), box(b)]
  return (
    left.x < right.x + right.w &&
    right.x < left.x + left.w &&
    left.y < right.y + right.h &&
    right.y < left.y + left.h
  )
}

function box(record: Record<string, unknown>) {
  const { w, h } = record.props as { w: number; h: number }
  return { x: Number(record.x), y: Number(record.y), w, h }
}
