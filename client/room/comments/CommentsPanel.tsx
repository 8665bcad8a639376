import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Thread } from '#shared/document/comments.ts'
import { pageOf, textIn } from '#shared/document/board-record.ts'
import { placementOf } from '#client/artefacts/card-actions.ts'
import {
  useCommentThreads,
  wholeThread,
  type CommentThreads,
} from '#client/artefacts/comments/comment-threads.ts'
import { useArtefact } from '#client/artefacts/use-artefact.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Tabs } from '#client/ui/Tabs.tsx'
import { useGoToCard } from '../search/use-go-to.ts'
import styles from './CommentsPanel.module.css'

const filters = ['open', 'unread', 'callsMe', 'done'] as const
type Filter = (typeof filters)[number]

/** What was said in this room, by card: what is open, what is new, what calls this person. */
export function CommentsPanel() {
  const { t } = useTranslation()
  const { session } = useRoom()
  const threads = useCommentThreads(session)
  const [filter, setFilter] = useState<Filter>('open')
  const cards = [...threads.all()].flatMap(([artefactId, all]) => {
    const shown = all.filter((thread) => passes(threads, thread, filter))
    return shown.length > 0 ? [{ artefactId, shown }] : []
  })
  const count = cards.reduce((sum, { shown }) => sum + shown.length, 0)
  const content = (
    <div className={styles.content}>
      <p role="status" className={styles.quiet}>
        {count > 0 ? t('room.comments.found', { count }) : t(`room.comments.nothing.${filter}`)}
      </p>
      <ul className={styles.content}>
        {cards.map(({ artefactId, shown }) => (
          <CardEntry key={artefactId} {...{ artefactId, shown, threads }} />
        ))}
      </ul>
    </div>
  )
  return (
    <Tabs
      label={t('room.comments.title')}
      tabs={filters.map((id) => ({ id, label: t(`room.comments.filters.${id}`), content }))}
      selected={filter}
      onSelect={setFilter}
    />
  )
}

function passes(threads: CommentThreads, thread: Thread, filter: Filter): boolean {
  const isOpen = thread.comment.done === null
  switch (filter) {
    case 'open':
      return isOpen
    case 'done':
      return !isOpen
    case 'unread':
      return wholeThread(thread).some((comment) => threads.isUnread(comment))
    case 'callsMe':
      return isOpen && wholeThread(thread).some((comment) => threads.callsMe(comment))
  }
}

function CardEntry(props: { artefactId: string; shown: readonly Thread[]; threads: CommentThreads }) {
  const { artefactId, shown, threads } = props
  const { t } = useTranslation()
  const { session } = useRoom()
  const texts = useKindTexts()
  const goTo = useGoToCard()
  const artefact = useArtefact(session, artefactId)
  if (!artefact) return null
  const { board } = session.roots
  const shapeId = placementOf(session.roots, artefactId)
  const page = shapeId && pageOf(board, shapeId)
  return (
    <li>
      <button type="button" className={styles.card} onClick={() => goTo(artefactId, 'comments')}>
        <span className={styles.kind}>
          <KindIcon kind={artefact.kind} />
          {texts.label(artefact.kind)} ·{' '}
          {page ? textIn(board.get(page)?.get('name')) : t('room.comments.offBoard')}
        </span>
        <span className={styles.name} lang={session.language}>
          {shortName(texts.nameOf(artefact), 80)}
        </span>
        {shown.map((thread) => (
          <ThreadLine key={thread.comment.id} {...{ thread, threads }} />
        ))}
      </button>
    </li>
  )
}

function ThreadLine({ thread, threads }: { thread: Thread; threads: CommentThreads }) {
  const { t } = useTranslation()
  const unread = wholeThread(thread).filter((comment) => threads.isUnread(comment)).length
  const { comment, answers } = thread
  return (
    <span className={styles.line}>
      <strong>{comment.author.name}:</strong> {shortName(comment.text, 160)}{' '}
      {answers.length > 0 ? (
        <span className={styles.quiet}>{t('room.comments.answers', { count: answers.length })} </span>
      ) : null}
      {unread > 0 ? (
        <span className={styles.fresh}>{t('artefacts.comments.freshCount', { count: unread })}</span>
      ) : null}
    </span>
  )
}
