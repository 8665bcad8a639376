import * as Y from 'yjs'
import {
  commentFault,
  isCommentEntry,
  settledCommentKeys,
  topmost,
  type Comment,
  type CommentAuthor,
} from '#shared/document/comments.ts'
import { isId, type CommentId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { sameJson } from '#shared/document/board-record.ts'
import type { Author } from './author.ts'
import type { Past } from './past-values.ts'

type Entries = Y.Map<unknown>

/**
 * What of a change of comments is put back. Invariants (cited by the tests):
 * 1. A comment is whole and carries its writer's own name; what is settled at its writing stays.
 * 2. Its text and mentions are its writer's alone.
 * 3. Whoever may write ticks it off, in their own name.
 * 4. Its writer takes it back, and moderators remove one; nobody else.
 * 5. Answers stand one level deep, on the card of what they answer; a deeper one keeps its words and moves up, one that
 *    answers in a circle, or across cards, stands for itself.
 */
export class CommentCorrections {
  corrected = false
  readonly #comments: Entries
  readonly #past: Past
  readonly #author: Author
  /** Ends of chains of answers, each walked once: six thousand in a row may come at once. */
  readonly #tops = new Map<CommentId, CommentId | null>()

  constructor(comments: Entries, past: Past, author: Author) {
    this.#comments = comments
    this.#past = past
    this.#author = author
  }

  /** A comment came, went or was replaced. */
  checkComment(id: string): void {
    const comment = this.#comments.get(id)
    const before = this.#past.valueOf(this.#comments, id)
    if (!this.#comments.has(id)) {
      if (before !== undefined && !this.#mayRemove(before)) this.#putBack(this.#comments, id)
      return
    }
    const isOther = before !== undefined && before !== comment
    if (isOther || !(comment instanceof Y.Map) || commentFault(comment, id) !== null)
      return this.#putBack(this.#comments, id)
    this.#checkWriter(comment)
    this.#checkParent(comment)
    this.#checkDone(comment)
    this.#checkLength(comment.get('text') as Y.Text)
  }

  checkEntry(comment: Entries, key: string): void {
    const [value, before] = [comment.get(key), this.#past.valueOf(comment, key)]
    const isSettled = settledCommentKeys.has(key) || before instanceof Y.Text
    const isForeign = key === 'mentions' && !this.#isOwn(comment)
    if (isSettled || isForeign || !isCommentEntry(key, value)) return this.#putBack(comment, key)
    if (key === 'done') this.#checkDone(comment)
  }

  checkText(text: Y.Text): void {
    const comment = text._item?.parent
    if (!(comment instanceof Y.Map)) return
    if (this.#isOwn(comment as Entries)) return this.#checkLength(text)
    this.#past.restoreText(text)
    this.corrected = true
  }

  #checkLength(text: Y.Text): void {
    if (this.#past.fit(text, limits.maxCommentChars)) this.corrected = true
  }

  #checkWriter(comment: Entries): void {
    const { id: memberId, name, organisation, rights } = this.#author
    const own: CommentAuthor = { memberId, name, organisation }
    if (rights.writeForOthers || sameJson(comment.get('author'), own)) return
    comment.set('author', own)
    this.corrected = true
  }

  #checkParent(comment: Entries): void {
    const parent = comment.get('parent')
    if (!isId(parent)) return
    const comments = this.#comments as Y.Map<Entries>
    const top = topmost(comments, parent as CommentId, this.#tops)
    const answered = top && comments.get(top)
    const isElsewhere = answered instanceof Y.Map && answered.get('artefactId') !== comment.get('artefactId')
    const stands = isElsewhere || answered === comment ? null : top
    if (stands === parent) return
    comment.set('parent', stands)
    this.corrected = true
  }

  #checkDone(comment: Entries): void {
    const done = comment.get('done') as Comment['done']
    const { id: by, rights } = this.#author
    if (done === null || done.by === by || rights.writeForOthers) return
    comment.set('done', { at: done.at, by })
    this.corrected = true
  }

  /** Who wrote it is asked of the comment that is gone: Yjs still has it until the transaction ends. */
  #mayRemove(gone: unknown): boolean {
    if (this.#author.rights.removeComments) return true
    const writer = gone instanceof Y.Map ? this.#past.valueOf(gone as Entries, 'author') : null
    return (writer as CommentAuthor | null | undefined)?.memberId === this.#author.id
  }

  #isOwn(comment: Entries): boolean {
    return (comment.get('author') as CommentAuthor | undefined)?.memberId === this.#author.id
  }

  #putBack(map: Entries, key: string): void {
    this.#past.restore(map, key)
    this.corrected = true
  }
}
