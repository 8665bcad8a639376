import { useState } from 'react'
import { Check, EllipsisVertical, PenLine, Reply, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { may } from '#shared/workshop/permissions.ts'
import type { Comment, Thread } from '#shared/document/comments.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import { Menu, type MenuItem } from '#client/ui/Menu.tsx'
import { tellWithUndo } from '../undo-offer.ts'
import { changeComment, sayComment, takeBackComment, tickOffComment } from './comment-actions.ts'
import { CommentComposer, keptFor } from './CommentComposer.tsx'
import { CommentText } from './CommentText.tsx'
import styles from './comments.module.css'
import type { Callable } from './mentions.ts'
import { localeOf } from '#shared/base/locale.ts'

interface CommentThreadProps {
  session: RoomSession
  thread: Thread
  whom: () => readonly Callable[]
  mayComment: boolean
  /** Whether a comment had not been read when this was opened. */
  isFresh: (comment: Comment) => boolean
}

/** One comment with its answers, and what can be done with them. */
export function CommentThread(props: CommentThreadProps) {
  const { session, thread, whom, mayComment } = props
  const { comment, answers } = thread
  const { t } = useTranslation()
  const [answering, setAnswering] = useState(false)
  const answer = (composed: { text: string; mentions: string[] }) => {
    sayComment(session, { artefactId: comment.artefactId, parent: comment.id, ...composed })
    setAnswering(false)
    announce(t('artefacts.comments.said.answered'))
  }
  const tick = () => {
    tickOffComment(session, comment.id, comment.done === null)
    announce(t(comment.done === null ? 'artefacts.comments.said.done' : 'artefacts.comments.said.reopened'))
  }
  return (
    <li className={styles.thread}>
      <OneComment {...props} comment={comment} />
      {answers.length > 0 ? (
        <ul className={styles.answers} aria-label={t('artefacts.comments.answers')}>
          {answers.map((one) => (
            <li key={one.id}>
              <OneComment {...props} comment={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {mayComment && !answering ? (
        <div className={styles.bar}>
          <Button variant="quiet" icon={<Reply aria-hidden="true" />} onClick={() => setAnswering(true)}>
            {t('artefacts.comments.answer')}
          </Button>
          <Button
            variant="quiet"
            icon={comment.done ? <RotateCcw aria-hidden="true" /> : <Check aria-hidden="true" />}
            onClick={tick}
          >
            {t(comment.done ? 'artefacts.comments.reopen' : 'artefacts.comments.done')}
          </Button>
        </div>
      ) : null}
      {answering ? (
        <CommentComposer
          label={t('artefacts.comments.answerTo', { name: comment.author.name })}
          send={t('artefacts.comments.answer')}
          keep={`${keptFor(session)}/${comment.id}`}
          whom={whom}
          autoFocus
          onSend={answer}
          onCancel={() => setAnswering(false)}
        />
      ) : null}
    </li>
  )
}

function OneComment(props: CommentThreadProps & { comment: Comment }) {
  const { session, comment, whom, mayComment, isFresh } = props
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const change = (composed: { text: string; mentions: string[] }) => {
    changeComment(session, comment.id, composed)
    setChanging(false)
    announce(t('artefacts.comments.said.changed'))
  }
  if (changing)
    return (
      <CommentComposer
        label={t('artefacts.comments.change')}
        send={t('common.save')}
        keep={`${keptFor(session)}/${comment.id}/change`}
        initial={comment.text}
        whom={whom}
        autoFocus
        onSend={change}
        onCancel={() => setChanging(false)}
      />
    )
  return (
    <article className={styles.comment}>
      <Byline comment={comment} fresh={isFresh(comment)}>
        {mayComment ? <CommentMenu {...{ session, comment }} onChange={() => setChanging(true)} /> : null}
      </Byline>
      <CommentText {...{ session, comment, whom }} />
    </article>
  )
}

function Byline(props: { comment: Comment; fresh: boolean; children: React.ReactNode }) {
  const { comment, fresh, children } = props
  const { t, i18n } = useTranslation()
  const at = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <header className={styles.byline}>
      <span className={styles.by}>
        <strong>{comment.author.name}</strong>
        {comment.author.organisation ? (
          <span className={styles.quiet}>{comment.author.organisation}</span>
        ) : null}
        <time className={styles.quiet} dateTime={new Date(comment.createdAt).toISOString()}>
          {at.format(comment.createdAt)}
        </time>
        {fresh ? <span className={styles.fresh}>{t('artefacts.comments.fresh')}</span> : null}
      </span>
      {children}
    </header>
  )
}

/** One's own words can be changed and taken back; the moderation can remove any. */
function CommentMenu(props: { session: RoomSession; comment: Comment; onChange: () => void }) {
  const { session, comment, onChange } = props
  const { t } = useTranslation()
  const { me } = session.facilitation.getState()
  const isOwn = me?.memberId === comment.author.memberId
  if (session.archived) return null
  if (!isOwn && !mayRemove(session)) return null
  const takeBack = () => {
    takeBackComment(session, comment.id)
    tellWithUndo(session, t('artefacts.comments.said.removed'), t('common.undo'))
  }
  const change: MenuItem = {
    id: 'change',
    label: t('artefacts.comments.change'),
    icon: <PenLine aria-hidden="true" />,
    onSelect: onChange,
  }
  const remove: MenuItem = {
    id: 'remove',
    label: t(isOwn ? 'artefacts.comments.takeBack' : 'artefacts.comments.remove'),
    icon: <Trash2 aria-hidden="true" />,
    danger: true,
    onSelect: takeBack,
  }
  return (
    <Menu
      iconOnly
      label={t('artefacts.comments.actions', { name: comment.author.name })}
      icon={<EllipsisVertical aria-hidden="true" />}
      items={isOwn ? [change, remove] : [remove]}
    />
  )
}

function mayRemove({ facilitation, workshopId, groupId }: RoomSession): boolean {
  const { me } = facilitation.getState()
  const member = me && { memberId: me.memberId, workshopId, role: me.role, groupIds: [groupId] }
  return may({ account: null, member }, 'room.removeComments', {
    type: 'room',
    workshopId,
    groupId,
    locked: false,
  })
}
