/**
 * Colours of people, by the index the server gives each member. Dark enough for white letters on them (4.5:1), and
 * told apart by the name beside the cursor, never by colour alone.
 */
export const presencePalette = [
  '#0a5c66',
  '#9a3324',
  '#3d4fa8',
  '#4a6b12',
  '#86348a',
  '#8a4b00',
  '#1b6a8f',
  '#a02560',
  '#3f5b4a',
  '#6b4a1f',
  '#5a3fb0',
  '#7a1f3d',
] as const

export const presenceColour = (index: number): string =>
  presencePalette[Math.abs(Math.trunc(index)) % presencePalette.length]!
