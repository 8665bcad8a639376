import { MessageCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommentThreads, wholeThread } from '#client/artefacts/comments/comment-threads.ts'
import { useRoom, useView } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'
import styles from './CommentsPanel.module.css'

/** The way to what was said about cards, with how much of it is new to this person. */
export function CommentsButton() {
  const { t } = useTranslation()
  const { session, view } = useRoom()
  const threads = useCommentThreads(session)
  const isOpen = useView(({ panel }) => panel?.type === 'comments')
  const all = [...threads.all().values()].flat().flatMap(wholeThread)
  const count = all.filter((comment) => threads.isUnread(comment)).length
  return (
    <Button
      variant="quiet"
      icon={<MessageCircle aria-hidden="true" />}
      aria-expanded={isOpen}
      aria-label={count > 0 ? t('room.comments.button', { count }) : t('room.comments.buttonNoneNew')}
      title={t('room.comments.title')}
      onClick={() => togglePanel(view, { type: 'comments' })}
    >
      {count > 0 ? <span className={styles.fresh}>{count}</span> : null}
    </Button>
  )
}
