import { MessageCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RoomSession } from '#client/session/room-session.ts'
import { useCommentMark } from './comment-threads.ts'
import styles from './comments.module.css'

/** "2 Kommentare · 1 neu" in a row; nothing where nothing is open or new. */
export function CommentMark({ session, artefactId }: { session: RoomSession; artefactId: string }) {
  const { t } = useTranslation()
  const { open, unread } = useCommentMark(session, artefactId)
  if (open + unread === 0) return null
  return (
    <span className={styles.mark}>
      <MessageCircle aria-hidden="true" />
      {t('artefacts.comments.count', { count: open })}
      {unread > 0 ? (
        <span className={styles.fresh}>{t('artefacts.comments.freshCount', { count: unread })}</span>
      ) : null}
    </span>
  )
}
