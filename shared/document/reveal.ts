import * as Y from 'yjs'
import type { ArtefactId } from '../base/ids.ts'
import type { FieldValue } from '../kinds/field.ts'
import { kinds } from '../kinds/index.ts'
import { createArtefact, isBlank, type Artefact } from './artefacts.ts'
import type { Authorship } from './authorship.ts'
import { writeRecord } from './board-record.ts'
import type { DraftCard } from './draft-cards.ts'
import { RevealPlaces, type Place } from './reveal-places.ts'
import { rootsOf, type Roots } from './roots.ts'

/** A card to be laid open, with what it will say about its writer. */
export interface CardToReveal {
  card: DraftCard
  authorship: Authorship
}

/** What is left to chance, so that nothing tells who wrote what. */
export interface Chance {
  /** Yjs client id of the server's own, under which nobody wrote before. */
  clientId: number
  /** Random throughout: no part of it rises with time. */
  id: () => string
  shuffled: <Item>(items: readonly Item[]) => Item[]
}

/**
 * The change of the room's document that lays cards open. It depends on nothing in that document, so that it can be
 * stored before it is applied. Of a card its content is carried over and nothing else: every id is new, every time that
 * of the revealing, the order shuffled, the writing client the server's own. Blank cards are left out; a card for which
 * no page has room is in the document without a place.
 * @param board the room's, to find the places; it is not changed
 * @param at server time of the revealing
 */
export function revealing(
  board: Roots['board'],
  cards: readonly CardToReveal[],
  at: number,
  chance: Chance,
): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = chance.clientId
  const open = rootsOf(doc)
  const places = new RevealPlaces(board)
  const drafted = new Set<string>(cards.map(({ card }) => card.artefact.id))
  const written = cards.filter(({ card }) => !isBlank(card.artefact))
  doc.transact(() => {
    for (const { card, authorship } of chance.shuffled(written)) {
      const { kind, phase, tags, links, fields, clearance } = card.artefact
      const id = createArtefact(open.artefacts, {
        id: chance.id() as ArtefactId,
        kind,
        phase,
        createdAt: at,
        authorship,
        tags,
        // Two cards of one person would tell of each other
        links: links.filter(({ to }) => !drafted.has(to)),
        clearance,
        fields: withFreshItems(fields, chance),
      })
      const place = places.next(card)
      if (place) layOpen(open.board, id, kind, place, chance)
    }
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function layOpen(
  board: Roots['board'],
  artefactId: ArtefactId,
  kind: Artefact['kind'],
  { parentId, index, x, y }: Place,
  chance: Chance,
): void {
  writeRecord(board, {
    id: `shape:${chance.id()}`,
    typeName: 'shape',
    type: 'card',
    parentId,
    index,
    x,
    y,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    props: { ...kinds[kind].size, artefactId },
    meta: {},
  })
}

/** Ids of items rise with the time at which they were made. */
function withFreshItems(fields: Record<string, FieldValue>, { id }: Chance): Record<string, FieldValue> {
  const fresh = Object.entries(fields).map(([name, value]): [string, FieldValue] => [
    name,
    Array.isArray(value) ? value.map((item) => ({ ...item, id: id() })) : value,
  ])
  return Object.fromEntries(fresh)
}
