/** Room for text inside the faces, shared by what the screen shows and what a picture draws. Board units. */
export const PADDING = 12
export const FOOT_HEIGHT = 30

interface Size {
  w: number
  h: number
}

const inner = ({ w, h }: Size, above = 0, below = 0): Size => ({
  w: Math.max(40, w - 2 * PADDING),
  h: Math.max(18, h - 2 * PADDING - FOOT_HEIGHT + 8 - above - below),
})

export const noteBox = (card: Size) => inner(card)
/** Below the quotation mark, above the two lines that say who and where; both with the gap beside them. */
export const quoteBox = (card: Size) => inner(card, 28, 46)
export const ideaBox = (card: Size, benefit: boolean, sketch: boolean) =>
  inner(card, 0, (benefit ? 44 : 0) + (sketch ? 96 : 0))
export const interviewBox = (card: Size) => inner(card, 0, 56)
export const PORTRAIT = 72
