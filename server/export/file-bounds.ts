import { limits } from '#shared/base/limits.ts'
import { flattenRecord } from '#shared/document/board-record.ts'
import { maxCharsOf, maxItemCharsOf, maxItemsOf, weightOf } from '#shared/document/correction-rules.ts'
import { currentSchema } from '#shared/document/migrations.ts'
import type { FileGroup } from '#shared/report/workshop-file.ts'
import { isShape, pageOf } from '#server/rooms/page-census.ts'
import type { ImportRefusal } from './import-refusal.ts'

type FileDocument = FileGroup['document']

/**
 * What keeps a document out though every value in it is sound: a room could not open it, or would never have let it become
 * so big. Null where nothing does.
 */
export function excessIn(document: FileDocument): ImportRefusal | null {
  if (document.schema > currentSchema) {
    return { code: 'import_too_new', detail: `document of schema ${document.schema}` }
  }
  if (isOverfull(document)) {
    const values = { max: limits.maxShapesPerPage }
    return { code: 'import_page_full', detail: 'more shapes on a page than there may be', values }
  }
  if (isOverweight(document) || document.artefacts.some(isHeavyCard))
    return { code: 'import_unreadable', detail: 'a record too heavy' }
  if (hasTooMany(document)) return { code: 'import_unreadable', detail: 'more in a field than there may be' }
  return textTooLong(document)
}

/** No way in brings more to a page than canvases can show. */
function isOverfull({ board }: FileDocument): boolean {
  const parents = new Map(board.map(({ id, parentId }) => [id, parentId]))
  const counts = new Map<string | null, number>()
  for (const id of parents.keys()) {
    if (!isShape(id)) continue
    const page = pageOf(id, (at) => parents.get(at))
    counts.set(page, (counts.get(page) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) > limits.maxShapesPerPage
}

/** Records that no canvas would have made: each is sent to everybody who opens the page. */
function isOverweight({ board }: FileDocument): boolean {
  return board.some((record) => {
    const flat = [...flattenRecord(record)]
    const weight = flat.reduce((sum, [key, value]) => sum + weightOf(key, value), 0)
    return flat.length > limits.maxEntriesPerMap || weight > limits.maxBoardRecordBytes
  })
}

type FileCard = FileDocument['artefacts'][number]

/** What a card had as another kind and nobody sees. Texts have limits of their own; a list of them may be as long as a record. */
function isHeavyCard({ formerFields }: FileCard): boolean {
  const values = Object.values(formerFields).filter((stored) => !('text' in stored))
  return JSON.stringify(values).length > limits.maxBoardRecordBytes
}

function textTooLong({ artefacts }: FileDocument): ImportRefusal | null {
  for (const card of artefacts)
    for (const { where, chars, max } of [...textsIn(card), ...formerTextsIn(card)]) {
      if (chars <= max) continue
      return { code: 'import_text_too_long', detail: `${card.kind}.${where}`, values: { max } }
    }
  return null
}

/** How long a text is, and may be. */
interface Text {
  where: string
  chars: number
  max: number
}

function* textsIn({ kind, fields }: FileCard): Generator<Text> {
  for (const [name, value] of Object.entries(fields)) {
    const field = `f.${name}`
    if (typeof value === 'string') yield { where: name, chars: value.length, max: maxCharsOf(kind, field) }
    if (!Array.isArray(value)) continue
    for (const item of value)
      for (const [inner, text] of Object.entries(item.fields)) {
        if (typeof text !== 'string') continue
        yield { where: name, chars: text.length, max: maxItemCharsOf(kind, field, `f.${inner}`) }
      }
  }
}

/** What a card said as another kind. */
function* formerTextsIn({ formerFields }: FileCard): Generator<Text> {
  const max = limits.maxArtefactFieldChars
  for (const [where, value] of Object.entries(formerFields)) {
    if ('text' in value) yield { where, chars: value.text.length, max }
    if (!('records' in value)) continue
    for (const inner of Object.values(value.records).flatMap((record) => Object.values(record)))
      if ('text' in inner) yield { where, chars: inner.text.length, max }
  }
}

/** More records in a field than it may hold. */
const hasTooMany = ({ artefacts }: FileDocument): boolean =>
  artefacts.some(({ kind, fields }) =>
    Object.entries(fields).some(
      ([name, value]) => Array.isArray(value) && value.length > maxItemsOf(kind, `f.${name}`),
    ),
  )
