import type { DocumentSnapshot } from '../document/snapshot.ts'
import { leaving } from './leaving.ts'
import { lettersOf } from './letters.ts'
import { FEWEST_LETTERS, FEWEST_WORDS } from './passages.ts'

/**
 * Texts that stand around the rooms of a workshop, such as names of groups, as people are told them who are not inside:
 * nothing of them repeats what any room withholds.
 * @param documents of all rooms @param instead stands in place of a text that is not told
 */
export function toldOutside(
  documents: readonly DocumentSnapshot[],
  texts: readonly string[],
  instead: string,
): string[] {
  const { clear } = leaving(documents, { instead })
  return texts.map((text) => clear(text))
}

/** Whether a text is long enough to give a wording away; shorter ones ("Bürgerservice") say what they say to everybody. */
export function canRepeat(text: string): boolean {
  const letters = lettersOf(text)
  return letters.text.length >= FEWEST_LETTERS && letters.wordStarts.length >= FEWEST_WORDS
}
