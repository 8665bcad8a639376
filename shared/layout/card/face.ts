import type { Family } from './draw.ts'
import type { IconName } from './icons.ts'
import type { Mark } from './outline.ts'
import type { Body, CardFace, Maturity, Part } from './parts.ts'

/** What a card looks like: pure, so that screen, picture, list and phone show the same. One per kind. */
export interface Face {
  /** The card at this moment. Reads nothing but its arguments. */
  draw(artefact: ShownArtefact, context: FaceContext): DrawnFace
  /** From far away, on the soft colour of the family: the marks by which the kind is told without a word. */
  outline: readonly Mark[]
}

interface DrawnFace {
  body: Body
  parts: readonly Part[]
  /** A small card on the field that names its kind: tighter, one size smaller. */
  compact?: boolean
}

/** As much of an artefact as a face may look at; who wrote it is not among it. */
export interface ShownArtefact {
  id: string
  status: Maturity
  fields: Readonly<Record<string, unknown>>
}

/** What is put into a sentence. */
type FaceValues = Readonly<Record<string, string | number>>

/** What a face needs beside the artefact, resolved by whoever shows it. */
export interface FaceContext {
  kind: { family: Family; icon: IconName; needsEvidence: boolean }
  /** Words of this kind: `label`, `empty`, `fields.goals.label`, `face.<key>`. */
  say: (key: string, values?: FaceValues) => string
  /** Words all cards share: `board.card.<key>`. */
  common: (key: string, values?: FaceValues) => string
  /** The headline of another artefact; null where it is not there (or may not be seen). */
  nameOf: (id: string) => string | null
  /** A day (YYYY-MM-DD) as people write it. */
  day: (date: string) => string
  /** What stands behind the card; null while nobody has counted. For a source: what was taken from it. */
  evidence: {
    /** Quotes, observations, test sessions. */
    pieces: number
    interviews: number
    against: number
    /** Something else took its place. */
    superseded?: boolean
    /** Municipalities behind the interviews. */
    municipalities?: number
    /** What lies on it; null where nothing does. */
    held?: {
      cards: number
      /** Out of sight. */
      folded: boolean
      quadrants: Readonly<Partial<Record<'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight', number>>>
    } | null
  } | null
  /** Comments that are not ticked off, and how many of all this reader has not read. */
  comments: number
  unread?: number
  /** Whether the texts of interviews are there to be looked at: outside of their group they never are. */
  seesProtocols: boolean
  /** Whether the card lies on the field whose title names its kind. */
  home: boolean
}

/** A kind's face with what every card of the family has. */
export function drawFace(face: Face, artefact: ShownArtefact, context: FaceContext): CardFace {
  return { family: context.kind.family, ...face.draw(artefact, context) }
}
