import * as Y from 'yjs'
import { currentSchema, migrate, schemaOf } from './migrations.ts'
import { rootsOf, type Roots } from './roots.ts'

interface Mended {
  /** Entries removed that were no records at all. */
  strays: number
  /** Names of the migrations that were due. */
  migrations: string[]
}

/** Whether a stored document has to be mended before anybody reads it. */
export function needsMending(doc: Y.Doc): boolean {
  const roots = rootsOf(doc)
  return straysIn(roots).length > 0 || isOutdated(roots)
}

/**
 * Brings a stored document into the shape that every reader, here and in the browser, relies on; call inside a
 * transaction.
 * @throws Error when a later version wrote the document
 */
export function mend(doc: Y.Doc): Mended {
  const roots = rootsOf(doc)
  const strays = straysIn(roots)
  for (const { root, key } of strays) root.delete(key)
  return { strays: strays.length, migrations: isOutdated(roots) ? migrate(doc) : [] }
}

/** Nobody can send an entry that is no record, so they come from a damaged or tampered database. */
function straysIn({ artefacts, board, comments }: Roots) {
  return [artefacts, board, comments].flatMap((root) =>
    Array.from(root.entries(), ([key, value]: [string, unknown]) => ({ root, key, value })).filter(
      ({ value }) => !(value instanceof Y.Map),
    ),
  )
}

/** An empty document is left empty: whoever fills it writes the number. */
function isOutdated(roots: Roots): boolean {
  const { meta, board, artefacts } = roots
  return meta.size + board.size + artefacts.size > 0 && schemaOf(roots) !== currentSchema
}
