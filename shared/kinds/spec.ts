import type { Family } from '../layout/card/draw.ts'
import type { Face } from '../layout/card/face.ts'
import type { IconName } from '../layout/card/icons.ts'
import type { CardChapter } from './chapters.ts'
import type { FieldSpec } from './field.ts'

/**
 * Everything the product must know of a kind of card: its fields, and its traits. No other module names a kind; whoever
 * wants to treat one in a special way gives it a trait here and asks for that.
 */
export interface KindSpec {
  /** Field whose text stands for the artefact wherever there is room for one line only. */
  headline: string
  /** Beside the headline, the fields that tell two cards of the kind apart where there is one more line. */
  detail: readonly string[]
  /** Phase in which the kind is usually made. */
  phase: string
  family: Family
  icon: IconName
  /** What a card of the kind looks like, for board, list and pictures alike. */
  face: Face
  /** Size of a new card in board units at 100 % zoom. */
  size: { w: number; h: number }
  /** Field by whose colour the whole card is told from afar, instead of its family's. */
  colouredBy?: string
  evidence: EvidenceRole
  /**
   * How one begins: `empty`, to be written; `imported` with a text that never changes, so that no other card can become one,
   * nor it another; or `alongside` what is imported, offered by no menu.
   */
  begins: 'empty' | 'imported' | 'alongside'
  /**
   * Kinds it is made from as a new card beside the old one ("daraus ableiten"); `*` stands for all that begin empty.
   * Never a matter of rights, only of what menus offer.
   */
  from: readonly string[]
  /**
   * Where the words of the card go that it is made from, by that card's kind; null where the link says enough. The headline
   * takes them where nothing is said.
   */
  wordsInto?: Readonly<Record<string, string | null>>
  /** Keys (`<phase>-<key>`) of the template's pages on which this is what people mean who just begin to write. */
  pages: readonly string[]
  /** Where a dossier tells of it; without it a dossier leaves it on the board. */
  chapter?: CardChapter
  release?: ReleaseRule
  /** Field of type `number` that counts versions: the card that takes this one's place has the next. */
  versionIn?: string
  /** What was said of this very card, where it stands or what came of it: the card that takes its place begins without. */
  freshIn?: readonly string[]
  /** What is expected to come of it: until then the coverage of a group names it as a gap. */
  awaits?: Awaited
  place?: PlaceRule
  /**
   * Whether a card is told to somebody, in any group, who writes something like it ("Gibt es das schon?"): `offered` it is;
   * `both` it is, and who writes one is told what there is.
   */
  precedent?: 'offered' | 'both'
  /** A list of them is kept that need not lie on a sheet; the option `out` of the choice `by` takes one from it. */
  catalogue?: { by: string; out: string }
  /** Everybody may read it, once a moderator has released and published it. */
  gallery?: true
  /** It can be taken down in one line while people speak. */
  captured?: CaptureRule
  /** Somebody gives something, and how firmly. */
  pledge?: PledgeRule
  /** It stands on the roadmap. */
  milestone?: MilestoneRule
  /** Cards lie on it, whose place belongs to it: moving it moves them. */
  holds?: Holding
  /** It is shown to a hall: what its slides tell, in this order, on one where it is short; the rest is said on the first. */
  slides?: readonly (readonly [string] | readonly [string, string])[]
  /** The headline is what somebody said: among other words it needs its quotation marks. */
  said?: true
  fields: Readonly<Record<string, FieldSpec>>
}

/**
 * What a kind is to the Warum-Spur:
 * `source`  evidence begins here (an interview); counts on the board or not, because what was said stays said
 * `is`      evidence itself (a quote)
 * `needed`  it claims something: without evidence it is "unbelegt"
 * `free`    it stands for itself; evidence is shown where there is some
 */
export type EvidenceRole = 'source' | 'is' | 'needed' | 'free'

/** Kinds of gaps, in the order of the process: quotes nobody used … prototypes nobody tested. */
export const awaitedGaps = [
  'unusedQuotes',
  'questionsWithoutIdea',
  'untestedIdeas',
  'untestedPrototypes',
] as const

/** A gap, and the kinds that close it, however many steps lie between; `*` is anything at all. */
interface Awaited {
  gap: (typeof awaitedGaps)[number]
  until: readonly string[]
}

/** How a line becomes such a card: the line is its headline, and these fields say who and when. */
interface CaptureRule {
  owner: string
  day: string
  /** Words that say it with a colon behind them, in any language, in small letters. */
  said: readonly string[]
  /** It waits for whom it names, until this choice says so. Any line is one that names somebody or a day and nothing else. */
  promise?: { by: string; done: string }
}

/** Who gives what, how firmly (options from loose to firm), and what body still has to agree by when. */
interface PledgeRule {
  role: string
  firmness: string
  body: string
  day: string
  agreement: { by: string; pending: readonly string[] }
}

/** When something is to be reached, in which of the roadmap's steps (options in their order), and whether it is. */
interface MilestoneRule {
  owner: string
  day: string
  step: string
  promise: { by: string; done: string }
}

/** How cards lie on a card: in an order, so many side by side, or by what they are worth on two axes. */
export type Holding = { by: 'order'; columns: number } | { by: 'axes' }

/** What must not leave the group, in any format, as long as a choice does not say so. */
export interface ReleaseRule {
  /** The choice that decides. */
  by: string
  /** Its options with which the card may go out. */
  open: readonly string[]
  /** Who opens and closes it: moderators alone, or everybody, who then cannot open again what is closed. */
  writableBy: 'moderators' | 'everybody'
  /** Text that may then not stand anywhere else either, in no copy and no derived card; null where there is none. */
  telling: string | null
}

/** Somebody was promised not to be recognised: the exact place is for the group, another may be said outside. */
export interface PlaceRule {
  exact: string
  /** What is said outside instead, kind and size; where it is empty, the exact one is. */
  outside: string
  /** Fields that together with the exact place may point at one person. */
  pointsWith: readonly string[]
  /**
   * The choice that says what the person was promised: with `recognisable` nothing; with `placeless` the exact place stays
   * in the group, said or not said otherwise; with `hidden` so do the fields it points with.
   */
  promise: { by: string; recognisable: string; placeless: string; hidden: string }
}

/** Keeps the literal names of a kind's fields while checking its shape. */
export const defineKind = <const Spec extends KindSpec>(spec: Spec): Spec => spec
