import { useMemo, useRef } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import type { AxesPlace } from '#shared/document/containers.ts'
import { textIn } from '#shared/document/board-record.ts'
import { rankOf } from '#shared/document/reading-order.ts'
import {
  createCard,
  currentPage,
  duplicateCard,
  moveCard,
  moveCards,
  putBackOnBoard,
  reorderCard,
  takeManyOffBoard,
  takeOffBoard,
  turnCardInto,
  writeOnHeadline,
  type PlacedCard,
} from '#client/artefacts/card-actions.ts'
import { tellRemoved } from '#client/artefacts/removal-message.ts'
import { deriveCard, nextVersionOf } from '#client/artefacts/derive-card.ts'
import { tellWithUndo } from '#client/artefacts/undo-offer.ts'
import { isHeldFrom, lockRecords } from '#client/artefacts/locks.ts'
import {
  clusterCards,
  foldCluster,
  mergeClusters,
  takeOutOfCluster,
  togetherOf,
} from '#client/artefacts/clusters/cluster-actions.ts'
import { isDirectlyLocked } from '#shared/document/locks.ts'
import { useKindTexts, type KindTexts } from '#client/kinds/kind-texts.ts'
import type { CardPart } from '#client/ui-state/room-view.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { toasts } from '#client/ui/toasts.ts'
import type { CardRow, UnplacedRow } from './rows.ts'
import type { Folding } from './use-folding.ts'

type AnyCardRow = CardRow | UnplacedRow

/** What the list can do with its rows; what happened is told to screen readers in the same breath. */
export interface ListActions {
  open: (row: AnyCardRow) => void
  /** Opens the card at what is said about it. */
  comment: (row: AnyCardRow) => void
  openMenu: (row: AnyCardRow) => void
  edit: (row: AnyCardRow) => void
  endEditing: () => void
  create: (kind: ArtefactKind, parentId: string) => void
  /** Letters typed outside of any field: the first ones begin a card, the next ones go on in it. */
  write: (letters: string, kind: ArtefactKind, parentId: string) => void
  reorder: (row: AnyCardRow, by: number) => void
  chooseTarget: (row: AnyCardRow) => void
  /** Asks what the card, or all that are chosen, is linked with. */
  link: (row: AnyCardRow) => void
  /** `worth` on both axes where the target is a matrix. */
  move: (row: CardRow, parentId: string, worth?: AxesPlace | null) => void
  /** Several cards at once. */
  moveMany: (shapeIds: readonly string[], parentId: string) => void
  /** Takes a card into the choice of those that are moved together, or out of it. */
  choose: (row: AnyCardRow) => void
  duplicate: (row: AnyCardRow) => void
  /** Makes the version that takes this card's place. */
  renew: (row: AnyCardRow) => void
  /** Shows the cards that are written much like this one. */
  findSimilar: (row: AnyCardRow) => void
  /** Lays a card beside the cluster it is in. */
  takeOut: (row: CardRow) => void
  /** Folds a cluster for everybody, or unfolds it. */
  foldForAll: (row: CardRow, folded: boolean) => void
  /** Makes a cluster of the chosen cards, or one of chosen clusters. */
  cluster: () => void
  derive: (row: CardRow, kind: ArtefactKind) => void
  turn: (row: CardRow, kind: ArtefactKind) => void
  /** Takes a card off the board; of several that are chosen, it asks whether all of them are meant. */
  takeOff: (row: AnyCardRow) => void
  /** Asks before all chosen cards go. */
  askToTakeOff: () => void
  takeOffMany: (shapeIds: readonly string[]) => void
  putBack: (row: UnplacedRow) => void
  /** Locks a card or frame for everybody but the moderation, or opens it. */
  lock: (id: string) => void
  undo: () => void
  redo: () => void
}

