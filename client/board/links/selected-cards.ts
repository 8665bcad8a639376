import type { TLShape } from 'tldraw'
import type { CardShape } from '../cards/card-shape.ts'

/** The artefacts whose cards are among these shapes. */
export const cardsAmong = (shapes: readonly TLShape[]): string[] =>
  shapes.flatMap((shape) => (shape.type === 'card' ? (shape as CardShape).props.artefactId : []))
