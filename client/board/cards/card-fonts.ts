import url from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import type { TLFontFace } from 'tldraw'

export const CARD_FONT = 'Atkinson Hyperlegible Next Variable'

/** Named to tldraw, so that pictures carry the font with them and look alike on every machine. */
export const cardFonts: TLFontFace[] = [
  { family: CARD_FONT, src: { url, format: 'woff2' }, weight: '200 800', style: 'normal' },
]
