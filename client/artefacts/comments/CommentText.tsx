import type { Comment } from '#shared/document/comments.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { classes } from '#client/ui/classes.ts'
import styles from './comments.module.css'
import { partsOf, type Callable } from './mentions.ts'

interface CommentTextProps {
  session: RoomSession
  comment: Comment
  whom: () => readonly Callable[]
}

/** What a comment says, the names it calls set off; one's own, which is not among those one can call, too. */
export function CommentText({ session, comment, whom }: CommentTextProps) {
  const { me } = session.facilitation.getState()
  const self = me ? [{ id: me.memberId, name: me.name, detail: '' }] : []
  const called = [...whom(), ...self].filter(({ id }) => comment.mentions.includes(id))
  const callsMe = (id: string) => id === me?.memberId || id === session.groupId
  return (
    <p className={styles.said} lang={session.language}>
      {partsOf(comment.text, called).map(({ text, calls }, n) =>
        calls ? (
          <strong key={n} className={classes(styles.called, callsMe(calls) && styles.calledMe)}>
            {text}
          </strong>
        ) : (
          text
        ),
      )}
    </p>
  )
}
