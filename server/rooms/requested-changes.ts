import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { decideReleases, isWithdrawal, type ReleaseDecision } from '#shared/consent/release-decisions.ts'
import { bringCards, type Brought, type BroughtCard } from '#shared/document/bring-home.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { contentOfPage } from '#shared/document/pages.ts'
import { placeArtefact, seatFor } from '#shared/document/placements.ts'
import type { Roots } from '#shared/document/roots.ts'
import { kinds } from '#shared/kinds/index.ts'
import { Problem } from '#shared/errors/problem.ts'
import { authorOf, mayInRoom, type Admitted } from './admitted.ts'
import type { AddedCard } from './room-service.ts'
import type { Room } from './room.ts'

/** Changes of a document that somebody asked for by a request; live at once, durable with the next commit. */

/**
 * What a member decided about what may leave, as a change of theirs. Answers how many cards changed. What is withdrawn is
 * withdrawn also where nothing else may be written.
 * @throws Problem with the code of a refusal
 */
export function submitReleases(
  room: Room,
  admitted: Admitted,
  decisions: readonly ReleaseDecision[],
): number {
  const mayWithdraw = isWithdrawal(decisions) && mayInRoom(admitted, 'room.withdraw', false)
  const author = authorOf(admitted)
  const rights = mayWithdraw ? { ...author.rights, release: true } : author.rights
  const reason = room.reasonNotToWrite(admitted)
  const writing = mayWithdraw && reason !== 'storage_unavailable' ? null : reason
  let changed = 0
  const answer = room.sync.submitFor({ ...author, rights }, writing, (roots) => {
    changed = decideReleases(roots, decisions)
  })
  if (!answer.ok) throw new Problem(answer.refusal, 'deciding what may leave')
  room.outlet.wake()
  return changed
}

/** A change of the server's own that takes something away for good. Answers how much. */
export function eraseIn({ sync, outlet }: Room, erase: (roots: Roots) => number): number {
  let erased = 0
  sync.change((roots) => (erased = erase(roots)))
  outlet.wake()
  return erased
}

/** Cards of another group, on the page where the room is, as that group's. */
export function layInto(
  { sync, outlet, facilitator }: Room,
  group: string,
  cards: readonly BroughtCard[],
  now: number,
): Brought {
  const { pageId } = facilitator.state.place
  let brought: Brought = { fresh: 0, renewed: 0, apart: 0 }
  sync.change((roots) => (brought = bringCards(roots, cards, { group, pageId, now })))
  outlet.wake()
  return brought
}

/**
 * New cards of a member, on the page where the room is; one whose id is there already stays as it is. Answers their ids in
 * the same order.
 * @throws Problem with the code of a refusal: nothing is added then
 */
export function submitCards(
  room: Room,
  admitted: Admitted,
  wanted: readonly AddedCard[],
  createdAt: number,
): ArtefactId[] {
  const { member } = admitted
  const { phase, pageId } = room.facilitator.state.place
  const { id: memberId, name, organisation } = member
  const authorship = { as: 'named', memberId, name, organisation } as const
  const cards = wanted.map((card) => ({ ...card, id: card.id ?? newId<ArtefactId>(createdAt) }))
  const fresh = cards.filter(({ id }) => !room.sync.roots.artefacts.has(id))
  // Else those that are too much would be there and lie nowhere, and the program would not be told
  const { shapes } = contentOfPage(room.sync.roots.board, pageId)
  if (shapes.length + fresh.length > limits.maxShapesPerPage) throw new Problem('page_full', 'adding cards')
  const write = ({ artefacts, board }: Roots) => {
    for (const card of fresh) {
      const links = card.links?.filter(({ to }) => artefacts.has(to)) ?? []
      const artefactId = createArtefact(artefacts, { ...card, links, phase, createdAt, authorship })
      const { size } = kinds[card.kind]
      placeArtefact(board, { artefactId, ...seatFor(board, pageId, card.kind, size) })
    }
  }
  const writing = room.reasonNotToWrite(admitted)
  const answer = room.sync.submitFor(authorOf(admitted), writing, write, room.closedTo(admitted))
  if (!answer.ok) throw new Problem(answer.refusal, 'adding cards')
  room.outlet.wake()
  return cards.map(({ id }) => id)
}
