import { begins, folded, foldedWords, holds, type Folded } from '#shared/base/folded-text.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { isListed } from '#shared/kinds/listed.ts'
import { headlineOf, textsOf, type Artefact } from '#shared/document/artefacts.ts'
import { cardsOf, outlineOf, unplacedArtefacts } from '#shared/document/outline.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { PresentMember } from '#client/room-context/present-members.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'

/** Something that can be found in a room. */
export type Finding =
  | {
      type: 'card'
      id: string
      title: string
      kind: ArtefactKind
      pageId: string
      pageName: string
      artefactId: string
    }
  /** One of the catalogue, which lies on no page. */
  | { type: 'listed'; id: string; title: string; kind: ArtefactKind }
  | { type: 'page'; id: string; title: string }
  | { type: 'person'; id: string; title: string; detail: string; clientId: number; pageId: string | null }

/** A finding with the text it is found by. */
interface Searchable {
  finding: Finding
  text: Folded
}

const MOST_FINDINGS = 40

/** Everything in the room as it is now; built once when the search opens. */
export function searchables(
  roots: Roots,
  pages: readonly RoomPage[],
  members: readonly PresentMember[],
): Searchable[] {
  return [
    ...pages.map(({ id, name }) => searchable({ type: 'page', id, title: name }, name)),
    ...members.filter(({ isMe }) => !isMe).map(personEntry),
    ...outlineOf(roots).flatMap((page) =>
      cardsOf(page).map(({ shapeId, artefact }) =>
        searchable(
          {
            type: 'card',
            id: shapeId,
            title: headlineOf(artefact),
            kind: artefact.kind,
            pageId: page.id,
            pageName: page.name,
            artefactId: artefact.id,
          },
          wordsOf(artefact),
        ),
      ),
    ),
    ...unplacedArtefacts(roots)
      .filter(isListed)
      .map((artefact) => {
        const { id, kind } = artefact
        return searchable({ type: 'listed', id, title: headlineOf(artefact), kind }, wordsOf(artefact))
      }),
  ]
}

/** Entries that hold every word asked for, those whose title begins with it first. */
export function find(entries: readonly Searchable[], query: string): Finding[] {
  const words = foldedWords(query)
  if (words.length === 0)
    return entries.filter(({ finding }) => finding.type === 'page').map(({ finding }) => finding)
  const found = entries.filter(({ text }) => words.every((word) => holds(text, word)))
  const beginning = (finding: Finding) => (begins(folded(finding.title), words[0]!) ? 0 : 1)
  return found
    .map(({ finding }) => finding)
    .sort((a, b) => beginning(a) - beginning(b))
    .slice(0, MOST_FINDINGS)
}

function personEntry({ memberId, name, organisation, clientId, pageId }: PresentMember): Searchable {
  const finding: Finding = {
    type: 'person',
    id: memberId,
    title: name,
    detail: organisation,
    clientId,
    pageId,
  }
  return searchable(finding, `${name} ${organisation}`)
}

const wordsOf = (artefact: Artefact) => [...textsOf(artefact), ...artefact.tags].join(' ')

const searchable = (finding: Finding, text: string): Searchable => ({ finding, text: folded(text) })
