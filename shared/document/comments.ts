import * as Y from 'yjs'
import { isId, newId, type ArtefactId, type CommentId, type MemberId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { isMoment } from '../base/moment.ts'
import { writtenText } from './written-text.ts'

/**
 * Typed access to the comments of a document. Stored shape of one comment (Y.Map):
 *
 *   artefactId, author, createdAt (ms), parent   plain values, settled when it is written
 *   text       Y.Text; its writer's alone
 *   mentions   ids of members and groups, in the order of the text; its writer's alone
 *   done       { at, by } once somebody ticked it off, else null: one value, so that two who tick at once never mix
 *
 * Its writer takes a comment back, the moderation removes any. All writing functions must be called inside a transaction.
 */
export interface Comment {
  id: CommentId
  artefactId: ArtefactId
  text: string
  author: CommentAuthor
  createdAt: number
  /** The comment it answers; answers have no answers of their own. */
  parent: CommentId | null
  mentions: string[]
  done: { at: number; by: MemberId } | null
}

export interface CommentAuthor {
  memberId: MemberId
  name: string
  organisation: string
}

type CommentMap = Y.Map<unknown>
type Comments = Y.Map<CommentMap>

/** Entries that keep what they were written with. */
export const settledCommentKeys: ReadonlySet<string> = new Set([
  'artefactId',
  'author',
  'createdAt',
  'parent',
])
const commentKeys = ['artefactId', 'text', 'author', 'createdAt', 'parent', 'mentions', 'done'] as const

/** Writes a comment; answers to an answer become answers to the same comment. */
export function addComment(
  comments: Comments,
  source: Pick<Comment, 'artefactId' | 'text' | 'author' | 'createdAt'> &
    Partial<Pick<Comment, 'parent' | 'mentions'>>,
): CommentId {
  const id = newId<CommentId>(source.createdAt)
  const parent = source.parent ? topmost(comments, source.parent) : null
  comments.set(id, commentMap({ ...source, parent, mentions: source.mentions ?? [], done: null }))
  return id
}

/** The stored form of a comment, for a document that does not have it yet. */
export function commentMap(comment: Omit<Comment, 'id'>): CommentMap {
  const { text, ...plain } = comment
  return new Y.Map<unknown>([['text', writtenText(text)], ...Object.entries(plain)])
}

/** Null for what is missing or no sound comment. */
export function readComment(comments: Comments, id: string): Comment | null {
  const map = comments.get(id)
  if (!(map instanceof Y.Map) || commentFault(map, id) !== null) return null
  const plain = Object.fromEntries(map.entries()) as unknown as Omit<Comment, 'id' | 'text'>
  return { ...plain, id: id as CommentId, text: String(map.get('text')) }
}

/** A comment and what was answered to it, the oldest first. */
export interface Thread {
  comment: Comment
  answers: Comment[]
}

/** What was said about each artefact, by its id; the oldest first. */
export function threadsOf(comments: Comments): Map<string, Thread[]> {
  const byCard = new Map<string, Thread[]>()
  const sound = [...comments.keys()].flatMap((id) => readComment(comments, id) ?? []).sort(inTime)
  const threads = new Map<string, Thread>()
  const tops = new Map<CommentId, CommentId | null>()
  const answers: [answered: CommentId, Comment][] = []
  for (const comment of sound) {
    const answered = answeredBy(comments, comment, tops)
    if (answered) {
      answers.push([answered, comment])
      continue
    }
    const thread = { comment, answers: [] }
    threads.set(comment.id, thread)
    const ofCard = byCard.get(comment.artefactId)
    if (ofCard) ofCard.push(thread)
    else byCard.set(comment.artefactId, [thread])
  }
  for (const [answered, comment] of answers) threads.get(answered)?.answers.push(comment)
  return byCard
}

/** The sound comment under which an answer stands; null for one that stands for itself, as all whose end is not there. */
function answeredBy(
  comments: Comments,
  { id, parent, artefactId }: Comment,
  tops: Map<CommentId, CommentId | null>,
): CommentId | null {
  const top = parent && topmost(comments, parent, tops)
  const isThere = top && top !== id && readComment(comments, top)?.artefactId === artefactId
  return isThere ? top : null
}

const inTime = (a: Comment, b: Comment) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)

/** Comments on an artefact, the oldest first. One whose parent was removed stands for itself. */
export function commentsOn(comments: Comments, artefactId: string): Comment[] {
  return [...comments.keys()]
    .flatMap((id) => readComment(comments, id) ?? [])
    .filter((comment) => comment.artefactId === artefactId)
    .map((comment) =>
      comment.parent && comments.has(comment.parent) ? comment : { ...comment, parent: null },
    )
    .sort(inTime)
}

/** The shared text of a comment, for its writer's editor. */
export function commentText(comments: Comments, id: string): Y.Text | null {
  const text = comments.get(id)?.get('text')
  return text instanceof Y.Text ? text : null
}

export function setMentions(comments: Comments, id: string, mentions: readonly string[]): void {
  comments.get(id)?.set('mentions', [...mentions])
}

export function setDone(comments: Comments, id: string, done: Comment['done']): void {
  comments.get(id)?.set('done', done)
}

export function removeComment(comments: Comments, id: string): void {
  comments.delete(id)
}

/**
 * The comment at the end of a chain of answers: the one asked for where it answers none that is there; null in a circle.
 * @param tops what is known already, and is added to; whoever asks for many of a long chain walks it once
 */
export function topmost(
  comments: Comments,
  id: CommentId,
  tops: Map<CommentId, CommentId | null> = new Map(),
): CommentId | null {
  const passed: CommentId[] = []
  let at = id
  let top: CommentId | null | undefined
  while ((top = tops.get(at)) === undefined) {
    passed.push(at)
    // Whoever comes here again goes round in a circle
    tops.set(at, null)
    const parent = comments.get(at)?.get('parent')
    if (!isId(parent) || !comments.has(parent)) {
      top = at
      break
    }
    at = parent as CommentId
  }
  for (const one of passed) tops.set(one, top)
  return top
}

/** Why an entry of the root is no sound comment; null where it is one. */
export function commentFault(map: CommentMap, id: string): string | null {
  if (!isId(id)) return 'no id'
  for (const key of map.keys()) if (!isCommentKey(key)) return 'unexpected entry'
  const wrong = commentKeys.find((key) => !isCommentEntry(key, map.get(key)))
  return wrong === undefined ? null : `unexpected ${wrong}`
}

const isCommentKey = (key: string): key is (typeof commentKeys)[number] =>
  commentKeys.some((known) => known === key)

/** Whether an entry of a comment may hold this value. */
export function isCommentEntry(key: string, value: unknown): boolean {
  if (!isCommentKey(key)) return false
  switch (key) {
    case 'text':
      return value instanceof Y.Text
    case 'artefactId':
      return isId(value)
    case 'author':
      return isAuthor(value)
    case 'createdAt':
      return isMoment(value)
    case 'parent':
      return value === null || isId(value)
    case 'mentions':
      return Array.isArray(value) && value.length <= limits.maxMentions && value.every(isId)
    case 'done':
      return value === null || isDone(value)
  }
}

function isAuthor(value: unknown): value is CommentAuthor {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return false
  const { memberId, name, organisation } = value as Record<string, unknown>
  const isText = (text: unknown, max: number) => typeof text === 'string' && text.length <= max
  return (
    isId(memberId) && isText(name, limits.maxNameChars) && isText(organisation, limits.maxOrganisationChars)
  )
}

function isDone(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false
  const { at, by } = value as Record<string, unknown>
  return isMoment(at) && isId(by)
}
