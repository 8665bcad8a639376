import type * as Y from 'yjs'
import { documentFrom } from '#shared/document/fold.ts'
import { mend } from '#shared/document/mend.ts'

/** A stored document, fit to be read. @throws Error when what is stored is incomplete or of a later version */
export function openDocument(updates: readonly Uint8Array[]): Y.Doc {
  const doc = documentFrom(updates)
  doc.transact(() => mend(doc))
  return doc
}
