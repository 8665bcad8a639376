import * as Y from 'yjs'

/**
 * The document that all these updates build.
 * @throws Error when they do not make a complete one
 */
export function documentFrom(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  requireComplete(doc)
  return doc
}

/** @throws Error when an update is missing that others build on */
export function requireComplete({ store: { pendingStructs, pendingDs } }: Y.Doc): void {
  if (pendingStructs !== null || pendingDs !== null) throw new Error('stored updates are incomplete')
}

/**
 * One update that builds the same document as many. Goes through a document, not through `mergeUpdates`, because only
 * a document forgets the content of what was deleted.
 * @throws Error when the updates do not make a complete document
 */
export function foldUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = documentFrom(updates)
  const snapshot = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return snapshot
}