/** What the actions need of the view. */
interface ListScene {
  session: RoomSession
  onOpenCard: (artefactId: string, at?: CardPart) => void
  mayWrite: boolean
  setSimilarTo: (artefactId: string) => void
  /** What this person folds for themselves. */
  foldByHand: Folding['fold']
  say: (text: string) => void
  nameOfPlace: (id: string) => string
  /** Makes a row the active one, unfolds what hides it, and brings the focus there. */
  focusRow: (id: string) => void
  /** Brings the focus to what stands next when these rows go. */
  focusAfter: (ids: readonly string[]) => void
  /** Takes away a filter that might hide what is new. */
  showAll: () => void
  setEditing: (id: string | null) => void
  /** Cards that are about to be moved. */
  setMoving: (shapeIds: readonly string[] | null) => void
  /** Cards that are about to be linked with others. */
  setLinking: (shapeIds: readonly string[] | null) => void
  /** Cards that are about to be taken off the board together. */
  setRemoving: (shapeIds: readonly string[] | null) => void
  /** Cards that are chosen to be moved together. */
  chosen: ReadonlySet<string>
  setChosen: (chosen: ReadonlySet<string>) => void
  setMenu: (row: AnyCardRow | null) => void
}

/** Stable for the life of the view, so that rows need not wake; the scene is read when something happens. */
export function useListActions(current: ListScene): ListActions {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const scene = useRef({ ...current, t, texts })
  scene.current = { ...current, t, texts }
  return useMemo(() => listActions(scene), [scene])
}

type Scene = ListScene & { t: TFunction; texts: KindTexts }

