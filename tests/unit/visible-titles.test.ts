import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { meetingFieldsSchema, meetingSchema, stepFieldsSchema } from '#shared/agenda/meeting.ts'
import { boardPages, freePageName, pageNameFrom, renamePage } from '#shared/document/pages.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { methodFieldsSchema } from '#shared/methods/own-method.ts'
import { differentTopics, topicsIn } from '#client/kinds/interview/quote-passage.ts'
import { layPages } from '#tests/support/room-session.ts'

const unseen = '\u2060\u2800'

describe('a title of signs that nobody sees', () => {
  it.each([
    ['meeting', meetingFieldsSchema.shape.title],
    ['step', stepFieldsSchema.shape.title],
    ['method', methodFieldsSchema.shape.name],
  ])('is none: %s', (_, schema) => {
    expect(schema.safeParse(unseen).success).toBe(false)
    expect(schema.safeParse('Auftakt').success).toBe(true)
  })

  it('is read where it was stored before', () => {
    expect(meetingSchema.shape.title.safeParse(unseen).success).toBe(true)
  })

  it('names no page', () => {
    expect(pageNameFrom(unseen)).toBe('')
    expect(pageNameFrom(' O-Töne\u000b am  Montag')).toBe('O-Töne am Montag')
  })
})

describe('names that read the same', () => {
  it('are the same name of a page', () => {
    const { board } = rootsOf(new Y.Doc())
    layPages({ board } as Parameters<typeof layPages>[0])
    const [first, second] = boardPages(board)
    expect(renamePage(board, first!.id, 'Bürger')).toBe(true)
    expect(renamePage(board, second!.id, 'Bu\u0308RGER')).toBe(false)
    expect(freePageName(board, 'buerger')).toBe('buerger 2')
  })

  it('are the same topic', () => {
    expect(topicsIn('Übergabe, U\u0308BERGABE; Rat')).toEqual(['Übergabe', 'Rat'])
    expect(differentTopics(['Rat', 'rat', 'Räte'])).toEqual(['Rat', 'Räte'])
  })
})
