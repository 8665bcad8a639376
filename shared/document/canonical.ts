import type * as Y from 'yjs'
import { rootNames, rootsOf } from './roots.ts'

/**
 * What a document says, as text that is equal for equal content: the plain values of all roots with sorted keys.
 * Two replicas agree when this agrees; equal state vectors prove nothing (a forged client id makes two documents with
 * equal vectors and different content).
 */
export function canonicalContent(doc: Y.Doc): string {
  const roots = rootsOf(doc)
  return canonicalJson(Object.fromEntries(rootNames.map((name) => [name, roots[name].toJSON()])))
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}
