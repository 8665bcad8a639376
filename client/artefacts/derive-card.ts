import { pageOf, textIn } from '#shared/document/board-record.ts'
import { derivedWords, type Artefact } from '#shared/document/artefacts.ts'
import { holdingOf } from '#shared/document/containers.ts'
import { fieldsOn, pagesInOrder } from '#shared/document/fields.ts'
import { kindForPage, plainKind, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { createCard, currentPage, placementOf, type NewCard, type PlacedCard } from './card-actions.ts'
import { mayWriteOn } from './writing.ts'

/** A new card of another kind that came of this one, where its kind is at home: words and origin go along. */
export function deriveCard(session: RoomSession, from: Artefact, kind: ArtefactKind): PlacedCard | null {
  return createCard(session, {
    kind,
    ...homeOfDerived(session, from, kind),
    fields: derivedWords(from, kind),
    tags: from.tags,
    links: [{ type: 'derivedFrom', to: from.id }],
    clearance: from.clearance,
  })
}

/**
 * A second card with the same content that takes this one's place: the next version, where versions are counted. What is true
 * of this one alone begins anew.
 */
export function nextVersionOf(session: RoomSession, from: Artefact): PlacedCard | null {
  const { versionIn, freshIn = [] } = traitsOf(from.kind)
  const version = versionIn === undefined ? null : from.fields[versionIn]
  const next = typeof version === 'number' ? version + 1 : 2
  return createCard(session, {
    kind: from.kind,
    ...beside(session, from),
    fields: {
      ...Object.fromEntries(Object.entries(from.fields).filter(([name]) => !freshIn.includes(name))),
      ...(versionIn !== undefined && { [versionIn]: next }),
    },
    tags: from.tags,
    links: [{ type: 'replaces', to: from.id }],
    clearance: from.clearance,
  })
}

type Spot = Pick<NewCard, 'parentId' | 'besideShapeId'>

/**
 * Where a derived card goes (docs/decisions/0103), the first of these that is there:
 * 1. The field of the same page that takes its kind.
 * 2. Beside the card it came of, on a page that is its kind's own; and a plain card anywhere.
 * 3. The page that is its kind's own, if this person may write there now.
 * 4. Beside the card it came of.
 */
function homeOfDerived(session: RoomSession, from: Artefact, kind: ArtefactKind): Spot {
  const { board } = session.roots
  const near = beside(session, from)
  const here = pageOf(board, near.parentId) ?? near.parentId
  const takes = (pageId: string) => fieldsOn(board, pageId).some((field) => field.takes.includes(kind))
  if (takes(here)) return { parentId: here }
  if (kind === plainKind || kindForPage(here) === kind) return near
  const home = pagesInOrder(board).find(
    (pageId) => (takes(pageId) || kindForPage(pageId) === kind) && mayWriteOn(session, pageId),
  )
  return home ? { parentId: home } : near
}

/** Next to a card; where it lies on another one, next to that. */
function beside(session: RoomSession, { id }: Artefact): Spot {
  const { roots } = session
  const parentOf = (shapeId: string) => textIn(roots.board.get(shapeId)?.get('parentId'))
  const own = placementOf(roots, id)
  if (!own) return { parentId: currentPage(session) }
  const shapeId = holdingOf(roots.board, parentOf(own)) ? parentOf(own) : own
  return { parentId: parentOf(shapeId), besideShapeId: shapeId }
}
