import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useTranslation } from 'react-i18next'
import type { ArtefactId } from '#shared/base/ids.ts'
import type { Comment, Thread } from '#shared/document/comments.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { announce } from '#client/ui/announcements.ts'
import { toasts } from '#client/ui/toasts.ts'
import { sayComment } from './comment-actions.ts'
import { CommentComposer, keptFor, moveUnsent } from './CommentComposer.tsx'
import { CommentThread } from './CommentThread.tsx'
import { useCommentThreads, wholeThread } from './comment-threads.ts'
import styles from './comments.module.css'
import { callables } from './mentions.ts'
import { useRoomMembers } from './use-room-members.ts'

interface CommentsSectionProps {
  session: RoomSession
  artefactId: ArtefactId
  /** Somebody came for the comments: they are brought in front, with the field to write in. */
  inFront: boolean
}

/** What is said about one card. Looking at it counts as reading it. */
export function CommentsSection({ session, artefactId, inFront }: CommentsSectionProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const threads = useCommentThreads(session)
  const mayComment = useStore(session.facilitation, (view) => view.mayComment && view.me !== null)
  const all = threads.on(artefactId)
  const section = useRef<HTMLElement>(null)
  const isFresh = useFresh(session, artefactId)
  const members = useRoomMembers(session)
  const whom = () => callables(session, t('artefacts.comments.everybody'), members)
  useEffect(() => {
    if (inFront) section.current?.scrollIntoView({ block: 'start' })
  }, [inFront])

  const say = (composed: { text: string; mentions: string[] }) => {
    sayComment(session, { artefactId, parent: null, ...composed })
    announce(t('artefacts.comments.said.said'))
  }
  const saved = useSavedAnswers(session, artefactId, all)
  const shared = { session, whom, mayComment, isFresh }
  return (
    <section className={styles.section} aria-labelledby={titleId} ref={section}>
      <h3 className={styles.title} id={titleId}>
        {t('artefacts.comments.title')}
      </h3>
      <Threads {...shared} threads={all.filter(({ comment }) => comment.done === null)} />
      {all.length === 0 ? <p className={styles.quiet}>{t('artefacts.comments.empty')}</p> : null}
      <DoneThreads {...shared} threads={all.filter(({ comment }) => comment.done !== null)} />
      {mayComment ? (
        <CommentComposer
          key={saved}
          label={t('artefacts.comments.write')}
          hint={t('artefacts.comments.writeHint')}
          send={t('artefacts.comments.send')}
          keep={`${keptFor(session)}/${artefactId}`}
          whom={whom}
          autoFocus={inFront || saved > 0}
          onSend={say}
        />
      ) : (
        <p className={styles.quiet}>{t('artefacts.comments.closed')}</p>
      )}
    </section>
  )
}

type ThreadsProps = Omit<Parameters<typeof CommentThread>[0], 'thread'> & { threads: readonly Thread[] }

function Threads({ threads, ...shared }: ThreadsProps) {
  if (threads.length === 0) return null
  return (
    <ul className={styles.threads}>
      {threads.map((thread) => (
        <CommentThread key={thread.comment.id} {...shared} thread={thread} />
      ))}
    </ul>
  )
}

function DoneThreads({ threads, ...shared }: ThreadsProps) {
  const { t } = useTranslation()
  if (threads.length === 0) return null
  return (
    <details className={styles.finished}>
      <summary>{t('artefacts.comments.finished', { count: threads.length })}</summary>
      <Threads {...shared} threads={threads} />
    </details>
  )
}

/**
 * Somebody else removes the comment to which this person writes an answer: what was not sent goes on in the field for new
 * comments. Answers how often that was so.
 */
function useSavedAnswers(session: RoomSession, artefactId: ArtefactId, all: readonly Thread[]): number {
  const { t } = useTranslation()
  const before = useRef(all)
  const [saved, setSaved] = useState(0)
  useLayoutEffect(() => {
    const there = new Set(all.flatMap(wholeThread).map(({ id }) => id))
    const gone = before.current.flatMap(wholeThread).filter(({ id }) => !there.has(id))
    before.current = all
    const kept = keptFor(session)
    const moved = gone.filter(({ id }) => moveUnsent(`${kept}/${id}`, `${kept}/${artefactId}`))
    if (moved.length === 0) return
    setSaved((count) => count + 1)
    toasts.show({ text: t('artefacts.comments.said.answerKept'), tone: 'attention' })
  }, [all, session, artefactId, t])
  return saved
}

/** Reads what is shown, and remembers what of it was new to this person when they came. */
function useFresh(session: RoomSession, artefactId: string): (comment: Comment) => boolean {
  const threads = useCommentThreads(session)
  const [fresh] = useState(() => new Set<string>())
  const unread = threads
    .on(artefactId)
    .flatMap(wholeThread)
    .filter((comment) => threads.isUnread(comment))
  for (const { id } of unread) fresh.add(id)
  const count = unread.length
  useEffect(() => {
    if (count > 0) threads.markRead(artefactId)
  }, [count, threads, artefactId])
  return ({ id }) => fresh.has(id)
}
