import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { decide } from '#shared/facilitation/decide.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import type { Viewer } from '#shared/facilitation/topic.ts'
import { topicNames } from '#shared/facilitation/topics.ts'
import { changedTopics, seenStateSchema, viewClassOf, viewOf } from '#shared/facilitation/view.ts'
import { anyCommand, commandId, pageExists, stepOf } from '#tests/support/facilitation.ts'
import { evolve } from '#shared/facilitation/evolve.ts'
import { isPassing } from '#shared/facilitation/events.ts'
import type { Command } from '#shared/facilitation/commands.ts'

const jana = newId<MemberId>()
const tom = newId<MemberId>()
const mod = newId<MemberId>()
const participant = (memberId: MemberId): Viewer => ({ memberId, facilitates: false })
const moderation: Viewer = { memberId: mod, facilitates: true }

type Said = [by: MemberId, command: Command]

/** The state after all this was said, a second apart. */
function after(...said: Said[]): FacilitationState {
  let state = initialState('problem', 'page:one')
  for (const [n, [by, command]] of said.entries()) {
    const nowMs = 1_000 * (n + 1)
    const context = { by, commandId: commandId(n), isAllowed: true, nowMs, pageExists }
    const answer = decide(state, command, context)
    for (const event of answer.ok ? answer.value : []) {
      state = evolve(state, { seq: state.seq + Number(!isPassing(event)), at: nowMs, by, event })
    }
  }
  return state
}

describe('who has finished', () => {
  const state = after([jana, { type: 'finish' }], [tom, { type: 'finish' }], [tom, { type: 'unfinish' }])

  it('is a number for participants, and each knows of themselves (invariant 1)', () => {
    expect(viewOf(state, participant(jana)).finished).toEqual({ mine: true, count: 1, members: null })
    expect(viewOf(state, participant(tom)).finished).toEqual({ mine: false, count: 1, members: null })
    expect(JSON.stringify(viewOf(state, participant(tom)))).not.toContain(jana)
  })

  it('has names for the moderation', () => {
    expect(viewOf(state, moderation).finished.members).toEqual([jana])
  })

  it('has no names where people write without theirs, until the next step', () => {
    const mode = { type: 'silent', authorship: 'anonymous' } as const
    const silent: Said = [mod, { type: 'startStep', from: null, step: stepOf({ mode }) }]
    const open: Said = [mod, { type: 'setMode', stepId: 'one', mode: { type: 'open' } }]
    const round = after(silent, [jana, { type: 'finish' }])
    expect(viewOf(round, moderation).finished).toEqual({ mine: false, count: 1, members: null })
    expect(viewOf(after(silent, [jana, { type: 'finish' }], open), moderation).finished.members).toBeNull()
    const next: Said = [mod, { type: 'nextStep', from: 'one', step: stepOf({ id: 'two' }) }]
    expect(viewOf(after(silent, next, [jana, { type: 'finish' }]), moderation).finished.members).toEqual([
      jana,
    ])
  })

  it('is not ended by a step that people do in their own time', () => {
    const own = stepOf({ id: 'two', pageId: 'page:two', deadline: 9_000 })
    const state = after([jana, { type: 'finish' }], [mod, { type: 'startStep', from: null, step: own }])
    expect(viewOf(state, moderation).finished.members).toEqual([jana])
  })

  it('ends with the step it was said in', () => {
    const moved = after([jana, { type: 'finish' }], [mod, { type: 'openPage', pageId: 'page:two' }])
    expect(viewOf(moved, participant(jana)).finished).toMatchObject({ mine: false, count: 0 })
  })
})

describe('raised hands', () => {
  const order = (state: FacilitationState) => viewOf(state, moderation).hands.map(({ memberId }) => memberId)
  const janaSpoke: Said[] = [
    [jana, { type: 'raiseHand' }],
    [mod, { type: 'tickOffHand', memberId: jana }],
    [jana, { type: 'raiseHand' }],
    [tom, { type: 'raiseHand' }],
  ]

  it('come in the order in which they went up', () => {
    expect(order(after([tom, { type: 'raiseHand' }], [jana, { type: 'raiseHand' }]))).toEqual([tom, jana])
  })

  it('go down by oneself or ticked off by the moderation', () => {
    expect(order(after([jana, { type: 'raiseHand' }], [jana, { type: 'lowerHand' }]))).toEqual([])
    expect(order(after(...janaSpoke.slice(0, 2)))).toEqual([])
  })

  it('are taken down without a turn: whoever had none is still first', () => {
    const taken = after([jana, { type: 'raiseHand' }], [mod, { type: 'takeDownHand', memberId: jana }])
    expect(order(taken)).toEqual([])
    const again: Said[] = [
      [tom, { type: 'raiseHand' }],
      [mod, { type: 'tickOffHand', memberId: tom }],
      [jana, { type: 'raiseHand' }],
      [mod, { type: 'takeDownHand', memberId: jana }],
      [tom, { type: 'raiseHand' }],
      [jana, { type: 'raiseHand' }],
    ]
    expect(order(after(...again))).toEqual([jana, tom])
  })

  it('of those who have not spoken in this step come first', () => {
    expect(order(after(...janaSpoke))).toEqual([tom, jana])
  })

  it('stay up in the next step, in which everybody begins anew', () => {
    expect(order(after(...janaSpoke, [mod, { type: 'openPage', pageId: 'page:two' }]))).toEqual([jana, tom])
  })

  it('say nothing of who has spoken', () => {
    const state = after(...janaSpoke.slice(0, 2))
    expect(JSON.stringify(viewOf(state, moderation))).not.toContain(jana)
  })
})

