import type { IconName } from './icons.ts'
import type { Family, NotePaper } from './draw.ts'

/**
 * The language in which a kind says what its card shows. It names parts, not places: where they go, how they break and
 * how high the card becomes is decided in one place (`card-layout.ts`), for the screen, pictures, list and phone.
 */
export type Part =
  | KindLine
  | Head
  | Bust
  | Title
  | Paragraph
  | Sentence
  | Rows
  | TintedBox
  | Steps
  | Chart
  | Rings
  | Cells
  | Columns
  | Cross
  | Curve
  | Picture
  | Strip
  | Notice
  | Points
  | Task
  | Counts
  | Space
  | Foot

/** What the card as a whole is made of. */
export type Body =
  /** White paper; `mark` is what tells the kind at the edge. */
  | { type: 'paper'; mark?: PaperMark }
  | { type: 'note'; paper: NotePaper }
  /** Filled with the colour of challenges. */
  | { type: 'poster' }
  /** A sheet with a tab on which other cards lie. */
  | { type: 'sheet' }
  /** Points to the right: something that is to come. */
  | { type: 'arrow' }

type PaperMark = 'cap' | 'leftBar' | 'dogEar' | 'topTint' | 'roundCorner' | 'doubleBorder'

/** Icon and word of the kind; at the right its maturity, a date, a word or a version. */
export interface KindLine {
  type: 'kindLine'
  icon: IconName
  word: string
  right?: KindLineRight | undefined
}

export type KindLineRight =
  /** `short` stands where the word would be cut. */
  | { type: 'word'; word: string; short?: string }
  | { type: 'maturity'; status: Maturity; word: string }
  | { type: 'version'; word: string }

export type Maturity = 'draft' | 'agreed' | 'final'

/** A tinted head with a disc (portrait, letters or icon), beside it kind line, title and one quiet line. */
export interface Head {
  type: 'head'
  portrait: { assetId: string } | { letters: string } | { icon: IconName }
  kindLine: KindLine
  title: Title
  about?: string
}

/** A head in the middle of the card, around which stands what is said of somebody. */
interface Bust {
  type: 'bust'
}

export interface Title {
  type: 'title'
  text: string
  size?: 19 | 20 | 21 | 22 | 24 | 28
  /** Marks what can be written in place: the field that stands for the card. At most one part of a card. */
  headline?: true
  /** Nobody has written it yet; `text` says so. */
  empty?: boolean
}

export interface Paragraph {
  type: 'text'
  text: string
  /** 18 is card text, 17 an accessory, 21 a sentence that carries the card. */
  size?: 17 | 18 | 21
  strong?: true
  quiet?: true
  headline?: true
  empty?: boolean
}

/** One sentence with tinted slots; an empty slot is outlined and says what goes there. */
export interface Sentence {
  type: 'sentence'
  pieces: readonly (string | { slot: string; empty: boolean })[]
  size?: 18 | 21
  headline?: true
}

/** Label and text in two columns, or below each other. */
export interface Rows {
  type: 'rows'
  rows: readonly Row[]
  arrangement: 'beside' | 'below'
}

export interface Row {
  label: string
  /** Text, or a measure in small bars. */
  value: string | { filled: number; of: number }
  /** Number at the right end: the evidence of this row alone. */
  evidence?: number
}

/** Tinted, so that it is not taken for fact: an interpretation. */
export interface TintedBox {
  type: 'box'
  label: string
  text: string
}

/** Bars filled so far, and the word for it: maturity, scale, stages. */
export interface Steps {
  type: 'steps'
  filled: number
  of: number
  word: string
  /** Wants to be seen from far. */
  large?: true
}

/** Columns of a count, with words for both ends. */
export interface Chart {
  type: 'chart'
  values: readonly number[]
  ends: readonly [string, string]
}

/** Rings (0 to `of` filled from the middle outwards), beside them a name and a quiet line. */
export interface Rings {
  type: 'rings'
  filled: number
  of: number
  title: Title
  about: string
}

export interface Cells {
  type: 'cells'
  columns: number
  /** `ruled`: label and text under a line; `tiles`: tinted tiles; `strips`: filled or not, without text. */
  style: 'ruled' | 'tiles' | 'strips'
  cells: readonly Cell[]
}

export interface Cell {
  label?: string
  text: string
  empty?: boolean
  /** On a tile: what is drawn there, above the text. */
  assetId?: string
}

/** Side by side: a big letter (optional), a label, a text. */
export interface Columns {
  type: 'columns'
  columns: readonly { letter?: string; label: string; text: string }[]
}

/** Four quadrants, upper left, upper right, lower left, lower right; dots by place (0…1, from the upper left). */
export interface Cross {
  type: 'cross'
  quadrants: readonly { title: string; text: string }[]
  /** Words at the ends of the axes: left, right, top, bottom. */
  poles?: readonly [string, string, string, string]
  dots?: readonly { x: number; y: number; label?: string }[]
  /** At least so high, its poles included: cards lie on it. */
  minHeight?: number
}

/** A curve of feeling from −2 to 2, one point per step, with a gap where nobody said how it feels (null); breaks in amber, chances in yellow, both with a sign. */
export interface Curve {
  type: 'curve'
  points: readonly { value: number | null; mark?: 'break' | 'chance' | 'both'; label?: string }[]
}

/** `top`: over the whole width above everything; `inside`: between other parts; with `beside`, parts at its right. */
export interface Picture {
  type: 'picture'
  assetId: string | null
  place: 'top' | 'inside'
  height?: number
  /** `cover` unless said otherwise: a drawing wants to be seen whole. */
  fit?: 'cover' | 'contain'
  beside?: readonly Part[]
}

/** Pictures side by side, each with its text below. */
export interface Strip {
  type: 'strip'
  pictures: readonly { assetId: string | null; text: string }[]
}

/** A line with a sign that wants to be seen: attention (amber), success (green). */
export interface Notice {
  type: 'notice'
  icon: IconName
  text: string
  tone: 'attention' | 'success' | 'family'
}

export interface Points {
  type: 'points'
  points: readonly string[]
}

/** A box to tick, beside it what is to be done. */
export interface Task {
  type: 'task'
  done: boolean
  title: Title
}

/** Numbers with their words: "11 dafür 1 dagegen". */
export interface Counts {
  type: 'counts'
  counts: readonly { count: number; word: string }[]
}

/** Room for what lies on the card. */
interface Space {
  type: 'space'
  height: number
}

/** The last line, always at the lower edge: left evidence and comments, right release, date or a word. */
export interface Foot {
  type: 'foot'
  left: readonly FootItem[]
  right?: FootItem | undefined
}

/** Where a narrow card has no room for words, `short` takes their place (a number, or nothing but the icon). */
export type FootItem =
  | { type: 'evidence'; word: string; short: string }
  /** Nothing stands behind it: outlined. */
  | { type: 'unproven'; word: string }
  | { type: 'word'; word: string; short?: string; icon?: IconName; tone?: 'attention' | 'family' }
  | { type: 'dots'; filled: number; of: number; word: string }

/** What one card shows at this moment. */
export interface CardFace {
  family: Family
  body: Body
  parts: readonly Part[]
  /** A small card on the field that names its kind: tighter, one size smaller. */
  compact?: boolean
}
