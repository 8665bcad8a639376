// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCard } from '#client/artefacts/card-actions.ts'
import { consistencyOf } from '#client/kinds/interview/reading-in/consistency.ts'
import { divide, joinedPart } from '#client/kinds/interview/reading-in/divide.ts'
import { KnownTexts } from '#client/kinds/interview/reading-in/known-texts.ts'
import { draftsOf, joinedDraft, redrafted } from '#client/kinds/interview/reading-in/new-cards.ts'
import { stressedText } from '#client/kinds/interview/reading-in/stressed-text.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'

let session: MemorySession

beforeEach(() => {
  session = memorySession()
  layPages(session.roots)
})
afterEach(() => session.destroy())

/** A card of an interview whose protocol is missing. */
const waiting = (number: number | null, municipality: string) =>
  createCard(session, {
    kind: 'interview',
    parentId: 'page:one',
    fields: { title: `Interview ${number}`, number, municipality },
  })!.artefactId

describe('the card of a conversation', () => {
  it('is known by place, or by number where one of the two names no place', () => {
    const aue = waiting(null, 'Stadt Aue')
    const fourth = waiting(4, '')
    const known = new KnownTexts(session)
    expect(known.waitingFor({ number: 1, place: 'Aue' })?.id).toBe(aue)
    expect(known.waitingFor({ number: 4, place: 'Moor' })?.id).toBe(fourth)
    expect(known.cardOf({ number: 4, place: 'Moor' })?.id).toBe(fourth)
    expect(known.waitingFor({ number: null, place: '' })).toBeNull()
  })

  it('is none of another number from the same place', () => {
    const second = waiting(2, 'Stadt Aue')
    const known = new KnownTexts(session)
    expect(known.waitingFor({ number: 1, place: 'Aue' })).toBeNull()
    expect(known.cardOf({ number: 1, place: 'Aue' })).toBeNull()
    expect(known.waitingFor({ number: 2, place: 'Aue' })?.id).toBe(second)
    expect(known.waitingFor({ number: null, place: 'Aue' })?.id).toBe(second)
  })
})

it('a heading with nothing below it fills no card that waits', () => {
  const card = waiting(4, '')
  const protocol = stressedText(
    'Interview 3 (Stadt Moor)\n\nWir warten lange.\n\nInterview 4 (Stadt Aue) – kein Protokoll\n',
  )
  const drafts = draftsOf(protocol, divide(protocol), new KnownTexts(session))
  expect(drafts.map(({ type, isBare }) => [type, isBare])).toEqual([
    ['interview', false],
    ['nothing', true],
  ])
  expect(drafts[1]!.twin?.id).toBe(card)
  expect(drafts[1]!.waiting).toBeNull()
})

it('a heading that is joined with its text is counted, fills the card that waits and takes over what was typed', () => {
  const card = waiting(2, '')
  const known = new KnownTexts(session)
  const protocol = stressedText(
    'Es gab zwei Interviews.\n\nInterview 1 (Stadt Moor)\n\nWir warten lange.\n\nInterview 2 (Stadt Aue)\n\nInterview 3 (Stadt Aue)\n\nAkten fehlen.\n',
  )
  const parts = divide(protocol)
  const drafts = draftsOf(protocol, parts, known)
  expect(drafts.map(({ isBare }) => isBare)).toEqual([false, false, true, false])
  const typed = { ...drafts[3]!, about: { ...drafts[3]!.about, interviewer: 'Gesine Onken' } }
  const whole = joinedPart(parts[2]!, parts[3]!)
  const joined = redrafted(protocol, joinedDraft(drafts[2]!, typed), whole, known)
  expect([joined.type, joined.waiting?.id, joined.about.interviewer]).toEqual([
    'supply',
    card,
    'Gesine Onken',
  ])
  expect(consistencyOf(protocol.text, [...parts.slice(0, 2), whole])).toEqual([])
})
