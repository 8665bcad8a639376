import { expect, test } from 'vitest'
import { modeOnPage } from '#client/facilitation/place/mode-on-page.ts'
import { roundOn, stageOn } from '#client/facilitation/silent/silent-round.ts'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { commandSchema, type Command } from '#shared/facilitation/commands.ts'
import { decide } from '#shared/facilitation/decide.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import { viewOf } from '#shared/facilitation/view.ts'
import { commandId, envelop, moderator, pageExists, replay, stepOf } from '#tests/support/facilitation.ts'

const page = { id: 'page:one', name: 'Ideen', instruction: 'Eine Idee je Karte.', phase: null }
const silent = { type: 'silent', authorship: 'organisation' } as const
const seen = (state: FacilitationState, memberId: MemberId = moderator) =>
  viewOf(state, { memberId, facilitates: memberId === moderator })

let commands = 0
/** What becomes of a room when its moderator says this. */
function said(state: FacilitationState, command: Command): FacilitationState {
  const context = {
    by: moderator,
    commandId: commandId(commands++),
    isAllowed: true,
    nowMs: 1_000,
    pageExists,
  }
  const decision = decide(state, commandSchema.parse(command), context)
  if (!decision.ok) throw new Error(decision.refusal)
  return replay(state, envelop(state, decision.value, 1_000))
}

const begun = initialState('problem', 'page:one')

test('on a page without a step a mode begins one, named and told as the page is', () => {
  const state = said(begun, modeOnPage(page, seen(begun), silent))
  expect(state.step.running?.step).toMatchObject({
    title: 'Ideen',
    instruction: 'Eine Idee je Karte.',
    pageId: 'page:one',
    phase: 'problem',
    mode: silent,
  })
})

test('the step that runs on the page takes the mode, and none begins beside it', () => {
  const running = said(begun, { type: 'startStep', from: null, step: stepOf() })
  const state = said(running, modeOnPage(page, seen(running), silent))
  expect(state.step.running?.step).toMatchObject({ id: 'one', title: 'Ankommen', mode: silent })
  expect(state.step.ownTime).toEqual([])
})

test('while the group is on another page its step is left for the one that begins', () => {
  const elsewhere = said(begun, { type: 'startStep', from: null, step: stepOf({ pageId: 'page:two' }) })
  const state = said(elsewhere, modeOnPage(page, seen(elsewhere), silent))
  expect(state.step.running?.step.pageId).toBe('page:one')
})

test('everybody finds the silent round of the page they look at, and none on others', () => {
  const state = said(begun, modeOnPage(page, seen(begun), silent))
  const participant = seen(state, newId<MemberId>())
  expect(roundOn(participant, 'page:one')).toMatchObject({ status: 'writing', authorship: 'organisation' })
  expect([roundOn(participant, 'page:two'), roundOn(participant, null), roundOn(null, 'page:one')]).toEqual([
    null,
    null,
    null,
  ])
})

test('nobody writes in a round any more whose page has gone on to something else, and its cards are kept until they are revealed', () => {
  const writing = said(begun, modeOnPage(page, seen(begun), silent))
  const stage = (state: FacilitationState) => stageOn(seen(state), 'page:one')
  const discussed = said(writing, modeOnPage(page, seen(writing), { type: 'discuss' }))
  const opened = said(writing, modeOnPage(page, seen(writing), { type: 'open' }))
  expect([writing, discussed, opened, begun].map(stage)).toEqual(['writing', 'kept', 'kept', null])
  expect(stage(said(opened, modeOnPage(page, seen(opened), silent)))).toBe('writing')
  const { stepId } = roundOn(seen(opened), 'page:one')!
  expect(stage(said(opened, { type: 'revealDrafts', stepId, whose: { type: 'all' } }))).toBe('revealed')
})
