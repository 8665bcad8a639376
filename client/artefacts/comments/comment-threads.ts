import { useSyncExternalStore } from 'react'
import { threadsOf, type Comment, type Thread } from '#shared/document/comments.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { ReadComments } from '#client/ui-state/read-comments.ts'

/** What a card shows of what was said about it. */
interface CommentMark {
  /** Comments and answers that are not ticked off. */
  open: number
  /** Of all, those that somebody else wrote and this person has not read. */
  unread: number
}

const nothingSaid: CommentMark = { open: 0, unread: 0 }
const noThreads: readonly Thread[] = []

/**
 * The comments of a room as threads by card, read when somebody looks and kept until a comment changes.
 *
 * 1. One's own comments are never unread.
 * 2. What was said before somebody's first visit is not unread, unless it calls them.
 * 3. Marks are the same object until they change, so that views can compare.
 */
export class CommentThreads {
  private readonly session: RoomSession
  private readonly listeners = new Set<() => void>()
  private threads: Map<string, Thread[]> | null = null
  private marks = new Map<string, CommentMark>()
  private formerMarks = this.marks
  private read: ReadComments | null = null
  private changes = 0

  constructor(session: RoomSession) {
    this.session = session
    session.roots.comments.observeDeep(() => this.forget())
    session.facilitation.subscribe(({ me }, before) => {
      if (me?.memberId !== before.me?.memberId) this.forget()
    })
    session.connection.subscribe(() => this.beginReading())
    this.beginReading()
  }

  on(artefactId: string): readonly Thread[] {
    return this.all().get(artefactId) ?? noThreads
  }

  /** Threads by card, in the order of their first comment. */
  all(): ReadonlyMap<string, readonly Thread[]> {
    this.threads ??= threadsOf(this.session.roots.comments)
    return this.threads
  }

  markOf(artefactId: string): CommentMark {
    const known = this.marks.get(artefactId)
    if (known) return known
    const threads = this.on(artefactId)
    const mark = threads.length === 0 ? nothingSaid : this.count(threads)
    const before = this.formerMarks.get(artefactId)
    const kept = before?.open === mark.open && before.unread === mark.unread ? before : mark
    this.marks.set(artefactId, kept)
    return kept
  }

  isUnread({ id, author }: Comment): boolean {
    const me = this.session.facilitation.getState().me
    if (!me || author.memberId === me.memberId) return false
    const read = this.reading()
    return read !== null && !read.isNew && !read.has(id)
  }

  callsMe({ mentions }: Comment): boolean {
    const me = this.session.facilitation.getState().me
    return me !== null && mentions.some((id) => id === me.memberId || id === this.session.groupId)
  }

  markRead(artefactId: string): void {
    const unread = this.on(artefactId)
      .flatMap(wholeThread)
      .filter((comment) => this.isUnread(comment))
    if (unread.length > 0) this.note(unread)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Another number after every change. */
  readonly version = (): number => this.changes

  private count(threads: readonly Thread[]): CommentMark {
    const all = threads.flatMap(wholeThread)
    const open = threads.filter(({ comment }) => comment.done === null).flatMap(wholeThread).length
    return { open, unread: all.filter((comment) => this.isUnread(comment)).length }
  }

  /** On somebody's first visit everything that does not call them counts as read, once all of it is there. */
  private beginReading(): void {
    const read = this.reading()
    if (!read?.isNew || !this.session.connection.getState().synced) return
    this.note(this.everything().filter((comment) => !this.callsMe(comment)))
  }

  private reading(): ReadComments | null {
    const { me } = this.session.facilitation.getState()
    if (me) this.read ??= new ReadComments(this.session.groupId, me.memberId)
    return this.read
  }

  private note(comments: readonly Comment[]): void {
    const existing = new Set<string>(this.everything().map(({ id }) => id))
    this.reading()?.add(
      comments.map(({ id }) => id),
      existing,
    )
    this.tell()
  }

  private everything(): Comment[] {
    return [...this.all().values()].flat().flatMap(wholeThread)
  }

  private forget(): void {
    this.threads = null
    this.tell()
  }

  private tell(): void {
    this.formerMarks = new Map([...this.formerMarks, ...this.marks])
    this.marks = new Map()
    this.changes++
    for (const listener of [...this.listeners]) listener()
  }
}

export const wholeThread = ({ comment, answers }: Thread): Comment[] => [comment, ...answers]

const known = new WeakMap<RoomSession, CommentThreads>()

/** One per session; it ends with the session's document. */
export function commentThreads(session: RoomSession): CommentThreads {
  const threads = known.get(session) ?? new CommentThreads(session)
  known.set(session, threads)
  return threads
}

/** All threads; wakes with every comment. */
export function useCommentThreads(session: RoomSession): CommentThreads {
  const threads = commentThreads(session)
  useSyncExternalStore(threads.subscribe, threads.version)
  return threads
}

/** The mark of one card; wakes when it changes. */
export function useCommentMark(session: RoomSession, artefactId: string): CommentMark {
  const threads = commentThreads(session)
  return useSyncExternalStore(threads.subscribe, () => threads.markOf(artefactId))
}
