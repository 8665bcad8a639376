/**
 * The kinds of field an artefact may have. They say how a value is stored in the document, checked by the server,
 * edited in every view and exported; nothing about how a card looks.
 */
export type FieldSpec =
  /** Free text over several lines, merged character by character (Y.Text). */
  | { type: 'text'; maxChars: number }
  /** Free text on one line, merged character by character (Y.Text). */
  | { type: 'line'; maxChars: number }
  /** One of some words; the last writer wins. Labels: the kind's texts (`texts.ts`). */
  | { type: 'choice'; options: readonly string[]; initial: string }
  /** A whole number, or null while unknown. */
  | { type: 'number'; min: number; max: number }
  /** A day as YYYY-MM-DD, or null while unknown. */
  | { type: 'date' }
  /** An uploaded image (AssetId), or null. */
  | { type: 'image' }
  /** A text that never changes once written, because quotes point into it. A plain string. */
  | { type: 'transcript'; maxChars: number }
  /** Where in a transcript a quote stands (`QuoteSource`), or null. Never changes once written. */
  | { type: 'source' }

/** Position of a quote: UTF-16 offsets into the interview's transcript, `end` exclusive. */
export interface QuoteSource {
  interviewId: string
  start: number
  end: number
}

export type FieldValue = string | number | null | QuoteSource

export const noteColours = ['yellow', 'pink', 'blue', 'green', 'violet', 'grey'] as const
export type NoteColour = (typeof noteColours)[number]
