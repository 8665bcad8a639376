import { describe, expect, it } from 'vitest'
import { newId, type GroupId } from '#shared/base/ids.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { decide } from '#shared/facilitation/decide.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import { commandId, envelop, moderator, pageExists, replay } from '#tests/support/facilitation.ts'

const begin = initialState('preparation', 'page:one')
const plenum = newId<GroupId>()

function after(state: FacilitationState, ...commands: Command[]): FacilitationState {
  return commands.reduce((now, command, n) => {
    const context = { by: moderator, commandId: commandId(n), isAllowed: true, nowMs: n + 1, pageExists }
    const answer = decide(now, command, context)
    if (!answer.ok) throw new Error(answer.refusal)
    return replay(now, envelop(now, answer.value, n + 1))
  }, state)
}
const callAfter = (...commands: Command[]) => after(begin, ...commands).call

describe('what the moderation says to a whole room', () => {
  it('stands there until it is cleared; the same words are not said a second time meanwhile', () => {
    const twice = callAfter({ type: 'sayToRoom', text: 'Pause' }, { type: 'sayToRoom', text: 'Pause' })
    expect(twice.message).toEqual({ text: 'Pause', at: 1 })
    const other = callAfter({ type: 'sayToRoom', text: 'Pause' }, { type: 'sayToRoom', text: 'Weiter' })
    expect(other.message).toEqual({ text: 'Weiter', at: 2 })
    expect(callAfter({ type: 'sayToRoom', text: 'Pause' }, { type: 'clearMessage' }).message).toBeNull()
  })

  it('is apart from where people are asked to go', () => {
    const both = callAfter({ type: 'summon', to: plenum }, { type: 'sayToRoom', text: 'Kommen Sie bitte' })
    expect(both).toMatchObject({ message: { text: 'Kommen Sie bitte' }, summons: { to: plenum } })
  })

  it('asks once for the same way, and anew for another', () => {
    const again = callAfter({ type: 'summon', to: plenum }, { type: 'summon', to: plenum })
    expect(again.summons).toEqual({ to: plenum, at: 1 })
    expect(callAfter({ type: 'summon', to: plenum }, { type: 'summon', to: 'own' }).summons?.to).toBe('own')
    expect(callAfter({ type: 'summon', to: plenum }, { type: 'endSummons' }).summons).toBeNull()
  })
})
