import { atom, type Atom } from 'tldraw'
import type { RoomSession } from '#client/session/room-session.ts'

/**
 * Lets the canvas know that a card's content changed: its height follows its text, and the canvas remembers heights
 * until a signal they were computed from changes. One signal for each card that was measured, as long as the board
 * lives.
 */
export class CardChanges {
  private readonly signals = new Map<string, Atom<number>>()
  private readonly stops: (() => void)[] = []
  private readonly artefacts: RoomSession['artefacts']

  constructor({ artefacts }: Pick<RoomSession, 'artefacts'>) {
    this.artefacts = artefacts
  }

  /** To be called inside a computation that depends on the card's content. */
  observe(artefactId: string): void {
    this.signalOf(artefactId).get()
  }

  destroy(): void {
    for (const stop of this.stops) stop()
    this.signals.clear()
  }

  private signalOf(artefactId: string): Atom<number> {
    const known = this.signals.get(artefactId)
    if (known) return known
    const signal = atom(`content of ${artefactId}`, 0)
    this.signals.set(artefactId, signal)
    this.stops.push(this.artefacts.subscribe(artefactId, () => signal.update((count) => count + 1)))
    return signal
  }
}
