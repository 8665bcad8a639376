import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  DefaultContextMenu,
  react,
  registerDefaultSideEffects,
  useEditor,
  useToasts,
  useTranslation as useTldrawTexts,
  type Editor,
  type TLPageId,
  type TLShapeId,
} from 'tldraw'
import { asStored } from '#shared/layout/page-places.ts'
import { limits } from '#shared/base/limits.ts'
import { useStore } from 'zustand'
import { wheelStore } from '#client/ui-state/wheel.ts'
import { toasts } from '#client/ui/toasts.ts'
import type { MemberId } from '#shared/base/ids.ts'
import type { BoardProps, HeldView } from '../board-props.ts'
import type { BoardWorld } from '../board-world.ts'
import { beginCardsByDoubleClick } from '../cards/card-tools.ts'
import { commandsOf } from '../commands.ts'
import { preferWords, takeInContent } from '../content/content-handlers.ts'
import { followCardCopies } from '../cards/card-copies.ts'
import { followFocus } from './editor-focus.ts'
import { takeOverHistory } from './editor-history.ts'
import { panByFinger } from './finger-pan.ts'
import { ClusterButton } from '../links/ClusterButton.tsx'
import { LinkArrows } from '../links/LinkArrows.tsx'
import { LinkHandle } from '../links/LinkHandle.tsx'
import { goToCard, openPage } from './navigation.ts'
import { keepHeldShapes } from './held-shapes.ts'
import { LassoLine } from './LassoLine.tsx'
import { LockMarks } from './LockMarks.tsx'
import { askBeforeRemoving, type RemovalQuestion } from './removal-question.ts'
import { RemovalDialog } from './RemovalDialog.tsx'
import { keepCardsOnCards } from '../sheet/containers.ts'
import { restWhenStill } from './still-canvas.ts'
import { nudgeVisibly } from './visible-nudge.ts'
import { takeKeyboard, takeWheel } from './at-once.ts'
import { sayInOwnWords } from './own-words.ts'
import { seatDraggedCards } from '../sheet/field-drag.ts'
import { selectWhatIsFolded } from '../sheet/folded-cards.ts'
import { keepFieldsUnselected } from '../sheet/field-selection.ts'
import { SheetPills, StickyPrompt } from '../sheet/SheetNotes.tsx'
import { keepSheetFitted } from '../sheet/sheet-view.ts'
import { holdView } from '../presence/held-view.ts'
import { showPeers } from '../presence/presence-in.ts'
import { sharePresence } from '../presence/presence-out.ts'
import { OwnCards } from '../own/OwnCards.tsx'
import { flowingOf, ownSeats, type OwnSeat } from '../own/own-seats.ts'
import { BoardNotices } from './BoardNotices.tsx'
import { ContextMenuContent } from './ContextMenuContent.tsx'

type BoardInsideProps = BoardProps & { world: BoardWorld }

/** Ties the living editor to the room around it. */
export function BoardInside(props: BoardInsideProps) {
  const editor = useEditor()
  const [question, ask] = useState<RemovalQuestion | null>(null)
  useEditorTies(editor, props.world, ask)
  usePage(editor, props)
  useSelection(editor, props)
  useHeldView(editor, props)
  const ownPlaces = useProjection(props)
  useImperativeHandle(props.ref, () => commandsOf(editor, props.world.room), [editor, props.world])
  useEffect(() => {
    editor.updateInstanceState({ isReadonly: props.readOnly })
    if (props.readOnly) editor.setCurrentTool('hand').setEditingShape(null)
    else editor.setCurrentTool('select')
  }, [editor, props.readOnly])
  const { wheel } = useStore(wheelStore)
  useEffect(() => {
    editor.setCameraOptions({ ...editor.getCameraOptions(), wheelBehavior: wheel })
  }, [editor, wheel])
  return (
    <>
      <DefaultContextMenu>
        <ContextMenuContent />
      </DefaultContextMenu>
      <LinkArrows room={props.world.room} />
      <OwnCards room={props.world.room} seats={ownPlaces} />
      <LockMarks room={props.world.room} />
      <LinkHandle room={props.world.room} />
      <ClusterButton room={props.world.room} />
      <LassoLine />
      <StickyPrompt room={props.world.room} />
      <SheetPills room={props.world.room} />
      <RemovalDialog session={props.session} question={question} onClose={() => ask(null)} />
      <BoardNotices
        session={props.session}
        pageId={props.pageId}
        readOnly={props.readOnly}
        onShowList={props.onShowList}
      />
    </>
  )
}

