import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type ArtefactId, type MemberId } from '#shared/base/ids.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import {
  addComment,
  commentsOn,
  commentText,
  removeComment,
  setDone,
  setMentions,
  threadsOf,
} from '#shared/document/comments.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { documentFromSnapshot } from '#shared/document/snapshot-document.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'

const jana = { memberId: newId<MemberId>(), name: 'Jana Petersen', organisation: 'Stadt Musterhausen' }

function room() {
  const doc = new Y.Doc()
  const { artefacts, comments } = rootsOf(doc)
  const authorship = { as: 'anonymous' } as const
  const card = createArtefact(artefacts, { kind: 'note', phase: 'problem', createdAt: 1, authorship })
  const say = (text: string, createdAt: number, parent: ReturnType<typeof addComment> | null = null) =>
    addComment(comments, { artefactId: card, text, author: jana, createdAt, parent })
  return { doc, comments, card, say }
}

describe('the comments on a card', () => {
  test('stand from the oldest on, with answers one level deep', () => {
    const { comments, card, say } = room()
    const second = say('Gilt das überall?', 2)
    const first = say('Wer sagt das?', 1)
    const answer = say('Das Bauamt.', 3, first)
    const deeper = say('Seit wann?', 4, answer)
    expect(commentsOn(comments, card).map(({ id, parent }) => [id, parent])).toEqual([
      [first, null],
      [second, null],
      [answer, first],
      [deeper, first],
    ])
    expect(commentsOn(comments, newId<ArtefactId>())).toEqual([])
  })

  test('stay when what they answer is removed', () => {
    const { comments, card, say } = room()
    const first = say('Wer sagt das?', 1)
    say('Das Bauamt.', 2, first)
    removeComment(comments, first)
    expect(commentsOn(comments, card).map(({ text, parent }) => [text, parent])).toEqual([
      ['Das Bauamt.', null],
    ])
  })

  test('answer the last that is there, when what that one answers is removed, and again all of it once it is back', () => {
    const { comments, card, say } = room()
    const first = say('Wer sagt das?', 1)
    const answer = say('Das Bauamt.', 2, first)
    const gone = comments.get(first)!.clone()
    removeComment(comments, first)
    const deeper = say('Seit wann?', 3, answer)
    const threads = () =>
      threadsOf(comments)
        .get(card)!
        .map(({ comment, answers }) => [comment.id, answers.map(({ id }) => id)])
    expect(threads()).toEqual([[answer, [deeper]]])
    comments.set(first, gone)
    expect(threads()).toEqual([[first, [answer, deeper]]])
  })

  test('come back from a copy whole: text, writer, who is called and who ticked them off', () => {
    const { doc, comments, card, say } = room()
    const id = say('Wer fragt', 1)
    commentText(comments, id)!.insert(9, ' nach?')
    setMentions(comments, id, [jana.memberId])
    setDone(comments, id, { at: 5, by: jana.memberId })
    const again = new Y.Doc()
    Y.applyUpdate(again, documentFromSnapshot(takeSnapshot(doc)))
    expect(rootsOf(again).comments.toJSON()).toEqual(comments.toJSON())
    expect(commentsOn(rootsOf(again).comments, card)).toEqual([
      {
        id,
        artefactId: card,
        text: 'Wer fragt nach?',
        author: jana,
        createdAt: 1,
        parent: null,
        mentions: [jana.memberId],
        done: { at: 5, by: jana.memberId },
      },
    ])
  })

  test.each([
    ['text', 'plain words'],
    ['author', { ...jana, role: 'moderator' }],
    ['createdAt', Number.POSITIVE_INFINITY],
    ['createdAt', 8e15],
    ['mentions', ['nobody']],
    ['done', { at: 1 }],
    ['colour', 'pink'],
  ])('are left out and named where %s is not what it should be', (key, value) => {
    const { doc, comments, card, say } = room()
    const id = say('Wer sagt das?', 1)
    comments.get(id)!.set(key, value)
    expect(commentsOn(comments, card)).toEqual([])
    const { comments: copied, unreadable } = takeSnapshot(doc)
    expect([copied, unreadable.map((entry) => [entry.root, entry.id])]).toEqual([[], [['comments', id]]])
  })
})