describe('whom the moderation lets read only', () => {
  const state = after([mod, { type: 'mute', memberId: jana }])

  it('is known to the moderation and to those people themselves, and to nobody else (invariant 1)', () => {
    expect(viewOf(state, moderation).muted).toEqual({ mine: false, members: [jana] })
    expect(viewOf(state, participant(jana)).muted).toEqual({ mine: true, members: null })
    expect(viewOf(state, participant(tom)).muted).toEqual({ mine: false, members: null })
  })

  it('writes again, and does not react meanwhile', () => {
    const react = { type: 'react', reaction: 'agree' } as const
    expect(
      viewOf(after([mod, { type: 'mute', memberId: jana }], [jana, react]), moderation).reactions.shown,
    ).toEqual([])
    expect(
      viewOf(
        after([mod, { type: 'mute', memberId: jana }], [mod, { type: 'unmute', memberId: jana }]),
        moderation,
      ).muted.members,
    ).toEqual([])
  })
})

describe('reactions', () => {
  const react = { type: 'react', reaction: 'agree' } as const

  it('are a sign and a time, and tell of nobody', () => {
    const { reactions } = viewOf(after([jana, react]), moderation)
    expect(reactions).toEqual({ on: true, shown: [{ reaction: 'agree', at: 1_000 }] })
  })

  it('come one at a time from each person', () => {
    expect(
      viewOf(after([jana, react], [jana, react], [tom, react]), moderation).reactions.shown,
    ).toHaveLength(2)
    expect(
      viewOf(after([jana, react], [tom, react], [jana, react]), moderation).reactions.shown,
    ).toHaveLength(3)
  })

  it('are gone when others come after them, and when they are switched off', () => {
    const later: Said[] = Array.from({ length: 8 }, () => [mod, { type: 'lock' }])
    expect(viewOf(after([jana, react], ...later, [tom, react]), moderation).reactions.shown).toHaveLength(1)
    const off: Said = [mod, { type: 'switchReactions', on: false }]
    expect(viewOf(after([jana, react], off, [tom, react]), moderation).reactions).toEqual({
      on: false,
      shown: [],
    })
  })

  it('are none where people write for themselves or vote', () => {
    const mode = { type: 'silent', authorship: 'named' } as const
    const silent: Said = [mod, { type: 'startStep', from: null, step: stepOf({ mode }) }]
    expect(viewOf(after(silent, [jana, react]), moderation).reactions.shown).toEqual([])
  })
})

describe('views, over whole meetings', () => {
  const members = [jana, tom, mod]
  const said = fc.array(fc.tuple(fc.constantFrom(...members), anyCommand), { maxLength: 40 })

  it('are the same for everybody of one class (invariant 2)', () => {
    fc.assert(
      fc.property(said, (all) => {
        const state = after(...all)
        const seen = new Map<string, string>()
        for (const memberId of members) {
          for (const facilitates of [false, true]) {
            const viewer = { memberId, facilitates }
            const view = JSON.stringify(viewOf(state, viewer))
            const viewClass = viewClassOf(state, viewer)
            expect(seen.get(viewClass) ?? view).toBe(view)
            seen.set(viewClass, view)
          }
        }
      }),
    )
  })

  it('are what the wire’s schema says', () => {
    fc.assert(
      fc.property(said, (all) => {
        const view = viewOf(after(...all), moderation)
        expect(seenStateSchema.strict().parse(view)).toEqual(view)
      }),
    )
  })

  it('change in the topics that are named as changed and in no others', () => {
    fc.assert(
      fc.property(said, (all) => {
        const [before, now] = [after(...all.slice(0, -1)), after(...all)]
        const changed = changedTopics(before, now)
        const a = viewOf(before, moderation)
        const b = viewOf(now, moderation)
        for (const name of topicNames) if (!changed.includes(name)) expect(b[name], name).toEqual(a[name])
      }),
      { numRuns: 50 },
    )
  })
})
