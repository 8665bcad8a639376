import type { ArtefactId, GroupId } from '#shared/base/ids.ts'
import type { BroughtCard } from '#shared/document/bring-home.ts'
import { isBreakoutResult } from '#shared/methods/breakout-page.ts'
import { fieldsOf, isKind } from '#shared/kinds/index.ts'
import type { AtHome } from '#shared/evidence/evidence.ts'
import { graphOf } from '#shared/consent/standing.ts'
import { behindCard } from '#shared/document/trail-graph.ts'
import { leavingOf } from './leaving-of.ts'
import type { Material } from './material.ts'

/** What a group brings into the plenum, as far as it may leave it. */
export interface GroupResults {
  /** As it is called outside. */
  group: string
  cards: BroughtCard[]
  /** How many were meant and stay inside. */
  withheld: number
}

/** @param chosen artefacts; null: what lies in the field of a breakout that is made for it */
export function resultsOf(material: Material, chosen: readonly string[] | null): GroupResults {
  const { id: groupId, name } = material.groups[0]!.group
  const leaving = leavingOf(material, material.workshop.language)
  const { artefacts, board } = leaving.documents[0]!
  const meant = new Set<unknown>(
    board.flatMap(({ parentId, props }) => {
      const { artefactId } = (props ?? {}) as { artefactId?: unknown }
      const isMeant = chosen ? chosen.includes(String(artefactId)) : isBreakoutResult(parentId)
      return isMeant && artefactId !== undefined ? [artefactId] : []
    }),
  )
  const told = artefacts.filter(({ id }) => !leaving.withheld.has(id))
  const graph = graphOf({ ...leaving.documents[0]!, artefacts: told })
  const byId = new Map(told.map((artefact) => [artefact.id, artefact]))
  const behind = (id: string): AtHome => {
    const { pieces, interviews, municipalities, against } = behindCard(
      graph,
      id,
      (one) => byId.get(one) ?? null,
    )
    return { pieces, interviews, municipalities, against }
  }
  const cards = artefacts.filter(({ id }) => meant.has(id))
  const open = cards.filter(({ id, kind }) => isKind(kind) && !leaving.withheld.has(id))
  return {
    group: leaving.clear(name),
    withheld: cards.length - open.length,
    cards: open.map((card) => broughtCard(groupId, card, behind(card.id))),
  }
}

type Card = ReturnType<typeof leavingOf>['documents'][number]['artefacts'][number]

/** Words and choices; images and what was taken from an interview stay with the group, one link away. */
function broughtCard(groupId: GroupId, card: Card, behind: AtHome): BroughtCard {
  const { id, kind, phase, fields, tags } = card
  if (!isKind(kind)) throw new Error('a card of a kind that is not known')
  const kept = Object.entries(fieldsOf(kind)).flatMap(([name, spec]) =>
    spec.type === 'image' || spec.type === 'source' || fields[name] === undefined
      ? []
      : [[name, fields[name]]],
  )
  const home = { groupId, artefactId: id as ArtefactId, behind }
  return { home, kind, phase, fields: Object.fromEntries(kept) as BroughtCard['fields'], tags }
}
