import { rootsOf, type Roots } from './roots.ts'
import type * as Y from 'yjs'

/**
 * How documents of earlier versions become documents of this one. The server migrates when it loads a room; the result
 * is a change like any other, so replicas of older documents merge with it.
 *
 * A migration must be repeatable: two servers may run it at once, and a replica that was offline may bring back what it
 * changed. It never deletes what people wrote. Released ones are never edited; a new one is appended.
 */
export interface Migration {
  /** Schema number afterwards: 1, 2, 3 … without gaps. */
  to: number
  name: string
  up: (roots: Roots) => void
}

export const migrations: readonly Migration[] = [
  // Documents before the first release carry no number and are otherwise the same
  { to: 1, name: 'number the schema', up: () => undefined },
]

/** Schema number of documents that this version writes. */
export const currentSchema = migrations.at(-1)!.to

/** Schema number of a document; 0 where none was written. */
export function schemaOf({ meta }: Pick<Roots, 'meta'>): number {
  const schema = meta.get('schema')
  return typeof schema === 'number' && Number.isInteger(schema) ? schema : 0
}

/**
 * Brings a document up to date; call inside a transaction of the server's. Answers the names of what was done.
 * @throws Error when a later version wrote the document
 */
export function migrate(doc: Y.Doc, list: readonly Migration[] = migrations): string[] {
  const roots = rootsOf(doc)
  const schema = schemaOf(roots)
  const latest = list.at(-1)?.to ?? 0
  if (schema > latest) throw new Error(`document of schema ${schema}, written by a later version`)
  const due = list.filter(({ to }) => to > schema)
  for (const { up } of due) up(roots)
  if (due.length > 0) roots.meta.set('schema', latest)
  return due.map(({ name }) => name)
}
