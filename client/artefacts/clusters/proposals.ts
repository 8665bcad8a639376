import { limits } from '#shared/base/limits.ts'
import { pageOf } from '#shared/document/board-record.ts'
import { headlineOf, type Artefact } from '#shared/document/artefacts.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import type { ProposalsView } from '#shared/protocol/proposals.ts'
import { call } from '#client/app/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { placementOf } from '../card-actions.ts'
import { clusterAround, clusterGroups } from './cluster-actions.ts'

/** Cards of a page that lie in no cluster yet and say something; of very many the newest. */
export function looseCards(session: RoomSession, pageId: string): Artefact[] {
  const { board } = session.roots
  const found: Artefact[] = []
  board.forEach((record, shapeId) => {
    const id = record.get('p.artefactId')
    const artefact = typeof id === 'string' ? session.artefacts.get(id) : null
    if (!artefact || traitsOf(artefact.kind).holds || headlineOf(artefact).trim() === '') return
    if (pageOf(board, shapeId) === pageId && clusterAround({ board }, shapeId) === null) found.push(artefact)
  })
  return found.sort((a, b) => b.createdAt - a.createdAt).slice(0, limits.maxProposedCards)
}

/** Asks the operator's service, by way of the server, which sends it what may leave the group. */
export const askForGroups = (
  { workshopId, groupId }: RoomSession,
  cards: readonly Artefact[],
): Promise<ProposalsView> =>
  call<ProposalsView>('proposeGroups', {
    path: { workshopId, groupId },
    body: { artefactIds: cards.map(({ id }) => id) },
  })

/** Makes a cluster of the accepted cards of each group, all as one step. @returns how many clusters there are now more */
export function acceptGroups(
  session: RoomSession,
  groups: readonly (readonly string[])[],
  accepted: ReadonlySet<string>,
  origin: string,
): number {
  const shapes = groups
    .map((ids) => ids.filter((id) => accepted.has(id)).flatMap((id) => placementOf(session.roots, id) ?? []))
    .filter(({ length }) => length > 1)
  return shapes.length === 0 ? 0 : clusterGroups(session, shapes, [origin]).length
}
