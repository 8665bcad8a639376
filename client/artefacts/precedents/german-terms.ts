import { stemmer } from '@orama/stemmers/german'
import { folded } from '#shared/base/folded-text.ts'

/** Words that stand in every text. */
const COMMON = new Set(
  'aber alle allen als also am an auch auf aus bei beim bis da damit das dass dem den der des die dies diese dieser doch dort du durch ein eine einem einen einer eines er es für gegen hat haben hier ich ihr im in ist ja jede jeder jedes kann kein keine mehr mit muss nach nicht noch nur ob oder ohne sein sich sie sind so soll über um und uns unter vom von vor war was wenn wer wie wir wird wo zu zum zur the and for with that this from are'
    .split(' ')
    .map((word) => folded(word).spelled),
)
const FEWEST_LETTERS = 3

/**
 * The stem of a word, in which umlauts in any spelling are one (the variant of Snowball's German stemmer that its authors
 * call German2): "ue" is taken for "ü" wherever it stands, in "Steuer" too, which is wrong and the same on both sides.
 */
function stemOf(word: string): string {
  const lower = word.normalize('NFC').toLocaleLowerCase('de').replace(/ß/g, 'ss')
  return stemmer(
    lower
      .replace(/ae/g, 'ä')
      .replace(/oe/g, 'ö')
      .replace(/(?<!q)ue/g, 'ü'),
  )
}

/** A word as it is compared; null for one that says nothing. */
export function termOf(word: string): string | null {
  const plain = folded(word).spelled
  return plain.length < FEWEST_LETTERS || COMMON.has(plain) ? null : stemOf(word)
}

/** Letters that German puts between the parts of a word. */
const JOINTS = ['', 's', 'es', 'n', 'en', 'e', 'er']
const FEWEST_PART_LETTERS = 4

/** A beginning that two compounds share says what both are about, from this length on. */
const FEWEST_BEGINNING_LETTERS = 6
/** Beginnings that say nothing of what a word is about. */
const PREFIXES = new Set(
  ['zusammen', 'zusamm', 'zwischen', 'gegenueber', 'hinter', 'nieder', 'wieder', 'weiter', 'selbst'].map(
    stemOf,
  ),
)

/** Stems of the beginnings of a word that could be a word: "Termin" of "Terminbuchung", whatever stands somewhere itself. */
export function beginningsOf(word: string): readonly string[] {
  const remembered = begun.get(word)
  if (remembered) return remembered
  const stem = stemOf(word)
  const found = partsOf(word).filter(
    (part) => part.length >= FEWEST_BEGINNING_LETTERS && !PREFIXES.has(part) && stem.startsWith(part),
  )
  begun.set(word, found)
  return found
}

const begun = new Map<string, readonly string[]>()
const known = new Map<string, readonly string[]>()

/**
 * Stems of all that a word could be made of: "Wohngeldantrag" could have the parts "Wohngeld" and "Antrag", and many that
 * are no words. No dictionary: a part counts where it stands somewhere itself.
 */
export function partsOf(word: string): readonly string[] {
  const remembered = known.get(word)
  if (remembered) return remembered
  const parts = new Set<string>()
  for (let at = FEWEST_PART_LETTERS; at <= word.length - FEWEST_PART_LETTERS; at++) {
    parts.add(stemOf(word.slice(at)))
    for (const joint of JOINTS) {
      const head = word.slice(0, at)
      if (head.endsWith(joint) && at - joint.length >= FEWEST_PART_LETTERS)
        parts.add(stemOf(head.slice(0, at - joint.length)))
    }
  }
  const found = [...parts]
  known.set(word, found)
  return found
}
