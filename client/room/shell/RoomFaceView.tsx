import { lazy, Suspense, useEffect, useMemo, useState, type FocusEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { PublicTexts } from '#client/app/PublicTexts.tsx'
import { useClientConfig } from '#client/app/use-client-config.ts'
import { isSlowLine } from '#client/ui/on-demand.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { browseTo, toggleFace } from '#client/ui-state/room-view.ts'
import { useFacilitation, useRoom, useView } from '#client/room-context/room-context.ts'
import { ranksOf, useBoardResult } from '../votes/board-result.ts'
import { useHeldView } from './use-held-view.ts'
import { ListView } from '#client/list-view/ListView.tsx'
import { Board, BoardResult, QuickWrite } from './room-parts.ts'
import styles from './RoomFaceView.module.css'
import { useLicenceKey } from './use-licence-key.ts'
import { usePhone } from '#client/room-context/use-phone.ts'

/** The content as board, as list, or as the one-card form. */
export function RoomFaceView() {
  const { t } = useTranslation()
  const face = useView((view) => view.face)
  const pageId = useView((view) => view.pageId)
  const slow = useSlow()
  const licenceKey = useLicenceKey()
  if (pageId === null) return <Waiting label={t('room.loading')} />
  const waiting =
    slow && face === 'board' ? <UntilBoard pageId={pageId} /> : <Waiting label={t('common.loading')} />
  return (
    <Suspense fallback={waiting}>
      {face === 'board' && licenceKey === undefined ? <NotYet /> : faces[face](pageId)}
    </Suspense>
  )
}

/** Waits with the canvas behind one and the same stand-in, so that a list that is read meanwhile is not made anew. */
const NotYet = lazy(() => new Promise<never>(() => undefined))

const faces: Record<'board' | 'list' | 'write', (pageId: string) => ReactNode> = {
  board: (pageId) => <BoardFace pageId={pageId} />,
  list: (pageId) => <ListFace pageId={pageId} />,
  write: (pageId) => <WriteFace pageId={pageId} />,
}

function BoardFace({ pageId }: { pageId: string }) {
  const { session, view, board, ownCards } = useRoom()
  const focusShapeId = useView((state) => state.focusShapeId)
  const mayWrite = useFacilitation((facilitation) => facilitation.mayWrite)
  const licenceKey = useLicenceKey()
  const heldView = useHeldView()
  const own = useStore(ownCards)
  const result = useBoardResult()
  const ranks = useMemo(() => ranksOf(result), [result])
  if (licenceKey === undefined) return null
  return (
    <>
      <Board
        ref={board}
        session={session}
        pageId={pageId}
        onPageChange={(id) => browseTo(view, id)}
        onOpenCard={(artefactId) => view.setState({ panel: { type: 'card', artefactId } })}
        focusShapeId={focusShapeId}
        onArrange={(dialog) => view.setState({ dialog })}
        onShowList={() => toggleFace(view)}
        onSelectionChange={(shapeIds) =>
          view.setState({ atShapeId: shapeIds[0] ?? null, selectedShapeIds: shapeIds })
        }
        heldView={heldView}
        onMovedByHand={() =>
          view.setState(heldView?.on === 'slide' ? { slideId: null } : { withPresenter: false })
        }
        ranks={ranks}
        own={own}
        readOnly={!mayWrite || ranks.size > 0}
        licenseKey={licenceKey ?? undefined}
      />
      {result ? (
        <Suspense fallback={null}>
          <BoardResult shown={result} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Long enough that nobody with a fast line sees a list come and go. */
const listInsteadAfterMs = 700

/** Whether that time is over since the room was shown, or will be anyway. */
function useSlow(): boolean {
  const [slow, setSlow] = useState(isSlowLine)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), listInsteadAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return slow
}

/** On a slow line the cards can be read before the canvas is there. Not written on: the list goes by itself. */
function UntilBoard({ pageId }: { pageId: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.untilBoard}>
      <p role="status">{t('room.boardComes')}</p>
      <ListFace pageId={pageId} readingOnly />
    </div>
  )
}

function ListFace({ pageId, readingOnly = false }: { pageId: string; readingOnly?: boolean }) {
  const { session, view, list } = useRoom()
  const phone = usePhone()
  const focusShapeId = useView((state) => state.focusShapeId)
  const mayWrite = useFacilitation((facilitation) => facilitation.mayWrite)
  const noteRow = (event: FocusEvent) => {
    const row = (event.target as HTMLElement).closest('[data-row]')?.getAttribute('data-row')
    if (row) view.setState({ atShapeId: row.startsWith('shape:') ? row : null })
  }
  return (
    <div className={styles.scroll} onFocus={noteRow}>
      <ListView
        ref={list}
        session={session}
        pageId={pageId}
        focusShapeId={focusShapeId}
        onOpenCard={(artefactId, at) =>
          view.setState({ panel: { type: 'card', artefactId, ...(at && { at }) } })
        }
        readOnly={readingOnly || !mayWrite}
        newCardElsewhere={!phone}
      />
      {phone ? <TextsBelow /> : null}
    </div>
  )
}

function WriteFace({ pageId }: { pageId: string }) {
  const { session, view } = useRoom()
  const begun = useView((state) => state.begun)
  return (
    <div className={styles.scroll}>
      <QuickWrite
        session={session}
        pageId={pageId}
        begun={begun}
        onBegin={(words) => view.setState({ begun: words })}
        onOpenCard={(artefactId: string) => view.setState({ panel: { type: 'card', artefactId } })}
      />
      <TextsBelow />
    </div>
  )
}

/** A phone has no list of pages under which they would stand. */
function TextsBelow() {
  return <PublicTexts links={useClientConfig().data?.publicTexts} className={styles.publicTexts} />
}

function Waiting({ label }: { label: string }) {
  return (
    <div className={styles.waiting}>
      <Spinner label={label} />
    </div>
  )
}
