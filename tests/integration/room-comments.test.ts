import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type ArtefactId, type CommentId, type MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import {
  addComment,
  commentMap,
  commentsOn,
  commentText,
  removeComment,
  setDone,
  setMentions,
  threadsOf,
  type Comment,
} from '#shared/document/comments.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { contentHash, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'
import * as Y from 'yjs'

const card = newId<ArtefactId>()
let live: LiveRoomsFixture

interface Person {
  peer: RoomPeer
  me: Comment['author']
}
let jana: Person
let ole: Person
let moderator: Person

async function enter(role: 'moderator' | 'participant', name: string): Promise<Person> {
  const { id: memberId, organisation, ...member } = live.people.member(role, name)
  const peer = await new RoomPeer(new Y.Doc()).join(live.rooms, live.admitted(memberId))
  await live.tick()
  return { peer, me: { memberId, name: member.name, organisation } }
}

beforeEach(async () => {
  live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, preparedDocument())
  jana = await enter('participant', 'Jana')
  ole = await enter('participant', 'Ole')
  moderator = await enter('moderator', 'Mira')
})

const comments = ({ peer }: Person) => peer.roots.comments
const said = (person: Person) => commentsOn(comments(person), card)
const say = (person: Person, over: Partial<Comment> = {}) =>
  person.peer.doc.transact(() =>
    addComment(comments(person), {
      artefactId: card,
      text: 'Wer sagt das?',
      author: person.me,
      createdAt: 1,
      ...over,
    }),
  )

/** Everybody agrees, and so does the server. */
async function settled() {
  await live.tick(2)
  const hashes = [jana, ole, moderator].map(({ peer }) => contentHash(peer.doc))
  expect(new Set([...hashes, await live.serverHash()]).size).toBe(1)
}

