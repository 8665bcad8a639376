/** Files with an interview protocol that the server reads; plain text is read by the browser itself. */
export const protocolFormats = ['docx', 'odt', 'rtf', 'html', 'markdown'] as const
export type ProtocolFormat = (typeof protocolFormats)[number]

/** A stretch of a text, in UTF-16 units, `end` exclusive. */
export type Stretch = readonly [start: number, end: number]

/** What was read: plain text with what its writer stressed and what stands as a heading, in the order of the text. */
export interface ProtocolText {
  text: string
  strong: Stretch[]
  /** `level` from 1, as the file has it. */
  headings: { at: Stretch; level: number }[]
}
