/** Files that a house gives its letterhead and styles by. */
export const houseFormats = ['docx', 'odt', 'pptx'] as const
export type HouseFormat = (typeof houseFormats)[number]

/** What is said of such a file; the file itself stays with the server. */
export interface HouseTemplate {
  format: HouseFormat
  /** As its file was called. */
  name: string
  /** Milliseconds since the Unix epoch. */
  addedAt: number
  sizeBytes: number
}
