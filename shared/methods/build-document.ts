import * as Y from 'yjs'
import { writeRecord, type BoardRecord } from '../document/board-record.ts'
import { documentSchema, rootsOf } from '../document/roots.ts'
import type { FrameTemplate, LabelTemplate, Method, PageTemplate, TemplateLanguage } from './method.ts'

/**
 * Yjs client id of everything a template writes. Fixed, so that the same template gives the same bytes; nobody's
 * browser gets it (Yjs draws from 32 bits, and the server binds client ids to members).
 */
export const TEMPLATE_CLIENT_ID = 1

/** Lays a method's pages into an empty document; returns the update that does so. */
export function buildDocument(method: Method, language: TemplateLanguage, now: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = TEMPLATE_CLIENT_ID
  const { board, meta } = rootsOf(doc)
  doc.transact(() => {
    meta.set('schema', documentSchema)
    meta.set('createdAt', now)
    for (const record of recordsOf(method, language)) writeRecord(board, record)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** The board records of a method: pages in order, each followed by its frames and labels. */
export function recordsOf({ pages }: Method, language: TemplateLanguage): BoardRecord[] {
  return pages.flatMap((page, n) => {
    const pageName = `${page.phase}-${page.key}`
    const shapes = [
      ...page.frames.map((frame) => frameRecord(pageName, frame, language)),
      ...(page.labels ?? []).map((label) => labelRecord(pageName, label, language)),
    ]
    return [
      pageRecord(pageName, page, language, indexKey(n)),
      ...shapes.map((shape, z) => ({ ...shape, index: indexKey(z) })),
    ]
  })
}

const pageRecord = (pageName: string, page: PageTemplate, language: TemplateLanguage, index: string) => ({
  id: `page:${pageName}`,
  typeName: 'page',
  name: page.name[language],
  index,
  meta: { phase: page.phase, instruction: page.instruction[language] },
})

function frameRecord(pageName: string, frame: FrameTemplate, language: TemplateLanguage): BoardRecord {
  const { key, name, x, y, w, h } = frame
  return {
    ...shape(pageName, key),
    type: 'frame',
    x,
    y,
    props: { w, h, name: name[language], color: 'black' },
  }
}

/** Poles of an axis are read from afar, with the whole page on a small screen. */
const LABEL_SCALE = 2

/** Labels are locked: they are part of the page, and a hand that pulls at a card shall not take them along. */
function labelRecord(pageName: string, label: LabelTemplate, language: TemplateLanguage): BoardRecord {
  const { key, text, x, y, w, align = 'middle' } = label
  const paragraph = {
    type: 'paragraph',
    attrs: { dir: 'auto' },
    content: [{ type: 'text', text: text[language] }],
  }
  return {
    ...shape(pageName, key),
    type: 'text',
    x,
    y,
    isLocked: true,
    props: {
      color: 'grey',
      size: 'l',
      font: 'sans',
      textAlign: align,
      // tldraw measures a text before it scales it.
      w: w / LABEL_SCALE,
      richText: { type: 'doc', content: [paragraph] },
      scale: LABEL_SCALE,
      autoSize: false,
    },
  }
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
