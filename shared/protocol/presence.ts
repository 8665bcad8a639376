/**
 * Awareness state of one connection. Small on purpose, because it travels up to eight times a second to everybody:
 * one-letter keys, whole numbers, and no identity (see `Person`). Every field may be missing.
 */
export interface PresenceState {
  /** Board page looked at. */
  p?: string
  /** Cursor in page coordinates, rounded. */
  c?: [x: number, y: number]
  /** Selected record ids, at most 20. */
  s?: string[]
  /** Visible part of the page [x, y, w, h], sent while somebody follows or may follow. */
  v?: [x: number, y: number, w: number, h: number]
  /** Artefact and field being edited. */
  e?: [artefactId: string, field: string]
  /** Frame that whoever presents shows as a slide. */
  f?: string
  /** The cursor is a laser pointer: 1, or missing. */
  l?: 1
}
