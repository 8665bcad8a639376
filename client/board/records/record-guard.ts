import type { StoreSchema, TLRecord, TLStoreProps } from 'tldraw'
import { firstPageOf, pageOf, recordFault, textIn, type BoardRecord } from '#shared/document/board-record.ts'
import type { Roots } from '#shared/document/roots.ts'

type Judgement =
  | { is: 'readable'; record: TLRecord }
  /** Shown in another place than it asks for, because where it asks for does not exist. */
  | { is: 'repaired'; record: TLRecord; reason: string }
  | { is: 'unreadable'; reason: string }

/**
 * Decides whether a record of the document may enter the canvas. Everything that gets past here is drawn, so whatever
 * could throw or loop inside tldraw has to stop here (S10): wrong types, foreign ids, positions out of range,
 * parent cycles (they hang the tab) and bindings of shapes that are not there.
 */
export function judgeRecord(
  schema: StoreSchema<TLRecord, TLStoreProps>,
  board: Roots['board'],
  key: string,
  record: BoardRecord,
): Judgement {
  const fault = recordFault(key, record) ?? bindingFault(board, record)
  if (fault) return { is: 'unreadable', reason: fault }
  const lost = record.typeName === 'shape' && pageOf(board, key) === null
  const refuge = lost ? firstPageOf(board) : null
  if (lost && !refuge) return { is: 'unreadable', reason: 'no page to show it on' }
  const checked = checkSchema(schema, refuge ? { ...record, parentId: refuge } : record)
  if (typeof checked === 'string') return { is: 'unreadable', reason: checked }
  return refuge
    ? { is: 'repaired', record: checked, reason: 'its page or frame is gone' }
    : { is: 'readable', record: checked }
}

function checkSchema(schema: StoreSchema<TLRecord, TLStoreProps>, record: BoardRecord): TLRecord | string {
  const type = schema.types[record.typeName as TLRecord['typeName']]
  try {
    return type.validate(record)
  } catch (error) {
    return error instanceof Error ? error.message : 'does not fit the schema'
  }
}

/** tldraw follows a binding to both shapes without looking whether they exist. */
function bindingFault(board: Roots['board'], record: BoardRecord): string | null {
  if (record.typeName !== 'binding') return null
  if (board.get(textIn(record.fromId))?.get('type') !== 'arrow')
    return 'binding of something that is no arrow'
  if (!board.has(textIn(record.toId))) return 'binding to a missing shape'
  return null
}
