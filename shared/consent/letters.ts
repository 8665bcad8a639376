import { folded } from '../base/folded-text.ts'

/** A text as its passages are compared: letters and figures only, one after the other, and where its words begin. */
export interface Letters {
  text: string
  /** Offsets into `text`, ascending. */
  wordStarts: number[]
}

/** A page's source, pasted as it is. A tag that says more than its name may hold words, and is looked at. */
const MARKUP = /<\/?[a-z]\w{0,9}>|&(?:nbsp|shy|zwn?j|thinsp|[rlb]?[sd]?quo|[nm]dash|hellip|amp);/gi
/** Counted among the letters, and drawn as nothing. */
const UNSEEN = /[\u115f\u1160\u3164\uffa0]/g
/** Letters of other scripts, each with ours that it is taken for. */
const ALIKE = new Map<string, string>(
  'аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd αa εe ιi κk νv οo ρp τt υu χx ᴀa ᴄc ᴇe ɪi ɴn ᴏo ʀr ᴛt ᴜu'
    .split(' ')
    .map(([foreign, ours]) => [foreign!, ours!]),
)
const FOREIGN = new RegExp(`[${[...ALIKE.keys()].join('')}]`, 'g')

/**
 * What is no letter is no difference: punctuation, quotation marks, space, hyphens, divided words, composed umlauts,
 * markup; nor is a letter that is another one to the eye.
 */
export function lettersOf(text: string): Letters {
  const wordStarts: number[] = []
  let letters = ''
  const plain = folded(text.replace(MARKUP, ' ').replace(UNSEEN, '')).spelled
  const bare = plain.replace(FOREIGN, (letter) => ALIKE.get(letter)!)
  for (const [word] of bare.matchAll(/[\p{L}\p{N}]+/gu)) {
    wordStarts.push(letters.length)
    letters += word
  }
  return { text: letters, wordStarts }
}

/** Words that lie wholly between two offsets of the letters. */
export function wordsBetween({ text, wordStarts }: Letters, start: number, end: number): number {
  return wordStarts.filter((at, n) => at >= start && (wordStarts[n + 1] ?? text.length) <= end).length
}
