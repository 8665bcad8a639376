import type { Tone } from '../cards/faces/tone.ts'

/**
 * Colours of cards in pictures: those of the light theme (a test compares them with `tokens.css`), because pictures
 * end up on paper, and a file has no custom properties to look them up in.
 */
export const pictureColours = {
  surface: '#ffffff',
  sunken: '#f1ece2',
  field: '#f1ebdf',
  ink: '#1e2120',
  'ink-quiet': '#585e5b',
  line: '#ddd6c9',
  'line-strong': '#837c6f',
  accent: '#0a5c66',
  attention: '#8a4b00',
  'note-yellow': '#ffec9e',
  'note-yellow-ink': '#332a00',
  'note-pink': '#ffd2dd',
  'note-pink-ink': '#3d0f1c',
  'note-blue': '#cde3fb',
  'note-blue-ink': '#0c2743',
  'note-green': '#d0edc8',
  'note-green-ink': '#12300d',
  'note-violet': '#e2d6f8',
  'note-violet-ink': '#281447',
  'note-grey': '#e5e3dd',
  'note-grey-ink': '#24262a',
} as const

export interface Paint {
  fill: string
  ink: string
  quiet: string
  /** Border; null for slips, which are their colour. */
  line: string | null
  /** Coloured edge that tells the kind from afar: at the top, or at the side for quotes. */
  edge: { colour: string; side: 'top' | 'left' } | null
}

export function paintOf(tone: Tone): Paint {
  const { surface, sunken, ink, line, accent, attention } = pictureColours
  const sheet = { fill: surface, ink, quiet: pictureColours['ink-quiet'], line }
  switch (tone) {
    case 'quote':
      return { ...sheet, edge: { colour: accent, side: 'left' } }
    case 'persona':
      return { ...sheet, edge: { colour: pictureColours['note-violet'], side: 'top' } }
    case 'idea':
      return { ...sheet, edge: { colour: attention, side: 'top' } }
    case 'interview':
      return { ...sheet, fill: sunken, line: pictureColours['line-strong'], edge: null }
    default: {
      const slip = pictureColours[`note-${tone}-ink`]
      return { fill: pictureColours[`note-${tone}`], ink: slip, quiet: slip, line: null, edge: null }
    }
  }
}
