import type { ArtefactKind } from '#shared/kinds/index.ts'

/** Part of a page, in page coordinates. */
export interface Area {
  x: number
  y: number
  w: number
  h: number
}

/**
 * What the room around the board may ask of it. Handed out by `<Board ref={…}>` while the board is on screen. This
 * file imports nothing of the canvas, so that it may be named outside the lazily loaded part.
 */
export interface BoardCommands {
  /** Places a new card in the middle of what is visible and starts writing in it. Null while read-only. */
  createCard(kind: ArtefactKind): string | null
  /** Begins a card of the page's kind where the pointer is, or in the middle when it is elsewhere. */
  createCardHere(): void
  /** Whether exactly one card is selected and may be written in. */
  isCardSelected(): boolean
  /** Opens the one card that is selected. */
  openSelected(): void
  /** Goes on writing in the one card that is selected, else in a new one at the pointer. False while read-only. */
  write(letters: string): boolean
  /** Shows a card's page, brings it into view and selects it. False when there is no such card. */
  goToCard(shapeId: string): boolean
  /** What this person sees right now, for "alle auf meine Seite holen". */
  visibleArea(): { pageId: string; area: Area }
  /** Moves this person's view, e.g. because a moderator gathers everybody; null shows the whole page. */
  showArea(pageId: string, area: Area | null): void
  /** Keeps this person's view on what somebody else sees, until they move it themselves; null ends it. */
  follow(clientId: number | null): void
  /** Puts the keyboard into the canvas. */
  focus(): void
}
