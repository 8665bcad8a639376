import { textIn } from '#shared/document/board-record.ts'
import { holdingOf, setFolded } from '#shared/document/containers.ts'
import { addLink, readArtefact, setTag } from '#shared/document/artefacts.ts'
import { moveToParent, removePlacement } from '#shared/document/placements.ts'
import type { Roots } from '#shared/document/roots.ts'
import { kindNames, traitsOf } from '#shared/kinds/index.ts'
import type { ArtefactId } from '#shared/base/ids.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep, createCards, type PlacedCard } from '../card-actions.ts'

/** The kind whose cards hold others in an order. */
const clusterKind = kindNames.find((kind) => traitsOf(kind).holds?.by === 'order')!

const artefactIdAt = ({ board }: Pick<Roots, 'board'>, shapeId: string): ArtefactId =>
  textIn(board.get(shapeId)?.get('p.artefactId')) as ArtefactId

export const isCluster = ({ board }: Pick<Roots, 'board'>, shapeId: string): boolean =>
  holdingOf(board, shapeId)?.by === 'order'

/** Whether several are chosen, all of them clusters: together they can become one. */
const areClusters = (roots: Pick<Roots, 'board'>, shapeIds: readonly string[]): boolean =>
  shapeIds.length > 1 && shapeIds.every((id) => isCluster(roots, id))

const parentOf = ({ board }: Pick<Roots, 'board'>, shapeId: string): string =>
  textIn(board.get(shapeId)?.get('parentId'))

/** The cluster that a card lies in; null where it lies in none. */
export function clusterAround(roots: Pick<Roots, 'board'>, shapeId: string): string | null {
  const parentId = parentOf(roots, shapeId)
  return isCluster(roots, parentId) ? parentId : null
}

/** The cluster or matrix that a card lies on; the card itself where it lies on none. */
function outermost(roots: Pick<Roots, 'board'>, shapeId: string): string {
  const parentId = parentOf(roots, shapeId)
  return holdingOf(roots.board, parentId) ? parentId : shapeId
}

/** Those of some cards that can be laid into a cluster: what holds others lies in none. */
const layable = ({ board }: Pick<Roots, 'board'>, shapeIds: readonly string[]): string[] =>
  shapeIds.filter((id) => board.has(id) && holdingOf(board, id) === null)

/** What laying several chosen cards together would do with them; null where it would do nothing, and is not offered. */
export function togetherOf(
  roots: Pick<Roots, 'board'>,
  shapeIds: readonly string[],
): { merges: boolean; cards: number } | null {
  if (shapeIds.length < 2) return null
  const merges = areClusters(roots, shapeIds)
  const cards = layable(roots, shapeIds).length
  return merges || cards > 0 ? { merges, cards } : null
}

/**
 * Lays cards together in a new cluster, beside the first of them, or beside what they are taken from. Cards
 * that hold others stay where they are. Null where fewer than one is left, or nobody knows who this person is.
 */
export const clusterCards = (session: RoomSession, shapeIds: readonly string[]): PlacedCard | null =>
  clusterGroups(session, [shapeIds])[0] ?? null

/** The same for several groups of cards, as one step. @param tags of every new cluster */
export function clusterGroups(
  session: RoomSession,
  groups: readonly (readonly string[])[],
  tags: string[] = [],
): PlacedCard[] {
  const { roots } = session
  const laid = groups.map((ids) => layable(roots, ids)).filter(([first]) => first !== undefined)
  const clusters = laid.map(([first]) => {
    const beside = outermost(roots, first!)
    return { kind: clusterKind, parentId: parentOf(roots, beside), besideShapeId: beside, tags }
  })
  return createCards(session, clusters, (inside, made) => {
    for (const [n, { shapeId }] of made.entries())
      for (const id of laid[n]!) moveToParent(inside.board, id, shapeId, kindAt(inside, id))
  })
}

/** Folds a cluster for everybody, or unfolds it. */
export const foldCluster = (session: RoomSession, shapeId: string, folded: boolean): void =>
  asOneStep(session, ({ board }) => setFolded(board, shapeId, folded))

/** Lays cards beside the cluster they were in. */
export function takeOutOfCluster(session: RoomSession, shapeIds: readonly string[]): void {
  asOneStep(session, (roots) => {
    for (const id of shapeIds) {
      const cluster = clusterAround(roots, id)
      const around = cluster && parentOf(roots, cluster)
      if (around) moveToParent(roots.board, id, around, kindAt(roots, id))
    }
  })
}

/** Lays the cards of other clusters into the first one, which replaces them as in `mergeCards`. */
export function mergeClusters(session: RoomSession, into: string, others: readonly string[]): void {
  asOneStep(session, (roots) => {
    const { board } = roots
    for (const [id, record] of [...board.entries()])
      if (others.includes(textIn(record.get('parentId')))) moveToParent(board, id, into, kindAt(roots, id))
    const emptied = others.map((other) => artefactIdAt(roots, other))
    takeOver(roots, artefactIdAt(roots, into), new Set(emptied))
    for (const other of others) removePlacement(board, other)
  })
}

const kindAt = (roots: Roots, shapeId: string) =>
  roots.artefacts.get(artefactIdAt(roots, shapeId))?.get('kind')

/**
 * Puts cards that say the same into one: it takes over the tags and links of the others, both ways, and replaces them.
 * They are taken off the board and kept.
 */
export function mergeCards(session: RoomSession, keep: ArtefactId, others: readonly string[]): void {
  asOneStep(session, (roots) => {
    const { board } = roots
    const gone = new Set(others)
    takeOver(roots, keep, gone)
    for (const [id, record] of [...board.entries()])
      if (gone.has(textIn(record.get('p.artefactId')))) removePlacement(board, id)
  })
}

/** What is taken off the board counts for nothing in the trail: whatever rested on it or under it rests on the card that is kept. */
function takeOver({ artefacts }: Roots, keep: ArtefactId, gone: ReadonlySet<string>): void {
  const isOutside = (id: string) => id !== keep && !gone.has(id)
  for (const id of artefacts.keys()) {
    const { links = [], tags = [] } = readArtefact(artefacts, id) ?? {}
    if (gone.has(id) && id !== keep) {
      for (const tag of tags) setTag(artefacts, keep, tag, true)
      for (const link of links) if (isOutside(link.to)) addLink(artefacts, keep, link)
      addLink(artefacts, keep, { type: 'replaces', to: id as ArtefactId })
    } else if (isOutside(id))
      for (const link of links)
        if (gone.has(link.to) && link.to !== keep) addLink(artefacts, id, { ...link, to: keep })
  }
}