describe('the comments of a room', () => {
  test('everyday work passes untouched: saying, mending one’s words, calling somebody, answering, ticking off', async () => {
    const first = say(jana)
    await settled()
    commentText(comments(jana), first)!.insert(0, 'Also: ')
    setMentions(comments(jana), first, [ole.me.memberId])
    await settled()
    const answer = say(ole, { parent: first, text: 'Ich.', createdAt: 2 })
    setDone(comments(ole), first, { at: 3, by: ole.me.memberId })
    await settled()
    expect(said(moderator)).toMatchObject([
      {
        id: first,
        text: 'Also: Wer sagt das?',
        mentions: [ole.me.memberId],
        done: { at: 3, by: ole.me.memberId },
      },
      { id: answer, parent: first, author: ole.me, text: 'Ich.' },
    ])
  })

  test('whoever speaks, speaks under their own name', async () => {
    say(jana, { author: ole.me })
    await settled()
    expect(said(ole)[0]!.author).toEqual(jana.me)
  })

  test('nobody rewrites what somebody else said, nor whom they call, the moderation neither', async () => {
    const id = say(jana)
    await settled()
    commentText(comments(ole), id)!.delete(0, 4)
    commentText(comments(moderator), id)!.insert(0, 'Nicht: ')
    setMentions(comments(ole), id, [ole.me.memberId])
    await settled()
    expect(said(ole)[0]).toMatchObject({ text: 'Wer sagt das?', mentions: [] })
  })

  test.each([
    ['author', { memberId: newId<MemberId>(), name: 'Niemand', organisation: '' }],
    ['createdAt', 99],
    ['artefactId', newId()],
    ['parent', newId()],
    ['text', new Y.Text('anders')],
    ['colour', 'pink'],
  ])('%s stays what it was, also for its writer', async (key, value) => {
    const id = say(jana)
    await settled()
    const before = said(jana)
    comments(jana).get(id)!.set(key, value)
    await settled()
    expect(said(ole)).toEqual(before)
  })

  test('who ticks off does it in their own name', async () => {
    const id = say(jana)
    await settled()
    setDone(comments(ole), id, { at: 5, by: jana.me.memberId })
    await settled()
    expect(said(jana)[0]!.done).toEqual({ at: 5, by: ole.me.memberId })
  })

  test('its writer takes it back, the moderation removes it, and nobody else', async () => {
    const [first, second] = [say(jana), say(jana, { createdAt: 2 })]
    await settled()
    removeComment(comments(ole), first)
    removeComment(comments(ole), second)
    await settled()
    expect(said(ole)).toHaveLength(2)
    removeComment(comments(jana), first)
    await settled()
    expect(said(ole).map(({ id }) => id)).toEqual([second])
    removeComment(comments(moderator), second)
    await settled()
    expect(said(ole)).toEqual([])
  })

  test('undoing and redoing takes a comment back and brings it again, as its writer’s', async () => {
    const { roots, doc } = jana.peer
    const history = new Y.UndoManager([roots.comments], { trackedOrigins: new Set(['mine']) })
    doc.transact(
      () => addComment(comments(jana), { artefactId: card, text: 'Hm', author: jana.me, createdAt: 1 }),
      'mine',
    )
    await settled()
    history.undo()
    await settled()
    expect(said(ole)).toEqual([])
    history.redo()
    await settled()
    expect(said(ole)).toMatchObject([{ text: 'Hm', author: jana.me }])
    history.destroy()
  })

  test('an answer to an answer keeps its words and moves up', async () => {
    const first = say(jana)
    const answer = say(ole, { parent: first, createdAt: 2 })
    await settled()
    const map = comments(ole)
    ole.peer.doc.transact(() => {
      const nested = addComment(map, { artefactId: card, text: 'Tief', author: ole.me, createdAt: 5 })
      map.get(nested)!.set('parent', answer)
    })
    await settled()
    expect(said(jana).find(({ text }) => text === 'Tief')!.parent).toBe(first)
  })

  /** Writes comments as no client of ours does: each answers whom the test says, all in one change. */
  function sayAtOnce(answered: (ids: CommentId[], at: number) => CommentId | null, count: number) {
    const ids = Array.from({ length: count }, () => newId<CommentId>())
    const { doc } = ole.peer
    doc.transact(() => {
      for (const at of ids.keys()) {
        const comment = { artefactId: card, text: `${at}`, author: ole.me, createdAt: at + 1, done: null }
        comments(ole).set(ids[at]!, commentMap({ ...comment, mentions: [], parent: answered(ids, at) }))
      }
    })
    return ids
  }

  test.each([
    ['from the first on', (ids: CommentId[], at: number) => ids[at - 1] ?? null],
    ['from the last on', (ids: CommentId[], at: number) => ids[at + 1] ?? null],
  ])('S25 answers that answer each other in a chain, %s, all stand under its end', async (_, answered) => {
    const ids = sayAtOnce(answered, 40)
    await settled()
    const [end] = ids.filter((id) => said(jana).find((one) => one.id === id)!.parent === null)
    const others = said(jana).filter(({ id }) => id !== end)
    expect(new Set(others.map(({ parent }) => parent))).toEqual(new Set([end]))
    expect(others).toHaveLength(39)
    expect(threadsOf(comments(jana)).get(card)).toMatchObject([{ answers: { length: 39 } }])
  })

  test('S38 answers in a circle, or to a comment on another card, stand for themselves', async () => {
    const elsewhere = say(jana, { artefactId: newId<ArtefactId>() })
    await settled()
    sayAtOnce((ids, at) => ids[(at + 1) % 3]!, 3)
    sayAtOnce(() => elsewhere, 1)
    await settled()
    expect(said(jana).map(({ parent }) => parent)).toEqual([null, null, null, null])
    expect(threadsOf(comments(jana)).get(card)).toHaveLength(4)
  })

  test('S25 five thousand answers in a chain cost what five thousand comments cost', async (context) => {
    const spent = (answered: Parameters<typeof sayAtOnce>[0]) => {
      const before = process.cpuUsage()
      sayAtOnce(answered, 5_000)
      return (process.cpuUsage(before).user + process.cpuUsage(before).system) / 1_000
    }
    const apartMs = spent(() => null)
    await live.clock.advance(60_000)
    const chainMs = spent((ids, at) => ids[at - 1] ?? null)
    await settled()
    expect(chainMs).toBeLessThan(5 * apartMs)
    tellFigure(
      context,
      `5,000 comments: in a chain ${chainMs.toFixed(0)} ms, apart ${apartMs.toFixed(0)} ms, both ends in one process`,
    )
  })

  test('what is half is no comment, and what is too long is cut where it was inserted', async () => {
    comments(jana).set(newId(), new Y.Map([['text', new Y.Text('ohne alles')]]))
    const id = say(jana)
    await settled()
    expect(comments(ole).size).toBe(1)
    commentText(comments(jana), id)!.insert(0, 'x'.repeat(limits.maxCommentChars))
    await settled()
    const asked = 'Wer sagt das?'
    expect(said(ole)[0]!.text).toBe('x'.repeat(limits.maxCommentChars - asked.length) + asked)
  })
})
