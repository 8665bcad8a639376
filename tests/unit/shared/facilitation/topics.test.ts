import { describe, expect, it } from 'vitest'
import { isCommandType } from '#shared/facilitation/commands.ts'
import { isEventType, isPassing, type AnyEvent } from '#shared/facilitation/events.ts'
import { initialState } from '#shared/facilitation/state.ts'
import { topicNames, topics } from '#shared/facilitation/topics.ts'
import { viewOf } from '#shared/facilitation/view.ts'
import { newId } from '#shared/base/ids.ts'

interface Option {
  shape: { type: { value: string } }
}
interface Parts {
  commands: readonly Option[]
  events?: readonly Option[]
  passing?: readonly string[]
}
const typesOf = (options: readonly Option[] = []) => options.map(({ shape }) => shape.type.value)

describe.each(topicNames)('the topic %s', (name) => {
  const { commands, events, passing = [] }: Parts = topics[name]

  it('is heard: each of its commands may be sent', () => {
    expect(commands.length).toBeGreaterThan(0)
    expect(typesOf(commands).filter((type) => !isCommandType(type))).toEqual([])
  })

  it('is kept: each of its events goes into the log, or says that it passes', () => {
    const all = [...typesOf(events), ...passing]
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter((type) => isEventType(type) === isPassing({ type } as AnyEvent))).toEqual([])
  })

  it('is seen: a state and a view have it', () => {
    const state = initialState('problem', 'page:one')
    expect(state).toHaveProperty(name)
    expect(viewOf(state, { memberId: newId(), facilitates: true })).toHaveProperty(name)
  })
})
