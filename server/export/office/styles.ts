/** The letter of the product; whoever has not installed it gets the one after it, which every office suite knows. */
export const officeLetter = { name: 'Atkinson Hyperlegible Next', instead: 'Arial' }

/** A4, as the PDF has it. Millimetres. */
export const officePage = { width: 210, height: 297, top: 24, right: 20, bottom: 20, left: 23 }
export const textWidthMm = officePage.width - officePage.left - officePage.right

export const quietColour = '#585e5b'
export const ruleColour = '#ddd6c9'
export const inkColour = '#1e2120'

export interface OfficeStyle {
  /** As Word calls it, and Pandoc with it. */
  word: { id: string; name: string }
  /** As OpenDocument calls it. */
  odf: string
  basedOn: 'text' | null
  sizePt: number
  abovePt: number
  belowPt: number
  isBold?: true
  colour?: 'house' | 'quiet'
  /** Stays on the page of what follows. */
  isLead?: true
  /** Of a heading. */
  level?: number
  indentPt?: number
  /** A rule at its left, as quotes have it. */
  isBarred?: true
}

const heading = (
  level: number,
  sizePt: number,
  abovePt: number,
  colour?: 'house' | 'quiet',
): OfficeStyle => ({
  word: { id: `Heading${level}`, name: `heading ${level}` },
  odf: `Heading ${level}`,
  basedOn: 'text',
  sizePt,
  abovePt,
  belowPt: Math.round(abovePt / 2.4),
  isBold: true,
  isLead: true,
  level,
  ...(colour ? { colour } : {}),
})

type Measures = [sizePt: number, abovePt: number, belowPt: number]

const style = (
  id: string,
  odf: string,
  [sizePt, abovePt, belowPt]: Measures,
  more: Partial<OfficeStyle> = {},
): OfficeStyle => ({
  word: { id, name: id.replace(/(?<=[a-z])(?=[A-Z])/g, ' ') },
  odf,
  basedOn: 'text',
  sizePt,
  abovePt,
  belowPt,
  ...more,
})

/** Of Word, in which Pandoc has no style of its own for what stands in tables. */
export const CELL_TEXT = 'TableText'

/**
 * What documents for word processors look like: the measures of the PDF (`typst-look.ts`), under the names that Pandoc gives
 * to what it writes.
 */
export const officeStyles: readonly OfficeStyle[] = [
  style('Normal', 'Standard', [10.5, 0, 0], { basedOn: null }),
  style('BodyText', 'Text body', [10.5, 4, 6]),
  style('FirstParagraph', 'First paragraph', [10.5, 4, 6]),
  style('Compact', 'List Bullet Tight', [10.5, 1.5, 1.5]),
  style(CELL_TEXT, 'Table Contents', [9.5, 1.5, 1.5]),
  { ...style('Title', 'Title', [26, 0, 6]), isBold: true, isLead: true, colour: 'house' },
  { ...style('Subtitle', 'Subtitle', [12, 0, 16]), colour: 'quiet' },
  heading(1, 20, 26, 'house'),
  heading(2, 14.5, 20),
  heading(3, 12, 16),
  heading(4, 10.5, 13, 'quiet'),
  heading(5, 10.5, 11, 'quiet'),
  heading(6, 10.5, 10, 'quiet'),
  style('BlockText', 'Quotations', [10.5, 6, 8], { indentPt: 12, isBarred: true }),
  style('TableCaption', 'TableCaption', [9, 8, 4], { colour: 'quiet', isLead: true }),
  style('ImageCaption', 'FigureCaption', [9, 2, 10], { colour: 'quiet' }),
  style('CaptionedFigure', 'FigureWithCaption', [10.5, 8, 2], { isLead: true }),
  {
    ...style('TOCHeading', 'TOC Heading', [12, 16, 5], { isBold: true, isLead: true }),
    word: { id: 'TOCHeading', name: 'TOC Heading' },
  },
  { ...style('TOC1', 'toc 1', [10.5, 4, 1]), word: { id: 'TOC1', name: 'toc 1' } },
  { ...style('TOC2', 'toc 2', [10.5, 1, 1], { indentPt: 10 }), word: { id: 'TOC2', name: 'toc 2' } },
  { ...style('Footer', 'Footer', [9, 0, 0]), word: { id: 'Footer', name: 'footer' }, colour: 'quiet' },
]

/** What a document made of our styles has of its own. */
export interface OfficeLook {
  /** "#0a5c66" */
  colour: string
  language: 'de' | 'en'
  /** At the foot of every page, beside its number. */
  foot: string
  /** Milliseconds since the Unix epoch. */
  writtenAt: number
}