function listActions(ref: { readonly current: Scene }): ListActions {
  const writing = (change: (scene: Scene) => void) => {
    const scene = ref.current
    if (scene.mayWrite) change(scene)
    else scene.say(scene.t('list.said.locked'))
  }
  /** For what changes a card; what the moderation has locked stays as it is. */
  const changing = (row: AnyCardRow, change: (scene: Scene) => void) =>
    writing((scene) => {
      if (isHeldFrom(scene.session, row.id)) scene.say(scene.t('artefacts.lock.held'))
      else change(scene)
    })
  /** For what only a card on the board can be asked; one that is put aside lets it pass. */
  const onBoard = (row: AnyCardRow, change: (scene: Scene) => void) => {
    if (row.type === 'card') changing(row, change)
  }
  const show = (card: PlacedCard | null, said: string) => {
    const { say, focusRow, showAll } = ref.current
    if (!card) return
    showAll()
    say(said)
    focusRow(card.shapeId)
  }

  /** Whose text is being written, also before its field is there. */
  let begun: PlacedCard | null = null
  const begin = (kind: ArtefactKind, parentId: string) =>
    writing(({ session, t, texts, nameOfPlace, setEditing }) => {
      const card = createCard(session, { kind, parentId })
      if (!card) return
      begun = card
      show(card, t('list.said.created', { kind: texts.label(kind), place: nameOfPlace(parentId) }))
      setEditing(card.shapeId)
    })

  return {
    open: (row) => ref.current.onOpenCard(row.artefactId),
    comment: (row) => ref.current.onOpenCard(row.artefactId, 'comments'),
    openMenu: (row) => ref.current.setMenu(row),
    edit: (row) => changing(row, ({ setEditing }) => setEditing(row.id)),
    endEditing: () => {
      begun = null
      ref.current.setEditing(null)
    },
    create: begin,
    write: (letters, kind, parentId) => {
      if (!begun) begin(kind, parentId)
      if (begun) writeOnHeadline(ref.current.session, begun.artefactId, letters)
    },
    reorder: (row, by) =>
      onBoard(row, ({ session, say, t }) => {
        if (!reorderCard(session, row.id, by)) return say(by < 0 ? t('list.said.first') : t('list.said.last'))
        const { index, count } = rankOf(session.roots.board, row.id)
        say(t('list.said.rank', { rank: index + 1, count }))
        ref.current.focusRow(row.id)
      }),
    chooseTarget: (row) =>
      changing(row, ({ setMoving, chosen }) => {
        if (row.type === 'card') setMoving(chosen.has(row.id) ? [...chosen] : [row.id])
      }),
    link: (row) =>
      onBoard(row, ({ setLinking, chosen }) => setLinking(chosen.has(row.id) ? [...chosen] : [row.id])),
    move: (row, parentId, worth = null) =>
      changing(row, ({ session, say, t, nameOfPlace, focusRow }) => {
        moveCard(session, row.id, parentId, worth)
        say(t('list.said.moved', { place: nameOfPlace(parentId) }))
        focusRow(row.id)
      }),
    findSimilar: (row) => ref.current.setSimilarTo(row.artefactId),
    takeOut: (row) =>
      changing(row, ({ session, say, t, focusRow }) => {
        takeOutOfCluster(session, [row.id])
        say(t('artefacts.clusters.takenOut'))
        focusRow(row.id)
      }),
    foldForAll: (row, folded) =>
      changing(row, ({ session, say, t, foldByHand }) => {
        foldCluster(session, row.id, folded)
        foldByHand(row.id, null)
        say(t(folded ? 'artefacts.clusters.folded' : 'artefacts.clusters.unfolded'))
      }),
    cluster: () =>
      writing(({ session, chosen, setChosen, t }) => {
        const ids = [...chosen]
        const together = togetherOf(session.roots, ids)
        if (!together) return
        const { merges, cards } = together
        const made = merges ? mergeClusters(session, ids[0]!, ids.slice(1)) : clusterCards(session, ids)
        if (made === null) return
        setChosen(new Set())
        const text = merges
          ? t('artefacts.clusters.mergedClusters')
          : t('artefacts.clusters.made', { count: cards })
        tellWithUndo(session, text, t('common.undo'))
        ref.current.focusRow(made?.shapeId ?? ids[0]!)
      }),
    moveMany: (shapeIds, parentId) =>
      writing(({ session, say, t, nameOfPlace, focusRow, setChosen }) => {
        moveCards(session, shapeIds, parentId)
        setChosen(new Set())
        say(t('list.said.movedMany', { count: shapeIds.length, place: nameOfPlace(parentId) }))
        if (shapeIds[0]) focusRow(shapeIds[0])
      }),
    choose: (row) =>
      onBoard(row, ({ chosen, setChosen, say, t }) => {
        const next = new Set(chosen)
        if (!next.delete(row.id)) next.add(row.id)
        setChosen(next)
        say(t('list.said.chosen', { count: next.size }))
      }),
    duplicate: (row) =>
      onBoard(row, ({ session, t }) => show(duplicateCard(session, row.id), t('list.said.duplicated'))),
    renew: (row) =>
      onBoard(row, ({ session, t }) => {
        const from = session.artefacts.get(row.artefactId)
        if (from) show(nextVersionOf(session, from), t('list.said.renewed'))
      }),
    derive: (row, kind) =>
      writing(({ session, t, texts, nameOfPlace }) => {
        const from = session.artefacts.get(row.artefactId)
        const card = from && deriveCard(session, from, kind)
        if (!card) return
        const place = nameOfPlace(textIn(session.roots.board.get(card.shapeId)?.get('parentId')))
        show(card, t('list.said.derived', { kind: texts.label(kind), place }))
      }),
    turn: (row, kind) =>
      changing(row, ({ session, say, t, texts }) => {
        turnCardInto(session, row.artefactId, kind)
        say(t('list.said.turned', { kind: texts.label(kind) }))
      }),
    takeOff: (row) =>
      onBoard(row, ({ session, t, focusAfter, chosen, setRemoving }) => {
        if (chosen.size > 1 && chosen.has(row.id)) return setRemoving([...chosen])
        focusAfter([row.id])
        const putBack = takeOffBoard(session, row.id)
        toasts.show({ text: t('list.said.takenOff'), action: { label: t('common.undo'), run: putBack } })
      }),
    askToTakeOff: () => writing(({ chosen, setRemoving }) => setRemoving([...chosen])),
    takeOffMany: (shapeIds) =>
      writing(({ session, t, focusAfter, setChosen, setRemoving }) => {
        focusAfter(shapeIds)
        const gone = takeManyOffBoard(session, shapeIds)
        setChosen(new Set())
        setRemoving(null)
        tellRemoved(session, t, gone)
      }),
    lock: (id) =>
      writing(({ session, say, t }) => {
        const isLocked = !isDirectlyLocked(session.roots.board, id)
        lockRecords(session, [id], isLocked)
        say(t(isLocked ? 'artefacts.lock.nowLocked' : 'artefacts.lock.nowOpen'))
      }),
    putBack: (row) =>
      writing(({ session, t, nameOfPlace }) => {
        const artefact = session.artefacts.get(row.artefactId)
        const parentId = currentPage(session)
        if (!artefact) return
        const card = putBackOnBoard(session, artefact, parentId)
        show(card, t('list.said.putBack', { place: nameOfPlace(parentId) }))
      }),
    undo: () => writing(({ session }) => session.history.undo()),
    redo: () => writing(({ session }) => session.history.redo()),
  }
}
