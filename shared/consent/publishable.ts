import type { ArtefactId, GroupId } from '../base/ids.ts'
import { leaving } from './leaving.ts'
import { placedOn } from './placed.ts'
import type { CheckedGroup } from './release-check.ts'
import type { DocumentSnapshot } from '../document/snapshot.ts'
import { fieldsOf, isTextField, traitsOf } from '../kinds/index.ts'
import { galleryKind } from '../kinds/gallery-kind.ts'

/** A card that everybody could read if it were published now, and what hinders it. */
export interface Publishable {
  groupId: GroupId
  artefactId: ArtefactId
  /** Whether a moderator has let it out of the group. */
  released: boolean
  /** Its fields as they would leave. */
  fields: Record<string, string>
  /** Fields of which the text is withheld. */
  withheld: string[]
}

/** Texts that are public already, under a name. */
export interface PublicTexts {
  key: string
  texts: readonly string[]
}

export interface PublicationState {
  /** What lies on a sheet, by group and by age. */
  publishable: Publishable[]
  /** Keys of public texts that repeat what is withheld by now. */
  repeating: string[]
}

/**
 * What of a workshop may be read by everybody, through `leaving`.
 * @param groups all of the workshop @param instead stands in place of a text that is not told
 */
export function publicationState(
  groups: readonly CheckedGroup[],
  published: readonly PublicTexts[],
  instead: string,
): PublicationState {
  const { documents, withheld, clear } = leaving(
    groups.map(({ document }) => document),
    { instead },
  )
  const publishable = documents.flatMap((open, n) => {
    const placed = placedOn(open.board)
    const candidates = open.artefacts.filter(({ id, kind }) => kind === galleryKind && placed.has(id))
    return candidates
      .sort((a, b) => a.createdAt - b.createdAt)
      .map((card) => publishableOf(groups[n]!.id, card, withheld.has(card.id), instead))
  })
  const repeats = (text: string) => clear(text) !== text
  return {
    publishable,
    repeating: published.filter(({ texts }) => texts.some(repeats)).map(({ key }) => key),
  }
}

function publishableOf(
  groupId: GroupId,
  { id, fields }: DocumentSnapshot['artefacts'][number],
  isWithheld: boolean,
  instead: string,
): Publishable {
  const specs = fieldsOf(galleryKind)
  const rule = traitsOf(galleryKind).release
  const texts = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return {
    groupId,
    artefactId: id as ArtefactId,
    released: !isWithheld && rule !== undefined && rule.open.includes(String(fields[rule.by])),
    fields: Object.fromEntries(texts),
    withheld: texts
      .filter(([name, text]) => specs[name] && isTextField(specs[name]) && text.includes(instead))
      .map(([name]) => name),
  }
}
