import { begins, folded } from '#shared/base/folded-text.ts'
import { limits } from '#shared/base/limits.ts'
import { readComment } from '#shared/document/comments.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Somebody, or a group, that a comment can call by "@" and their name. */
export interface Callable {
  id: string
  name: string
  /** Organisation; empty for a group. */
  detail: string
}

/**
 * Whom a comment in this room can call: its group, who is here, and who left their name on a card or a comment.
 * @param members of the room, as far as this browser may see the list of them
 */
export function callables(
  session: RoomSession,
  groupName: string,
  members: readonly Callable[] = [],
): Callable[] {
  const found = new Map<string, Callable>()
  const add = (id: string, name: string, detail: string) => {
    if (name.trim() !== '' && !found.has(id)) found.set(id, { id, name, detail })
  }
  add(session.groupId, groupName, '')
  const { me } = session.facilitation.getState()
  for (const { memberId, name, organisation } of session.presence.peers.getState())
    add(memberId, name, organisation)
  const { comments, artefacts } = session.roots
  for (const id of comments.keys()) {
    const author = readComment(comments, id)?.author
    if (author) add(author.memberId, author.name, author.organisation)
  }
  for (const id of artefacts.keys()) {
    const by = session.artefacts.get(id)?.authorship
    if (by?.as === 'named') add(by.memberId, by.name, by.organisation)
  }
  for (const { id, name, detail } of members) add(id, name, detail)
  const [group, ...people] = [...found.values()]
  const others = people.filter(({ id }) => id !== me?.memberId)
  return [...(group ? [group] : []), ...others.sort((a, b) => a.name.localeCompare(b.name))]
}

/** Ids of those whom a text calls, in its order; of names that begin alike the longest counts. */
export function mentionsIn(text: string, whom: readonly Callable[]): string[] {
  const ids = partsOf(text, whom).flatMap(({ calls }) => (calls ? [calls] : []))
  return [...new Set(ids)].slice(0, limits.maxMentions)
}

/** A stretch of a text; `calls` is the id of whom it calls. */
interface TextPart {
  text: string
  calls: string | null
}

export function partsOf(text: string, whom: readonly Callable[]): TextPart[] {
  const longestFirst = [...whom].sort((a, b) => b.name.length - a.name.length)
  const parts: TextPart[] = []
  let plain = ''
  for (let at = 0; at < text.length;) {
    const called =
      text[at] === '@' ? longestFirst.find(({ name }) => standsAt(text, at + 1, name)) : undefined
    if (!called) {
      plain += text[at]
      at++
      continue
    }
    if (plain) parts.push({ text: plain, calls: null })
    plain = ''
    parts.push({ text: `@${called.name}`, calls: called.id })
    at += called.name.length + 1
  }
  return plain ? [...parts, { text: plain, calls: null }] : parts
}

/** "@Anna" calls Anna, "@Annalena" does not. */
const standsAt = (text: string, at: number, name: string) =>
  text.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length))

/** A name that is being written behind an "@" where the caret stands. */
interface BegunMention {
  /** Where its "@" stands. */
  start: number
  matching: Callable[]
}

const BEGUN = /(?:^|\s)@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/u
const SHOWN = 6

export function begunMention(text: string, caret: number, whom: readonly Callable[]): BegunMention | null {
  const begun = BEGUN.exec(text.slice(0, caret))
  if (!begun) return null
  const word = folded(begun[1]!)
  const matching = whom.filter(({ name }) => {
    const words = [name, ...name.split(/\s+/).slice(1)]
    return words.some((one) => begins(folded(one), word))
  })
  return { start: caret - begun[1]!.length - 1, matching: matching.slice(0, SHOWN) }
}
