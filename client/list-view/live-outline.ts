import type * as Y from 'yjs'
import type { RoomSession } from '#client/session/room-session.ts'
import { outlineOf, unplacedArtefacts, type OutlinePage } from '#shared/document/outline.ts'
import type { Artefact } from '#shared/document/artefacts.ts'

export interface RoomOutline {
  pages: readonly OutlinePage[]
  /** Artefacts that lie on no page. */
  unplaced: readonly Artefact[]
}

/**
 * The outline of a live room. Own changes show at once; others' changes at most once per frame, however many people
 * drag cards about. Artefacts come out of the session's cache, so that a change of arrangement reads no texts.
 */
export class LiveOutline {
  private readonly session: RoomSession
  private readonly listeners = new Set<() => void>()
  private outline: RoomOutline | null = null
  private frame: number | null = null

  constructor(session: RoomSession) {
    this.session = session
  }

  readonly current = (): RoomOutline => {
    this.outline ??= this.read()
    return this.outline
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.listeners.size === 0) this.watch()
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) this.unwatch()
    }
  }

  private read(): RoomOutline {
    const { roots, artefacts } = this.session
    const cached = (id: string) => artefacts.get(id)
    return { pages: outlineOf(roots, cached), unplaced: unplacedArtefacts(roots, cached) }
  }

  private watch(): void {
    this.outline = null
    this.session.roots.board.observeDeep(this.onChange)
    this.session.roots.artefacts.observeDeep(this.onChange)
  }

  private unwatch(): void {
    this.session.roots.board.unobserveDeep(this.onChange)
    this.session.roots.artefacts.unobserveDeep(this.onChange)
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    this.frame = null
  }

  private readonly onChange = (_events: unknown, transaction: Y.Transaction): void => {
    if (transaction.local) this.refresh()
    else this.frame ??= requestAnimationFrame(() => this.refresh())
  }

  private refresh(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    this.frame = null
    this.outline = null
    for (const listener of this.listeners) listener()
  }
}
