/** A piece of a file as it will be, before it is made. */
export type PreviewPart =
  /** A page or slide as a picture. */
  | { type: 'page'; href: string; w: number; h: number }
  /** The file itself: one without script and without anything from elsewhere. */
  | { type: 'html'; text: string }
  /** How a file of plain text begins. */
  | { type: 'text'; text: string }
  /** A sheet, and how many rows follow those. */
  | {
      type: 'sheet'
      name: string
      columns: readonly string[]
      rows: readonly (readonly string[])[]
      more: number
    }
  /** What is inside, one behind the other. */
  | { type: 'holds'; title: string; things: readonly string[] }

/** What is shown of a file before somebody takes it; all of it passed the same consent rule as the file. */
export interface ExportPreview {
  parts: readonly PreviewPart[]
  /** Headings of a document, in their order, for those who do not see pages. */
  headings: readonly string[]
  /** Pages of the whole file, where it has pages. */
  pages: number | null
  /** Letters that the file has no drawing for, and shows as a lozenge; absent where it keeps them all. */
  foreignLetters?: number
}
