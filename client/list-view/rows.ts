import { isListed } from '#shared/kinds/listed.ts'
import { foldedWords } from '#shared/base/folded-text.ts'
import { traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import { cardsOf, withHeld, type OutlineCard, type OutlineFrame } from '#shared/document/outline.ts'
import { matches } from '#client/artefacts/card-search.ts'
import { headlineOf, isBlank, type Artefact } from '#shared/document/artefacts.ts'
import type { RoomOutline } from './live-outline.ts'

/** One line of the list. `position` and `siblings` are what a screen reader says: "3 von 12". */
interface RowPlace {
  /** Record id of page, frame or card; unique in the list. */
  id: string
  level: number
  position: number
  siblings: number
  /** The row this one lies in; null for pages. */
  parentId: string | null
}

export interface SectionRow extends RowPlace {
  type: 'page' | 'frame' | 'unplaced'
  name: string
  expanded: boolean
  cardCount: number
}

export interface CardRow extends RowPlace {
  type: 'card'
  artefactId: string
  /** What lies on it; null where nothing does. */
  holds: { unfolded: boolean; cards: number } | null
}

/** A card that lies on no page: it can be put back. */
export interface UnplacedRow extends RowPlace {
  type: 'put-aside'
  artefactId: string
}

export type Row = SectionRow | CardRow | UnplacedRow

export interface Filter {
  query: string
  kind: ArtefactKind | 'all'
}

export const noFilter: Filter = { query: '', kind: 'all' }
export const isFiltering = ({ query, kind }: Filter) => query.trim() !== '' || kind !== 'all'

/** Row id of the section for cards that lie on no page. */
export const UNPLACED_ID = 'unplaced'

/**
 * The outline as the lines that are visible now. While a filter is on, everything that matches is unfolded and
 * sections without a match are left out.
 */
export function rowsOf(
  { pages, unplaced }: RoomOutline,
  filter: Filter,
  isExpanded: (id: string) => boolean,
): Row[] {
  const accepts = acceptor(filter)
  const filtering = isFiltering(filter)
  const rows: Row[] = []

  const section = (part: OutlineFrame, type: 'page' | 'frame', place: RowPlace) => {
    const expanded = filtering || isExpanded(part.id)
    rows.push({ ...place, type, name: part.name, expanded, cardCount: cardsOf(part).filter(accepts).length })
    if (!expanded) return
    const frames = shown(part.frames)
    const cards = part.cards.flatMap(acceptedOf)
    const siblings = cards.length + frames.length
    const inside = (id: string, index: number): RowPlace => ({
      id,
      level: place.level + 1,
      position: index + 1,
      siblings,
      parentId: part.id,
    })
    cards.forEach((card, index) => cardRows(card, inside(card.shapeId, index)))
    frames.forEach((frame, index) => section(frame, 'frame', inside(frame.id, cards.length + index)))
  }
  const cardRows = ({ artefact, held }: OutlineCard, place: RowPlace) => {
    const unfolded = filtering || isExpanded(place.id)
    const holds = held.length > 0 ? { unfolded, cards: held.length } : null
    rows.push({ ...place, type: 'card', artefactId: artefact.id, holds })
    if (!unfolded) return
    held.forEach((card, index) =>
      cardRows(card, {
        id: card.shapeId,
        level: place.level + 1,
        position: index + 1,
        siblings: held.length,
        parentId: place.id,
      }),
    )
  }
  /** What lies on a card that is filtered out stands in its place. */
  const acceptedOf = (card: OutlineCard): OutlineCard[] => {
    const held = card.held.flatMap(acceptedOf)
    return accepts(card) ? [{ ...card, held }] : held
  }
  const shown = <Part extends OutlineFrame>(parts: readonly Part[]) =>
    filtering ? parts.filter((part) => cardsOf(part).some(accepts)) : parts

  const visiblePages = shown(pages)
  // An undone empty card stays in the document, because artefacts are never deleted; nobody misses it
  // What stands in a catalogue is found there, a thousand rows of it
  const aside = unplaced.filter(
    (artefact) => !isBlank(artefact) && !isListed(artefact) && accepts({ artefact }),
  )
  const siblings = visiblePages.length + (aside.length > 0 ? 1 : 0)
  visiblePages.forEach((page, index) =>
    section(page, 'page', { id: page.id, level: 1, position: index + 1, siblings, parentId: null }),
  )
  if (aside.length > 0) rows.push(...asideRows(aside, siblings, filtering || isExpanded(UNPLACED_ID)))
  return rows
}

/** Every card, under the names of where it lies; nobody needs paper for what is empty. */
export const rowsOnPaper = (outline: RoomOutline, filter: Filter): Row[] =>
  rowsOf(outline, filter, () => true).filter((row) => !('expanded' in row) || row.cardCount > 0)

function asideRows(artefacts: readonly Artefact[], siblings: number, expanded: boolean): Row[] {
  const head: SectionRow = {
    id: UNPLACED_ID,
    type: 'unplaced',
    name: '',
    level: 1,
    position: siblings,
    siblings,
    parentId: null,
    expanded,
    cardCount: artefacts.length,
  }
  if (!expanded) return [head]
  const cards = artefacts.map((artefact, index): UnplacedRow => ({
    id: `aside:${artefact.id}`,
    type: 'put-aside',
    artefactId: artefact.id,
    level: 2,
    position: index + 1,
    siblings: artefacts.length,
    parentId: UNPLACED_ID,
  }))
  return [head, ...cards]
}

function acceptor({ query, kind }: Filter): (card: Pick<OutlineCard, 'artefact'>) => boolean {
  const words = foldedWords(query)
  return ({ artefact }) => (kind === 'all' || artefact.kind === kind) && matches(artefact, words)
}

/** Kinds that the list has cards of, and the one that is filtered by, so that a choice never vanishes. */
export function kindsIn({ pages, unplaced }: RoomOutline, { kind }: Filter): ReadonlySet<ArtefactKind> {
  const placed = pages.flatMap(cardsOf).map(({ artefact }) => artefact)
  const shown = [...placed, ...unplaced.filter((artefact) => !isBlank(artefact) && !isListed(artefact))]
  return new Set([...shown.map((artefact) => artefact.kind), ...(kind === 'all' ? [] : [kind])])
}

/** Where in the list a card may go: every page, frame, cluster and matrix, in order, with its depth. */
export interface Place {
  id: string
  name: string
  level: number
  /** The card that would hold it; null for pages and frames. */
  holder: Artefact | null
  /** Name of the page around a frame; null for a page. */
  pageName: string | null
}

/** Whether people gave the place a name that is shown alone; a card that holds others is shown with its kind. */
export const hasOwnName = ({ name, holder }: Place): boolean => holder === null && name !== ''

export function placesOf({ pages }: Pick<RoomOutline, 'pages'>): Place[] {
  const places: Place[] = []
  const visit = (part: OutlineFrame, level: number, pageName: string | null) => {
    places.push({ id: part.id, name: part.name, level, pageName, holder: null })
    for (const { shapeId, artefact } of part.cards.flatMap(withHeld))
      if (traitsOf(artefact.kind).holds)
        places.push({
          id: shapeId,
          name: headlineOf(artefact),
          level: level + 1,
          pageName: pageName ?? part.name,
          holder: artefact,
        })
    for (const frame of part.frames) visit(frame, level + 1, pageName ?? part.name)
  }
  for (const page of pages) visit(page, 1, null)
  return places
}