function useEditorTies(
  editor: Editor,
  { room, binding }: BoardWorld,
  ask: (question: RemovalQuestion) => void,
): void {
  const uiToasts = useToasts()
  const msg = useTldrawTexts()
  const latest = useRef(msg)
  useEffect(() => {
    latest.current = msg
  }, [msg])
  // Kept by handlers for as long as the board stands, and speaking the language of the moment
  const [messages] = useState(() => ({ toasts: uiToasts, msg: speaking(latest) }))
  useEffect(() => {
    takeInContent(editor, room, messages)
    beginCardsByDoubleClick(editor, room)
    panByFinger(editor)
    const onFull = () =>
      toasts.show({ text: room.texts()('board.full', { max: limits.maxShapesPerPage }), tone: 'attention' })
    editor.on('max-shapes', onFull)
    const untie = [
      registerDefaultSideEffects(editor),
      takeOverHistory(editor, room.session, binding),
      followCardCopies(editor, room),
      preferWords(editor, room),
      followFocus(editor),
      seatDraggedCards(editor, room, binding),
      keepFieldsUnselected(editor, room),
      keepHeldShapes(editor, room),
      keepCardsOnCards(editor, room),
      selectWhatIsFolded(editor),
      // Around what the line above does, which shall wait for the answer
      askBeforeRemoving(editor, room, ask),
      keepSheetFitted(editor, room.session),
      sayInOwnWords(editor, room),
      takeWheel(editor),
      nudgeVisibly(editor, room),
      restWhenStill(editor),
      showPeers(editor, room.session),
      sharePresence(editor, room.session),
      () => editor.off('max-shapes', onFull),
    ]
    // Backwards: whoever wrapped something last unwraps it first
    return () => untie.reverse().forEach((end) => end())
  }, [editor, room, binding, ask, messages])
}

type TldrawTexts = ReturnType<typeof useTldrawTexts>

const speaking =
  (latest: { readonly current: TldrawTexts }): TldrawTexts =>
  (id) =>
    latest.current(id)

/** The room says which page; the board says so when it went to another one by itself. */
function usePage(editor: Editor, { pageId, onPageChange }: BoardInsideProps): void {
  const latest = useRef({ pageId, onPageChange })
  useEffect(() => {
    const turned = latest.current.pageId !== pageId
    latest.current = { pageId, onPageChange }
    openPage(editor, pageId as TLPageId)
    if (turned) takeKeyboard(editor)
  }, [editor, pageId, onPageChange])
  useEffect(() => {
    // Turned while the canvas was on its way
    if (document.activeElement?.matches('nav[data-region=pages] [aria-current]')) takeKeyboard(editor)
  }, [editor])
  useEffect(
    () =>
      react('page change', () => {
        const now = editor.getCurrentPageId()
        const { pageId: wanted, onPageChange: tell } = latest.current
        // Off a page that is gone the canvas goes anywhere; where to is the room's to say
        if (now !== wanted && editor.getPage(wanted as TLPageId)) tell(now)
      }),
    [editor],
  )
}

function useHeldView(editor: Editor, { session, heldView, onMovedByHand }: BoardInsideProps): void {
  const latest = useRef(onMovedByHand)
  useEffect(() => {
    latest.current = onMovedByHand
  })
  const on = heldView?.on
  const what = heldView?.on === 'slide' ? heldView.frameId : heldView?.memberId
  useEffect(() => {
    if (!on || what === undefined) return
    const held: HeldView = on === 'slide' ? { on, frameId: what } : { on, memberId: what as MemberId }
    return holdView(editor, session, held, () => latest.current?.())
  }, [editor, session, on, what])
}

const noRanks = new Map<string, number>()
const nobodys: NonNullable<BoardProps['own']> = []

/** Lays the page out as this person sees it, with their own cards among the others; answers where those are. */
function useProjection({ world, ranks = noRanks, own = nobodys }: BoardInsideProps): readonly OwnSeat[] {
  const { room, binding } = world
  const seats = useMemo(() => ownSeats(room, own), [room, own])
  useLayoutEffect(() => {
    if (ranks.size + seats.length === 0) return
    binding.project({ ranks, own: flowingOf(room, seats) })
    return () => binding.project(asStored)
  }, [room, binding, ranks, seats])
  return seats
}

function useSelection(editor: Editor, props: BoardInsideProps): void {
  const { focusShapeId, selectedShapeIds, onSelectionChange } = props
  useEffect(() => {
    if (focusShapeId) goToCard(editor, focusShapeId)
  }, [editor, focusShapeId])
  useEffect(() => {
    if (selectedShapeIds)
      editor.setSelectedShapes(
        selectedShapeIds.filter((id) => editor.getShape(id as TLShapeId)) as TLShapeId[],
      )
  }, [editor, selectedShapeIds])
  useEffect(() => {
    if (!onSelectionChange) return
    return react('selection', () => onSelectionChange([...editor.getSelectedShapeIds()]))
  }, [editor, onSelectionChange])
}
