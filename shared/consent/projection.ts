import type { GroupId } from '../base/ids.ts'
import { leaving } from './leaving.ts'
import { lettersOf } from './letters.ts'
import { FEWEST_LETTERS, FEWEST_WORDS } from './passages.ts'
import type { CheckedGroup } from './release-check.ts'

/** What people of a workshop are told of a room that they are not inside: nothing of it repeats what any room withholds. */
export interface RoomProjection {
  name: string
}

/** @param groups all of the workshop @param instead stands in place of a name that is not told */
export function projectionsOf(groups: readonly CheckedGroup[], instead: string): [GroupId, RoomProjection][] {
  const documents = groups.map(({ document }) => document)
  const outgoing = leaving(documents, { instead })
  return groups.map(({ id, name }) => [id, { name: outgoing.clear(name) }])
}

/** Whether a text is long enough to give a wording away; shorter ones ("Bürgerservice") say what they say to everybody. */
export function canRepeat(text: string): boolean {
  const letters = lettersOf(text)
  return letters.text.length >= FEWEST_LETTERS && letters.wordStarts.length >= FEWEST_WORDS
}
