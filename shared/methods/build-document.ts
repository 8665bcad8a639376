import * as Y from 'yjs'
import { writeRecord, type BoardRecord } from '../document/board-record.ts'
import { documentSchema, rootsOf } from '../document/roots.ts'
import type { Box } from '../document/shape-box.ts'
import { storedMeasure } from '../layout/held-cards.ts'
import { placesOnPage, type PagePlaces } from '../layout/page-places.ts'
import type { FieldTemplate, PageTemplate, Programme, TemplateLanguage } from './method.ts'

/**
 * Yjs client id of everything a template writes. Fixed, so that the same template gives the same bytes; nobody's
 * browser gets it (Yjs draws from 32 bits, and the server binds client ids to members).
 */
export const TEMPLATE_CLIENT_ID = 1

/** Lays a programme's pages into an empty document; returns the update that does so. */
export function buildDocument(programme: Programme, language: TemplateLanguage, now: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = TEMPLATE_CLIENT_ID
  const { board, meta } = rootsOf(doc)
  doc.transact(() => {
    meta.set('schema', documentSchema)
    meta.set('createdAt', now)
    for (const record of recordsOf(programme, language)) writeRecord(board, record)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** The board records of a programme: pages in order, each followed by its fields. */
export function recordsOf({ pages }: Programme, language: TemplateLanguage): BoardRecord[] {
  return pages.flatMap((page, n) => recordsOfPage(`${page.phase}-${page.key}`, page, language, indexKey(n)))
}

/** One page, followed by its fields. */
export function recordsOfPage(
  pageName: string,
  page: PageTemplate,
  language: TemplateLanguage,
  index: string,
): BoardRecord[] {
  const places = freshPlaces(pageName, page, language)?.boxes
  return [
    pageRecord(pageName, page, language, index),
    ...page.fields.map((field, z) => ({
      ...fieldRecord(pageName, field, language, places?.get(`shape:${pageName}-${field.key}`)),
      index: indexKey(z),
    })),
  ]
}

function pageRecord(pageName: string, page: PageTemplate, language: TemplateLanguage, index: string) {
  const { phase, instruction, question, tip } = page
  return {
    id: `page:${pageName}`,
    typeName: 'page',
    name: page.name[language],
    index,
    meta: {
      phase,
      layout: 'sheet',
      instruction: instruction[language],
      question: question[language],
      ...(tip && { tip: tip[language] }),
    },
  }
}

function fieldRecord(
  pageName: string,
  { key, name, seat, flow, takes, hint, example }: FieldTemplate,
  language: TemplateLanguage,
  { x, y, w, h }: Box = { x: 0, y: 0, w: 1, h: 1 },
): BoardRecord {
  return {
    ...shape(pageName, key),
    type: 'frame',
    x,
    y,
    props: { w, h, name: name[language], color: 'black' },
    meta: {
      seat: [seat.row, seat.column, seat.span],
      ...(flow !== null && { flow }),
      ...(takes.length > 0 && { takes: [...takes] }),
      ...(hint && { hint: hint[language] }),
      ...(example && { example: example[language] }),
    },
  }
}

/** Where the layout has the fields while they are empty: for readers that know nothing of sheets. */
export function freshPlaces(
  pageName: string,
  page: PageTemplate,
  language: TemplateLanguage,
): PagePlaces | null {
  const doc = new Y.Doc()
  const { board } = rootsOf(doc)
  writeRecord(board, pageRecord(pageName, page, language, indexKey(0)))
  for (const field of page.fields) writeRecord(board, fieldRecord(pageName, field, language))
  const places = placesOnPage(board, `page:${pageName}`, storedMeasure)
  doc.destroy()
  return places
}

const shape = (pageName: string, key: string) => ({
  id: `shape:${pageName}-${key}`,
  typeName: 'shape',
  parentId: `page:${pageName}`,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
})

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The nth key of a fractional index ("a1", "a2" …): short, sortable, and valid for tldraw. Up to 61 siblings. */
function indexKey(n: number): string {
  const digit = DIGITS[n + 1]
  if (digit === undefined) throw new RangeError(`a template has at most ${DIGITS.length - 1} siblings`)
  return `a${digit}`
}
