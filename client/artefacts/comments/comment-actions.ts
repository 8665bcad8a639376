import { replaceText } from '#shared/document/artefacts.ts'
import {
  addComment,
  commentText,
  removeComment,
  setDone,
  setMentions,
  type Comment,
} from '#shared/document/comments.ts'
import type { CommentId } from '#shared/base/ids.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep } from '../card-actions.ts'

/** What one can do with comments. Every action is one undo step of its own. */
type NewComment = Pick<Comment, 'artefactId' | 'text' | 'parent' | 'mentions'>

/** Null while nobody knows yet who this person is. */
export function sayComment(session: RoomSession, comment: NewComment): CommentId | null {
  const { me } = session.facilitation.getState()
  if (!me) return null
  const author = { memberId: me.memberId, name: me.name, organisation: me.organisation }
  const createdAt = session.serverNow()
  return asOneStep(session, ({ comments }) => addComment(comments, { ...comment, author, createdAt }))
}

/** Says one's own comment in other words. */
export function changeComment(
  session: RoomSession,
  id: CommentId,
  { text, mentions }: Pick<Comment, 'text' | 'mentions'>,
): void {
  asOneStep(session, ({ comments }) => {
    const words = commentText(comments, id)
    if (words) replaceText(words, text)
    setMentions(comments, id, mentions)
  })
}

export function tickOffComment(session: RoomSession, id: CommentId, done: boolean): void {
  const { me } = session.facilitation.getState()
  if (!me) return
  asOneStep(session, ({ comments }) =>
    setDone(comments, id, done ? { at: session.serverNow(), by: me.memberId } : null),
  )
}

export function takeBackComment(session: RoomSession, id: CommentId): void {
  asOneStep(session, ({ comments }) => removeComment(comments, id))
}
