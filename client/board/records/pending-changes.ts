import {
  changedProperties,
  withPlainWords,
  type BoardRecord,
  type FlatRecord,
} from '#shared/document/board-record.ts'

type PendingChange =
  | { type: 'added'; record: BoardRecord }
  | { type: 'changed'; properties: Map<string, unknown> }
  | { type: 'removed' }

/** What this person did and the document does not hold yet: per record, only what changed. */
export class PendingChanges {
  private changes = new Map<string, PendingChange>()
  private readonly strokes = new Set<string>()

  get isEmpty(): boolean {
    return this.changes.size === 0
  }

  add(record: BoardRecord): void {
    this.changes.set(record.id, { type: 'added', record: withPlainWords(record) })
    this.noteStroke(record)
  }

  change(from: BoardRecord, to: BoardRecord): void {
    this.noteStroke(to)
    const waiting = this.changes.get(to.id)
    if (waiting?.type === 'added') {
      this.changes.set(to.id, { type: 'added', record: withPlainWords(to) })
      return
    }
    const properties = changedProperties(from, withPlainWords(to))
    if (properties.size === 0) return
    const before = waiting?.type === 'changed' ? waiting.properties : []
    this.changes.set(to.id, { type: 'changed', properties: new Map([...before, ...properties]) })
  }

  remove(id: string): void {
    this.changes.set(id, { type: 'removed' })
    this.strokes.delete(id)
  }

  /** Somebody removed the record from the document: there is nothing left to write to. */
  drop(id: string): void {
    if (this.changes.get(id)?.type === 'changed') this.changes.delete(id)
  }

  isRemoved(id: string): boolean {
    return this.changes.get(id)?.type === 'removed'
  }

  /** The document's record with what waits here laid over it. */
  overlay(id: string, stored: FlatRecord): FlatRecord {
    const waiting = this.changes.get(id)
    if (waiting?.type !== 'changed') return stored
    const merged = new Map<string, unknown>()
    stored.forEach((value, key) => merged.set(key, value))
    for (const [key, value] of waiting.properties) {
      if (value === undefined) merged.delete(key)
      else merged.set(key, value)
    }
    return merged
  }

  /** True while everything that waits belongs to strokes somebody is still drawing. */
  get onlyStrokes(): boolean {
    return this.strokes.size > 0 && [...this.changes.keys()].every((id) => this.strokes.has(id))
  }

  take(): Map<string, PendingChange> {
    const taken = this.changes
    this.changes = new Map()
    return taken
  }

  private noteStroke(record: BoardRecord): void {
    const { isComplete } = (record.props ?? {}) as { isComplete?: boolean }
    if (isComplete === false) this.strokes.add(record.id)
    else this.strokes.delete(record.id)
  }
}
