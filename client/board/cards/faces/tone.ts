import { noteColours, type NoteColour } from '#shared/kinds/field.ts'
import type { Artefact } from '#shared/document/artefacts.ts'

/** What a card looks like from afar: a note is its colour, everything else its kind. */
export type Tone = NoteColour | 'quote' | 'persona' | 'idea' | 'interview'

export function toneOf({ kind, fields }: Artefact): Tone {
  if (kind !== 'note') return kind
  return noteColours.find((colour) => colour === fields.colour) ?? 'yellow'
}
