import * as Y from 'yjs'

/**
 * One update that builds the same document as many. Goes through a document, not through `mergeUpdates`, because only
 * a document forgets the content of what was deleted.
 * @throws Error when the updates do not make a complete document
 */
export function foldUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const { pendingStructs, pendingDs } = doc.store
  if (pendingStructs !== null || pendingDs !== null) throw new Error('stored updates are incomplete')
  const snapshot = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return snapshot
}
