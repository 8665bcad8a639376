import { fingerprint } from '../base/fingerprint.ts'
import { folded } from '../base/folded-text.ts'
import type { GroupId } from '../base/ids.ts'
import { cutBetweenCharacters } from '../base/visible-text.ts'
import { madeOf, type Made } from '../document/made.ts'
import type { DocumentSnapshot } from '../document/snapshot.ts'
import { questionAsked } from '../kinds/challenge/asked.ts'
import { fieldsOf, isKind, isTextField, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import { isListed } from '../kinds/listed.ts'
import { leaving } from './leaving.ts'
import { placedOn } from './placed.ts'
import type { CheckedGroup } from './release-check.ts'

/** A card of which other groups may know that there is one, as far as it may leave its own. */
export interface Precedent {
  id: string
  kind: ArtefactKind
  title: string
  /** The beginning of what else it says. */
  words: string
}

/** What there is in one group, and how the group is called outside. */
export interface GroupPrecedents {
  groupId: GroupId
  name: string
  precedents: Precedent[]
  /** How many cards of each kind there are of which others may know. */
  made: Made
  /** The design challenges on its board, as fingerprints: others count them, and read none. */
  challenges: string[]
}

/** Of one room, the newest: more than that nobody looks through while they write. */
const MAX_PRECEDENTS = 500
const MAX_WORDS_CHARS = 400

/**
 * Solutions and ideas of all groups as the others may know them.
 * @param groups all of the workshop @param instead stands in place of a text that is not told
 */
export function precedentsOf(groups: readonly CheckedGroup[], instead: string): GroupPrecedents[] {
  const outgoing = leaving(
    groups.map(({ document }) => document),
    { instead },
  )
  return groups.map(({ id, name }, n) => {
    const open = outgoing.documents[n]!
    const artefacts = open.artefacts.filter((artefact) => !outgoing.withheld.has(artefact.id))
    const placed = placedOn(open.board)
    return {
      groupId: id,
      name: outgoing.clear(name),
      precedents: precedentsIn(artefacts, placed, instead),
      made: madeOf(artefacts, (artefactId) => placed.has(artefactId)),
      challenges: artefacts
        .filter(({ id: artefactId }) => placed.has(artefactId))
        .map((card) => textIn(questionAsked(card), instead))
        .filter(Boolean)
        .map(challengePrint),
    }
  })
}

/** The same for questions that read the same. */
export const challengePrint = (question: string): string => fingerprint(folded(question.trim()).spelled)

/** Ideas that lie on the board, and solutions wherever they are: a catalogue need not lie on a sheet. */
function precedentsIn(
  artefacts: DocumentSnapshot['artefacts'],
  placed: ReadonlySet<unknown>,
  instead: string,
): Precedent[] {
  return [...artefacts]
    .sort((a, b) => b.createdAt - a.createdAt)
    .flatMap((artefact): Precedent[] => {
      const { id, kind, fields } = artefact
      const precedent = isKind(kind) ? traitsOf(kind).precedent : undefined
      if (!isKind(kind) || precedent === undefined || !(placed.has(id) || isListed(artefact))) return []
      const { headline } = traitsOf(kind)
      const texts = Object.entries(fieldsOf(kind))
        .filter(([name, spec]) => name !== headline && isTextField(spec))
        .map(([name]) => textIn(fields[name], instead))
      const title = textIn(fields[headline], instead)
      const words = cutBetweenCharacters(texts.filter(Boolean).join(' · '), MAX_WORDS_CHARS)
      return title === '' ? [] : [{ id, kind, title, words }]
    })
    .slice(0, MAX_PRECEDENTS)
}

const textIn = (value: unknown, instead: string) =>
  typeof value === 'string' && value !== instead ? value.trim() : ''
