/** The three slots of "Wie können wir … für … im Kontext …?" */
export interface ChallengeSlots {
  what: string
  whom: string
  where: string
}

interface Frame {
  sentence: (slots: ChallengeSlots) => string
  slots: RegExp
}

const frames: Readonly<Record<'de' | 'en', Frame>> = {
  de: {
    sentence: ({ what, whom, where }) => `Wie können wir ${what} für ${whom} im Kontext ${where}?`,
    slots: /^wie können wir (?<what>.+?) für (?<whom>.+?) im kontext (?<where>.+?)\s*\??$/isu,
  },
  en: {
    sentence: ({ what, whom, where }) => `How might we ${what} for ${whom} in the context of ${where}?`,
    slots: /^how might we (?<what>.+?) for (?<whom>.+?) in the context of (?<where>.+?)\s*\??$/isu,
  },
}

/** The question from its slots; an empty slot stays visible as an ellipsis. */
export function challengeSentence(slots: ChallengeSlots, language: 'de' | 'en'): string {
  const filled = (words: string) => words.trim().replace(/[.?!]+$/u, '') || '…'
  const { what, whom, where } = slots
  return frames[language].sentence({ what: filled(what), whom: filled(whom), where: filled(where) })
}

/** What stands in the slots of a question that was put in this form; null for one in words of its own. */
export function slotsIn(question: string, language: 'de' | 'en'): ChallengeSlots | null {
  const found = frames[language].slots.exec(question.trim())?.groups
  if (!found) return null
  const slot = (name: string) => (found[name] === '…' ? '' : (found[name] ?? ''))
  return { what: slot('what'), whom: slot('whom'), where: slot('where') }
}

/**
 * `solution`: it names what is to be built; `everything`: it is about everybody or all at once; `forNobody`: it names
 * no person; `short` and `long`: too little said to work on, or more than one question.
 */
type ScopeHint = 'solution' | 'everything' | 'forNobody' | 'short' | 'long'

/** Fewer words than these say what is to be better, but not for whom or where. */
const FEWEST_WORDS = 7
/** Nobody keeps more in mind. */
const MOST_WORDS = 40

/** Things to be built, alone and as the end of a compound; what only sounds like one ("Schulsystem", "knapp") is none. */
const solutions = new RegExp(
  String.raw`(^|[^\p{L}])(` +
    String.raw`(\p{L}{5,}|\p{L}*-)?apps?|\p{L}*-?chat-?bots?|\p{L}*(portale?n?s?|plattform(en)?|platforms?|software|websites?|webseiten?|datenbank(en)?|databases?|tools?)` +
    String.raw`|(\p{L}{4,}|\p{L}+-)?(?<!öko|schul|bildungs|gesundheits|sozial|rechts|steuer|verkehrs|renten|politische )systeme?n?s?` +
    String.raw`|formular-?assistent(en)?|ki|ai|blockchain)(?![\p{L}])`,
  'iu',
)
/** Everybody or everything, by a word of it, or the whole administration that is to be "better". */
const everything = new RegExp(
  String.raw`(^|[^\p{L}])(alle[nrs]?|jede[nrsm]?|überall|komplett\p{L}*|gesamte[nrsm]?|ganze[nrsm]?|everybody|everyone|everything|everywhere|entire|whole|all` +
    String.raw`|(die|unsere|the|our) (verwaltung|digitalisierung|kommunen?|stadt|gesellschaft|administration|digitisation)\s(.+\s)?(besser|moderner|digitaler|effizienter|schneller|zukunftsfähiger?|better|more modern|more digital)(\smachen|\swerden|\sgestalten)?)(?![\p{L}])`,
  'iu',
)
const forSomebody = /(^|[^\p{L}])(für|for)\s+[\p{L}\p{N}]/iu
/** Words for people, who are helped, given or shown something without any "for"; German ones begin with a capital. */
const people = new RegExp(
  String.raw`(^|[^\p{L}])(Menschen|Leuten?|Personen|Eltern|Müttern?|Vätern?|Kindern?|Jugendlichen?|Familien|Betroffenen?|Angehörigen?|Beschäftigten?` +
    String.raw`|\p{Lu}\p{L}*[:*]?innen|\p{Lu}\p{L}*(ierende|stellende|suchende|arbeitende|helfende|ziehende)n?|Helfenden?|\p{Lu}\p{L}*([Bb]ürger|[Aa]rbeiter|[Kk]räfte|[Ll]eute)n?` +
    String.raw`|people|persons|parents|mothers|fathers|children|families|citizens|residents|applicants|colleagues|staff|employees|clerks|caseworkers|users)(?!\p{L})`,
  'u',
)

/**
 * Where a challenge may be too narrow (it names a solution) or too wide. Looks at words and length only, and so is worth
 * a hint to people and nothing more. Empty questions get none.
 */
export function scopeHints(question: string): ScopeHint[] {
  const words = question.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (words.length === 0) return []
  const hints: [boolean, ScopeHint][] = [
    [solutions.test(question), 'solution'],
    [everything.test(question), 'everything'],
    [!forSomebody.test(question) && !people.test(question), 'forNobody'],
    [words.length < FEWEST_WORDS, 'short'],
    [words.length > MOST_WORDS, 'long'],
  ]
  return hints.flatMap(([applies, hint]) => (applies ? [hint] : []))
}
