import type * as Y from 'yjs'
import { readArtefact, type Artefact } from '#shared/document/artefacts.ts'
import type { ArtefactStore } from './room-session.ts'

type ArtefactEvents = Y.YEvent<Y.Map<unknown>>[]

/** Follows the document with one observer, however many cards are on screen. */
export class DocumentArtefacts implements ArtefactStore {
  private readonly root: Y.Map<Y.Map<unknown>>
  private readonly snapshots = new Map<string, Artefact | null>()
  private readonly listeners = new Map<string, Set<() => void>>()
  private readonly onChange = (events: ArtefactEvents) => this.changed(touchedBy(events))

  constructor(root: Y.Map<Y.Map<unknown>>) {
    this.root = root
    root.observeDeep(this.onChange as Parameters<typeof root.observeDeep>[0])
  }

  get(id: string): Artefact | null {
    const known = this.snapshots.get(id)
    if (known !== undefined) return known
    const artefact = readArtefact(this.root, id)
    this.snapshots.set(id, artefact)
    return artefact
  }

  subscribe(id: string, listener: () => void): () => void {
    const listeners = this.listeners.get(id) ?? new Set()
    this.listeners.set(id, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.listeners.get(id) === listeners) this.listeners.delete(id)
    }
  }

  destroy(): void {
    this.root.unobserveDeep(this.onChange as Parameters<typeof this.root.unobserveDeep>[0])
    this.listeners.clear()
  }

  private changed(ids: ReadonlySet<string>): void {
    for (const id of ids) this.snapshots.delete(id)
    for (const id of ids) for (const listener of [...(this.listeners.get(id) ?? [])]) listener()
  }
}

/** Ids of the artefacts that a transaction touched, at whatever depth. */
export function touchedBy(events: ArtefactEvents): Set<string> {
  const ids = new Set<string>()
  for (const event of events) {
    if (event.path.length > 0) ids.add(String(event.path[0]))
    else for (const id of event.changes.keys.keys()) ids.add(id)
  }
  return ids
}
