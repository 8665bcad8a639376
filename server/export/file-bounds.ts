import { limits } from '#shared/base/limits.ts'
import { maxCharsOf } from '#shared/document/correction-rules.ts'
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

function textTooLong({ artefacts }: FileDocument): ImportRefusal | null {
  for (const { kind, fields } of artefacts) {
    for (const [name, value] of Object.entries(fields)) {
      const max = maxCharsOf(kind, `f.${name}`)
      if (typeof value !== 'string' || value.length <= max) continue
      return { code: 'import_text_too_long', detail: `${kind}.${name}`, values: { max } }
    }
  }
  return null
}
