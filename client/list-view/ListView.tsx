import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type Ref,
} from 'react'
import { useTranslation } from 'react-i18next'
import { importedKinds, kindForPage, type ArtefactKind } from '#shared/kinds/index.ts'
import { pageOf, textIn } from '#shared/document/board-record.ts'
import { currentPage } from '#client/artefacts/card-actions.ts'
import { togetherOf } from '#client/artefacts/clusters/cluster-actions.ts'
import { useMayWrite } from '#client/artefacts/use-artefact.ts'
import type { CardPart } from '#client/ui-state/room-view.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { asDefault } from '#client/ui/on-demand.ts'
import { Said } from '#client/ui/Said.tsx'
import { usePrinting } from '#client/ui/use-printing.ts'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { ChosenCards } from './ChosenCards.tsx'
import { KeyHelp } from './KeyHelp.tsx'
import { ListToolbar } from './ListToolbar.tsx'
import styles from './ListView.module.css'
import type { ListCommands } from './list-commands.ts'
import { LiveOutline } from './live-outline.ts'
import { NothingToShow } from './NothingToShow.tsx'
import {
  isFiltering,
  kindsIn,
  noFilter,
  placesOf,
  rowsOf,
  rowsOnPaper,
  type CardRow,
  type Row,
  type UnplacedRow,
} from './rows.ts'
import { RowMenu } from './RowMenu.tsx'
import { RowTree } from './RowTree.tsx'
import { Signature } from './Signature.tsx'
import { useAnnouncer } from './use-announcer.ts'
import { useFolding } from './use-folding.ts'
import { useListActions } from './use-list-actions.ts'
import { usePlaceNames } from './use-place-names.ts'
import { rowElement, useRovingRows } from './use-roving-rows.ts'

const dialogs = () => import('./list-dialogs.ts')
const BringDialog = lazy(() => asDefault(async () => (await dialogs()).BringDialog))
const InterviewImport = lazy(() => asDefault(async () => (await dialogs()).InterviewImport))
const LinkDialog = lazy(() => asDefault(async () => (await dialogs()).LinkDialog))
const MoveDialog = lazy(() => asDefault(async () => (await dialogs()).MoveDialog))
const ReturnedTableDialog = lazy(() => asDefault(async () => (await dialogs()).ReturnedTableDialog))
const SimilarDialog = lazy(() => asDefault(async () => (await dialogs()).SimilarDialog))

interface ListViewProps {
  ref?: Ref<ListCommands>
  session: RoomSession
  /** The page that is unfolded at first; the room's page where it is left out. */
  pageId?: string | undefined
  onOpenCard: (artefactId: string, at?: CardPart) => void
  /** Brings the focus to this card, e.g. when somebody switches over from the board. */
  focusShapeId?: string | null | undefined
  readOnly?: boolean
  /** Whether the room has a button for the page's own kind of card, so that the list offers the other kinds. */
  newCardElsewhere?: boolean
}

/**
 * The room as an outline, page → frame → card: the same cards as on the board, live in both directions, and every
 * action on them by keyboard, finger and screen reader.
 */
