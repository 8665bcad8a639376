import * as Y from 'yjs'
import { replaceText } from './artefacts.ts'
import { sameJson } from './board-record.ts'
import { staysClosed, withholdsMore } from './release-rules.ts'
import type { Roots } from './roots.ts'

type Entries = Y.Map<unknown>

/**
 * Makes a document look like another by changes to what is there: entries that are equal stay untouched, texts change
 * by their one differing stretch, so that undo and others' cursors survive. Board records the other does not have go;
 * artefacts and comments stay, because an artefact without a placement is not shown and nobody's words are deleted.
 * What was withdrawn, redacted or promised since stays so: an older state opens nothing (`staysClosed`).
 * Call inside a transaction.
 */
export function restoreFrom(target: Roots, source: Roots): void {
  assignEntries(target.artefacts as unknown as Entries, source.artefacts as unknown as Entries, 'keep')
  assignEntries(target.comments as unknown as Entries, source.comments as unknown as Entries, 'keep')
  assignEntries(target.board as unknown as Entries, source.board as unknown as Entries, 'delete')
}

function assignEntries(target: Entries, source: Entries, surplus: 'keep' | 'delete'): void {
  source.forEach((value, key) => assignEntry(target, key, value))
  if (surplus === 'keep') return
  for (const key of [...target.keys()])
    if (!source.has(key) && !staysClosed(key, target.get(key), undefined)) target.delete(key)
}

function assignEntry(target: Entries, key: string, value: unknown): void {
  const present = target.get(key)
  if (staysClosed(key, present, value)) return
  if (value instanceof Y.Map && present instanceof Y.Map) {
    assignEntries(present as Entries, value as Entries, withholdsMore(key) ? 'keep' : 'delete')
  } else if (value instanceof Y.Text && present instanceof Y.Text) {
    replaceText(present, value.toString())
  } else if (value instanceof Y.AbstractType) {
    target.set(key, value.clone())
  } else if (!target.has(key) || !sameJson(present, value)) {
    target.set(key, value)
  }
}
