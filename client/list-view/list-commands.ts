import type { ArtefactKind } from '#shared/kinds/index.ts'

/** What the room around the list may ask of it. Handed out by `<ListView ref={…}>` while the list is on screen. */
export interface ListCommands {
  /** Begins a card where the focus is, ready to write. */
  create(kind: ArtefactKind): void
  /** Unfolds what hides a card, e.g. one that was made of another, and leaves the focus where it is. */
  reveal(shapeId: string): void
  /** Goes on writing in the card that was just begun, else in a new one of the page's kind where the focus is. */
  write(letters: string): void
}