export function ListView(props: ListViewProps) {
  const { ref, session, pageId, onOpenCard, focusShapeId, readOnly = false, newCardElsewhere = false } = props
  const { t } = useTranslation()
  const tree = useRef<HTMLDivElement>(null)
  const outline = useOutline(session)
  const [filter, setFilter] = useState(noFilter)
  const [editing, setEditing] = useState<string | null>(null)
  const [moving, setMoving] = useState<readonly string[] | null>(null)
  const [linking, setLinking] = useState<readonly string[] | null>(null)
  const [removing, setRemoving] = useState<readonly string[] | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [bringing, setBringing] = useState(false)
  const [menu, setMenu] = useState<CardRow | UnplacedRow | null>(null)
  const [similarTo, setSimilarTo] = useState<string | null>(null)
  const [importing, setImporting] = useState(false)
  const [returning, setReturning] = useState(false)
  const { said, say } = useAnnouncer()
  const page = pageId ?? currentPage(session)
  const folding = useFolding(session, page)
  const printing = usePrinting()
  const rows = useMemo(
    () => (printing ? rowsOnPaper(outline, filter) : rowsOf(outline, filter, folding.isExpanded)),
    [outline, filter, printing, folding],
  )
  const places = useMemo(() => placesOf(outline), [outline])
  const kindsThere = useMemo(() => kindsIn(outline, filter), [outline, filter])
  const nameOfPlace = usePlaceNames(places, session.language)
  const roving = useRovingRows(tree, rows)
  const mayWrite = useMayWrite(session) && !readOnly

  const { focusRow, setActive } = roving
  const { reveal } = folding
  const showRow = useCallback(
    (id: string) => {
      reveal(id)
      focusRow(id)
    },
    [reveal, focusRow],
  )
  const actions = useListActions({
    ...{
      session,
      onOpenCard,
      mayWrite,
      say,
      nameOfPlace,
      setEditing,
      setMoving,
      setLinking,
      setMenu,
      setRemoving,
      chosen,
      setChosen,
      setSimilarTo,
      foldByHand: folding.fold,
    },
    focusRow: showRow,
    showAll: () => setFilter(noFilter),
    focusAfter: (ids) => focusRow(neighbour(rows, ids)),
  })

  // The list begins where the room is. Whoever works in the list stays where they are, but what they make after the
  // page was turned belongs to the new one, until they go to a row themselves.
  const leftBehind = useRowLeftBehind(page, roving.active)
  useEffect(() => {
    if (!tree.current?.contains(document.activeElement)) setActive(page)
  }, [page, setActive])
  useEffect(() => {
    if (focusShapeId) showRow(focusShapeId)
  }, [focusShapeId, showRow])
  useEffect(() => {
    if (roving.vanished && tree.current?.contains(document.activeElement)) say(t('list.said.gone'))
  }, [roving.vanished, say, t])

  const place = (roving.active === leftBehind ? null : placeFor(rows, roving.active)) ?? page
  const create = (kind: ArtefactKind) => {
    if (importedKinds.includes(kind)) setImporting(true)
    else actions.create(kind, place)
  }
  useImperativeHandle(ref, () => ({
    create: (kind) => {
      actions.create(kind, place)
      // From wherever this was asked: what is typed before the card's field is there goes into the card
      rowElement(tree.current, roving.active)?.focus()
    },
    reveal: (shapeId) => {
      reveal(shapeId)
      setActive(shapeId)
    },
    write: (letters) => actions.write(letters, kindForPage(pageOf(session.roots.board, place) ?? ''), place),
  }))
  const similar = similarTo === null ? null : session.artefacts.get(similarTo)
  const closeMenu = (giveFocusBack: boolean) => {
    setMenu(null)
    if (giveFocusBack) rowElement(tree.current, menu?.id ?? null)?.focus()
  }
  const anchor = menu
    ? rowElement(tree.current, menu.id)?.querySelector<HTMLElement>('[aria-haspopup]')
    : null

  return (
    <section className={styles.list} aria-label={t('list.title')}>
      <ListToolbar
        {...{ session, filter, actions, mayWrite, newCardElsewhere }}
        pageId={pageOf(session.roots.board, place) ?? page}
        placeName={nameOfPlace(place)}
        kindsThere={kindsThere}
        onFilter={setFilter}
        onCreate={create}
        onBring={() => setBringing(true)}
        onReturn={() => setReturning(true)}
      />
      {chosen.size > 0 && mayWrite ? (
        <ChosenCards
          count={chosen.size}
          together={togetherOf(session.roots, [...chosen])}
          onCluster={actions.cluster}
          onMove={() => setMoving([...chosen])}
          onLink={() => setLinking([...chosen])}
          onRemove={actions.askToTakeOff}
          onDrop={() => setChosen(new Set())}
        />
      ) : null}
      <RowTree
        {...{ session, rows, editing, chosen, actions, mayWrite, folding, roving }}
        place={place}
        ref={tree}
      />
      {rows.every((row) => row.type !== 'card') && (isFiltering(filter) || outline.pages.length === 0) ? (
        <NothingToShow
          {...{ mayWrite }}
          filtering={isFiltering(filter)}
          onShowAll={() => setFilter(noFilter)}
        />
      ) : null}
      {isFiltering(filter) ? (
        <p role="status" className={styles.quiet}>
          {t('list.found', { count: rows.filter((row) => !('expanded' in row)).length })}
        </p>
      ) : null}
      {mayWrite ? <Signature session={session} /> : null}
      <KeyHelp />
      <VisuallyHidden>
        <span role="status">
          <Said>{said}</Said>
        </span>
      </VisuallyHidden>
      {menu && anchor ? <RowMenu {...{ session, row: menu, actions, anchor }} onClose={closeMenu} /> : null}
      <ConfirmDialog
        title={t('board.removed.ask', { count: removing?.length ?? 0 })}
        open={removing !== null}
        confirm={t('board.removed.go')}
        danger
        onConfirm={() => removing && actions.takeOffMany(removing)}
        onClose={() => setRemoving(null)}
      >
        <p>{t('list.removed')}</p>
      </ConfirmDialog>
      <Suspense fallback={null}>
        {moving ? (
          <MoveDialog
            {...{ session }}
            shapeIds={moving}
            onMove={(ids, parentId, worth) => {
              const row = rows.find((one) => one.id === ids[0])
              if (ids.length === 1 && row?.type === 'card') actions.move(row, parentId, worth)
              else actions.moveMany(ids, parentId)
            }}
            onClose={() => setMoving(null)}
          />
        ) : null}
        {linking ? (
          <LinkDialog
            {...{ session }}
            here={linking.flatMap((id) => cardOf(session, id) ?? [])}
            open
            onClose={() => setLinking(null)}
          />
        ) : null}
        {bringing ? (
          <BringDialog
            {...{ session }}
            pageId={page}
            onBring={actions.moveMany}
            onClose={() => setBringing(false)}
          />
        ) : null}
        {returning ? <ReturnedTableDialog {...{ session }} onClose={() => setReturning(false)} /> : null}
        {similar ? (
          <SimilarDialog
            {...{ session }}
            artefact={similar}
            onClose={() => setSimilarTo(null)}
            onOpenArtefact={(id) => onOpenCard(id)}
          />
        ) : null}
        {importing ? (
          <InterviewImport
            {...{ session }}
            open
            onClose={() => setImporting(false)}
            onImported={(card) => {
              showRow(card.shapeId)
              onOpenCard(card.artefactId)
            }}
          />
        ) : null}
      </Suspense>
    </section>
  )
}

