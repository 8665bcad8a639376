import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type ArtefactId, type MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import {
  addComment,
  commentsOn,
  commentText,
  removeComment,
  setDone,
  setMentions,
  type Comment,
} from '#shared/document/comments.ts'
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

  test('what is half or too long is no comment', async () => {
    comments(jana).set(newId(), new Y.Map([['text', new Y.Text('ohne alles')]]))
    const id = say(jana)
    await settled()
    expect(comments(ole).size).toBe(1)
    commentText(comments(jana), id)!.insert(0, 'x'.repeat(limits.maxCommentChars))
    await settled()
    expect(said(ole)[0]!.text).toBe('Wer sagt das?')
  })
})
