import { createCard, type PlacedCard } from '#client/artefacts/card-actions.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { fieldsOn, pagesInOrder } from '#shared/document/fields.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { capturedAs, type Heard } from './heard-line.ts'

/** Where a kind belongs in this room: the first field that takes it, whichever page is in front; else that page. */
function homeOfKind({ board }: Roots, kind: ArtefactKind, pageId: string): string {
  for (const id of pagesInOrder(board)) {
    const field = fieldsOn(board, id).find(({ takes }) => takes.includes(kind))
    if (field) return field.id
  }
  return pageId
}

/** What was taken down as a card where it belongs; null while nobody knows yet who this person is. */
export function capture(
  session: RoomSession,
  kind: ArtefactKind,
  { text, owner, date }: Pick<Heard, 'text' | 'owner' | 'date'>,
  pageId: string,
): PlacedCard | null {
  const into = capturedAs(kind)
  return createCard(session, {
    kind,
    parentId: homeOfKind(session.roots, kind, pageId),
    fields: {
      [into.headline]: text,
      ...(owner && { [into.owner]: owner }),
      ...(date && { [into.day]: date }),
    },
  })
}