const cardOf = ({ roots, artefacts }: RoomSession, shapeId: string) =>
  artefacts.get(textIn(roots.board.get(shapeId)?.get('p.artefactId')))

function useOutline(session: RoomSession) {
  const live = useMemo(() => new LiveOutline(session), [session])
  return useSyncExternalStore(live.subscribe, live.current)
}

/** The row that was active when the page was turned, until another one is. */
function useRowLeftBehind(page: string, active: string | null): string | null {
  const [turned, setTurned] = useState<{ page: string; row: string | null }>({ page, row: null })
  if (turned.page !== page) setTurned({ page, row: active })
  else if (turned.row !== null && turned.row !== active) setTurned({ page, row: null })
  return turned.row
}

/** The row that takes over when these go: the card beside the first of them, else the section around it. */
function neighbour(rows: readonly Row[], ids: readonly string[]): string {
  const first = rows.find(({ id }) => ids.includes(id))
  const beside = rows.filter((row) => row.type === first?.type && row.parentId === first.parentId)
  const from = beside.findIndex((row) => row === first)
  const stays = (row: Row) => !ids.includes(row.id)
  const next = beside.slice(from).find(stays) ?? beside.slice(0, Math.max(0, from)).findLast(stays)
  return next?.id ?? first?.parentId ?? ''
}

/** Where a new card goes: into the active section, or beside the active card. */
function placeFor(rows: readonly Row[], active: string | null): string | null {
  const row = rows.find(({ id }) => id === active)
  if (!row || row.type === 'unplaced' || row.type === 'put-aside') return null
  return row.type === 'card' ? row.parentId : row.id
}
