import { folded } from './folded-text.ts'

/*
 * Two notes may differ in a few letters and say the opposite: "anmelden" and "abmelden", "mit" and "ohne", 3 days and 30.
 * Letters alone offered these as the same in every fourth pair (tests/fixtures/near-duplicates.json). German and English.
 */

/** Words that carry no sense of their own here: whether they stand there or not, it is the same note. */
const FILLERS = new Set(
  (
    'der die das dem den des ein eine einen einem einer eines im in am an auf zu zur zum bei von vom fuer es sich ihr ihre ' +
    'ist sind wird werden hat haben kann und auch sehr viel the a an of on at to for is are has have and very'
  ).split(' '),
)
const DENIALS = new Set(
  'nicht nie niemals niemand ohne gegen kaum weder nichts not no never nobody without against'.split(' '),
)
/** What narrows, doubts or sets a condition: with it, a text claims something else than without it. */
const QUALIFIERS = new Set(
  (
    'nur blos wenn falls sofern solange ausser ausgenommen bis angeblich vermutlich vielleicht eventuell moeglicherweise ' +
    'hoechstens mindestens fast beinahe wenig wenige wenigen weniger einige einigen manche manchen viele vielen meist meiste ' +
    'meistens alle allen immer oft selten manchmal bald frueher zukuenftig kuenftig geplant only if unless except until allegedly perhaps maybe ' +
    'possibly almost nearly few some many most all always often rarely sometimes soon planned'
  ).split(' '),
)
/** Small words that say the opposite of each other, although some of them carry no sense where the other is missing. */
const OPPOSED = [
  [['an'], ['aus', 'ab']],
  [['auf'], ['zu', 'ab']],
  [['in', 'im', 'ins'], ['aus']],
  [
    ['an', 'zu', 'zum', 'zur'],
    ['von', 'vom'],
  ],
  [['on'], ['off']],
  [['in'], ['out']],
  [['to'], ['from']],
] as const
/** What stands before it and behind it may not change places. */
const TURNING = new Set(['statt', 'dann', 'instead', 'then'])

/** Whether two texts that are written much alike may mean the same: no word of the one stands for another word of the other. */
export function haveSameSense(one: string, other: string): boolean {
  const [mine, yours] = [wordsOf(one), wordsOf(other)]
  const denials = (words: readonly string[]) => words.filter(isDenial).length
  if (denials(mine) !== denials(yours)) return false
  if (!haveSame(mine.filter(qualifies), yours.filter(qualifies))) return false
  if (OPPOSED.some(([here, there]) => areOpposed(mine, yours, here, there))) return false
  if (mine.some((word) => TURNING.has(word)) && mine.join(' ') !== yours.join(' ')) return false
  const [left, right] = unmatched(mine.filter(tells), yours.filter(tells))
  return left.length === 0 || right.length === 0 || left.join('') === right.join('')
}

/** English denials that hide behind another word: "can't", "cannot", "don't". */
const parted = (text: string) =>
  text
    .replace(/\bcan(?:'t|not)\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not')

const wordsOf = (text: string): string[] => parted(folded(text).spelled).match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether one text has more of these words, and the other more of those. */
function areOpposed(
  mine: readonly string[],
  yours: readonly string[],
  here: readonly string[],
  there: readonly string[],
): boolean {
  const more = (words: readonly string[]) => {
    const among = (texts: readonly string[]) => texts.filter((word) => words.includes(word)).length
    return Math.sign(among(mine) - among(yours))
  }
  return more(here) * more(there) < 0
}

const isDenial = (word: string) => DENIALS.has(word) || /^kein(e[mnrs]?)?$/.test(word)
const qualifies = (word: string) => QUALIFIERS.has(word)
const haveSame = (mine: readonly string[], yours: readonly string[]) =>
  [...mine].sort().join(' ') === [...yours].sort().join(' ')
const tells = (word: string) => !FILLERS.has(word) && !isDenial(word)

/** The words of each text that have no like in the other. */
function unmatched(mine: readonly string[], yours: readonly string[]): [string[], string[]] {
  const rest = [...yours]
  const left = mine.filter((word) => {
    const exact = rest.indexOf(word)
    const at = exact === -1 ? rest.findIndex((candidate) => isSameWord(word, candidate)) : exact
    if (at !== -1) rest.splice(at, 1)
    return at === -1
  })
  return [left, rest]
}

/** Letters at the beginning of a word that have to be the same: there stands what turns its sense. */
const BEGINNING = 2
/** So much of the longer word the shorter one has to begin alike, to be another form of it. */
const SAME_STEM = 0.65

function isSameWord(one: string, other: string): boolean {
  if (one.slice(0, BEGINNING) !== other.slice(0, BEGINNING) || /\d/.test(one + other)) return false
  const longer = Math.max(one.length, other.length)
  let shared = 0
  while (shared < longer && one[shared] === other[shared]) shared++
  return shared >= SAME_STEM * longer || (longer > 4 && editsBetween(one, other) <= 1)
}

/** Letters that are missing, added, another or changed with their neighbour; counted no further than 2. */
function editsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 1) return 2
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (
    end < Math.min(one.length, other.length) - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  )
    end++
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)]
  const isSwap = left.length === 2 && left === `${right[1]}${right[0]}`
  return Math.max(left.length, right.length) <= 1 || isSwap ? 1 : 2
}
