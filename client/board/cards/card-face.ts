import { headlineOf, type Artefact } from '#shared/document/artefacts.ts'
import { evidenceRole, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import type { Box } from '#shared/document/shape-box.ts'
import { layOutCard, cardHeight, type CardLayout } from '#shared/layout/card/card-layout.ts'
import { drawFace, type FaceContext } from '#shared/layout/card/face.ts'
import type { CardFace } from '#shared/layout/card/parts.ts'
import i18next from 'i18next'
import { writtenDay } from '#client/app/dates.ts'
import type { CardSource } from './card-room.ts'

interface Size {
  w: number
  h: number
}

/** Composes keys of kinds and fields; the compiler knows only those written out. */
type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What a card shows right now. */
export function faceOf(source: CardSource, artefact: Artefact, home: boolean): CardFace {
  return drawFace(traitsOf(artefact.kind).face, artefact, contextOf(source, artefact, home))
}

/** The card in its place; lower than its text it never is. */
export function layoutOf(source: CardSource, artefact: Artefact, { w, h }: Size, home: boolean): CardLayout {
  return layOutCard(faceOf(source, artefact, home), w, h)
}

/** Whether a field's title names the kind: it takes this one and no other. */
export const isHome = (takes: readonly ArtefactKind[], kind: ArtefactKind) =>
  takes.length === 1 && takes[0] === kind

interface KnownHeight {
  w: number
  home: boolean
  evidence: unknown
  comments: unknown
  h: number
}

const heights = new WeakMap<Artefact, KnownHeight>()

/** Height that a card needs at a width; known until the card changes, or what stands behind it and is said about it. */
export function neededHeight(source: CardSource, artefact: Artefact, w: number, home: boolean): number {
  const [evidence, comments] = [source.evidence.of(artefact.id), source.comments.markOf(artefact.id)]
  const known = heights.get(artefact)
  const isKnown = known?.w === w && known.home === home
  if (isKnown && known.evidence === evidence && known.comments === comments) return known.h
  const h = cardHeight(faceOf(source, artefact, home), w)
  heights.set(artefact, { w, home, evidence, comments, h })
  return h
}

/** Where a card of this size keeps what lies on it: its cross, or what is free between its words and its foot. */
export function roomOn(source: CardSource, artefact: Artefact, { w, h }: Size, home: boolean): Box {
  const { boxes } = layoutOf(source, artefact, { w, h }, home)
  const inside = boxes.find((box) => box.inside)?.inside
  if (inside) return inside
  const foot = boxes.find(({ part }) => part === 'foot')
  const words = boxes.filter(({ part }) => part !== 'foot')
  const top = Math.max(0, ...words.map((box) => box.y + box.h)) + HELD_GAP
  const bottom = foot ? foot.y : h
  return { x: HELD_GAP, y: top, w: w - 2 * HELD_GAP, h: Math.max(0, bottom - HELD_GAP - top) }
}

const HELD_GAP = 12

function contextOf(
  { texts, session, evidence, comments }: CardSource,
  { id, kind }: Artefact,
  home: boolean,
): FaceContext {
  const t = texts() as unknown as Translate
  const { family, icon } = traitsOf(kind)
  return {
    kind: { family, icon, needsEvidence: evidenceRole(kind) === 'needed' },
    say: (key, values) => t(`kinds.${kind}.${key}`, values),
    common: (key, values) => t(`board.card.${key}`, values),
    nameOf: (other) => {
      const artefact = session.artefacts.get(other)
      return artefact && headlineOf(artefact)
    },
    day,
    evidence: evidence.of(id),
    comments: comments.markOf(id).open,
    unread: comments.markOf(id).unread,
    seesProtocols: true,
    home,
  }
}

const day = (date: string) => writtenDay(date, i18next.language)
