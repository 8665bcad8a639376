import { contrastOnWhite } from '../base/contrast.ts'

/** What a house gives its look by: a file of each kind that is written into, and for PDF a logo and a colour. */
export const houseFormats = ['docx', 'odt', 'pptx', 'pdf'] as const
export type HouseFormat = (typeof houseFormats)[number]
/** Those of which a whole file is taken. */
export type OfficeFormat = Exclude<HouseFormat, 'pdf'>

/** What is said of such a file; the file itself stays with the server. */
export interface HouseTemplate {
  format: HouseFormat
  /** As its file was called; empty for a colour without a logo. */
  name: string
  /** "#0a5c66"; null where none was chosen, and for files, which have their own. */
  colour: string | null
  /** The operator's count for every workshop that has none of its own. */
  from: 'workshop' | 'operator'
  /** Milliseconds since the Unix epoch. */
  addedAt: number
  sizeBytes: number
}

/** Headings are written in it, so it must be read on white paper by everybody (WCAG 2.2, 1.4.3). */
export const isHouseColour = (text: string): boolean =>
  /^#[0-9a-f]{6}$/.test(text) && contrastOnWhite(text) >= 4.5
