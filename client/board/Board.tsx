import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomSession } from '#client/session/room-session.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { BoardProps } from './board-props.ts'
import { openWorld, type BoardWorld } from './board-world.ts'
import { BoardCanvas } from './canvas/BoardCanvas.tsx'
import styles from './board.module.css'

/** The canvas of a room. Loads tldraw, so import it lazily; `board-commands.ts` has the types without it. */
export function Board(props: BoardProps) {
  const { session } = props
  const { t } = useTranslation()
  const hasPage = useHasPage(session)
  const world = useWorld(session, hasPage, props)
  return (
    <section className={styles.board} aria-label={t('board.label')}>
      {world ? (
        <BoardCanvas {...props} world={world} />
      ) : (
        <div className={styles.waiting}>
          {hasPage ? (
            <Spinner label={t('board.loading')} />
          ) : (
            <EmptyState title={t('board.empty')}>{null}</EmptyState>
          )}
        </div>
      )}
    </section>
  )
}

/** Pages come from the document; the canvas would make up its own before the first one is there. */
function useHasPage({ roots: { board } }: RoomSession): boolean {
  const subscribe = useCallback(
    (wake: () => void) => {
      board.observe(wake)
      return () => board.unobserve(wake)
    },
    [board],
  )
  return useSyncExternalStore(subscribe, () => containsPage(board.keys()))
}

function containsPage(ids: Iterable<string>): boolean {
  for (const id of ids) if (id.startsWith('page:')) return true
  return false
}

function useWorld(
  session: RoomSession,
  hasPage: boolean,
  asks: Pick<BoardProps, 'onOpenCard' | 'onArrange'>,
): BoardWorld | null {
  const [world, setWorld] = useState<BoardWorld | null>(null)
  const latest = useRef(asks)
  useEffect(() => {
    latest.current = asks
  })
  useEffect(() => {
    if (!hasPage) return
    const opened = openWorld(session, {
      openCard: (artefactId) => latest.current.onOpenCard(artefactId),
      arrange: (what) => latest.current.onArrange?.(what),
    })
    setWorld(opened)
    return () => {
      setWorld(null)
      opened.close()
    }
  }, [session, hasPage])
  return world
}
