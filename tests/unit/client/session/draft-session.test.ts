import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RescuedCard } from '#client/session/own-changes.ts'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { headlineOf } from '#shared/document/artefacts.ts'
import { fieldsOf } from '#shared/kinds/index.ts'
import { encodeAck } from '#shared/protocol/ack-codec.ts'
import { syncFrame } from '#shared/protocol/frames.ts'

/**
 * What a copy from before the revealing holds, whether this device keeps a new one, whether its storage is full from the
 * first write on, whether the former copy cannot be removed, and whether it is gone.
 */
let former: RescuedCard[]
let keepsCopy: boolean
let isFull: boolean
let isStuck: boolean
let isGone: boolean
let opens = 0
vi.mock('#client/session/replica.ts', () => ({
  openReplica: (_doc: unknown, _place: unknown, onFailed: () => void) => {
    if (isFull) onFailed()
    return Promise.resolve(
      keepsCopy
        ? { unsaved: () => Promise.resolve([]), remember: () => undefined, close: () => Promise.resolve() }
        : null,
    )
  },
  rescueFormerReplicas: (_: unknown, keep: (words: RescuedCard[]) => boolean) => {
    if (isStuck && opens++ > 0) return Promise.reject(new Error('blocked'))
    if (!isGone) isGone = keep(former)
    return Promise.resolve()
  },
}))
const { openDraft } = await import('#client/session/draft-session.ts')

const lines: { open(): void }[] = []
class TestSocket extends EventTarget {
  static readonly OPEN = 1
  readonly OPEN = 1
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  constructor() {
    super()
    lines.push(this)
  }
  send(): void {
    expect(this.readyState).toBe(1)
  }
  close(): void {
    this.readyState = 3
  }

  /** The server has nothing, asks for what there is, and keeps it. */
  open(): void {
    this.readyState = 1
    this.onopen?.()
    const nothing = new Y.Doc()
    const frames = [
      syncFrame('step1', Y.encodeStateVector(nothing)),
      syncFrame('step2', Y.encodeStateAsUpdate(nothing)),
    ]
    for (const data of frames) this.onmessage?.({ data })
    setTimeout(() => this.onmessage?.({ data: encodeAck({ type: 'durable', upTo: 9, at: 1 }) }), 1_000)
  }
}

const address = {
  ...{ groupId: newId<GroupId>(), stepId: newId(), me: newId<MemberId>(), generation: 2 },
  ...{ pageId: 'page:one', phase: 'solution' as const },
}
const opened = async () => {
  const surroundings = {
    draftsUrl: 'ws://server.test/drafts',
    socketClass: TestSocket as unknown as typeof WebSocket,
    random: () => 0.5,
  }
  const draft = openDraft(address, surroundings)
  await vi.advanceTimersByTimeAsync(10)
  return draft
}

beforeEach(() => {
  vi.useFakeTimers()
  ;[keepsCopy, isFull, isStuck, isGone] = [true, false, false, false]
  opens = 0
  former = [{ id: newId(), kind: 'idea', texts: ['Ein Satz', `${'Nutzen '.repeat(400)}🙂 Ende`] }]
})
afterEach(() => vi.useRealTimers())

test('what a revealing came before is taken over whole, on as many cards as it takes', async () => {
  const draft = await opened()
  const cards = draft.cards.getState().map(({ artefact }) => artefact)
  expect(cards.map(headlineOf).join('')).toContain('Ende')
  expect(cards.map(({ fields }) => fields['text']).join('')).toBe(former[0]!.texts.join('\n'))
  for (const { kind, fields } of cards) {
    const spec = fieldsOf(kind)['text']!
    expect(String(fields['text']).length).toBeLessThanOrEqual('maxChars' in spec ? spec.maxChars : 0)
  }
  expect(isGone).toBe(true)
  draft.destroy()
})

test.each([
  ['stores nothing', () => (keepsCopy = false)],
  ['has become full', () => (isFull = true)],
])('on a device that %s the former copy stays until its words are with the server', async (_, befalls) => {
  befalls()
  const draft = await opened()
  expect(draft.cards.getState().length).toBeGreaterThan(0)
  expect([isGone, draft.state.getState().unsaved]).toEqual([false, true])
  lines.at(-1)!.open()
  await vi.advanceTimersByTimeAsync(5_000)
  expect([isGone, draft.state.getState().unsaved]).toEqual([true, false])
  draft.destroy()
})

test('a former copy that cannot be removed is no fault of the draft', async () => {
  ;[keepsCopy, isStuck] = [false, true]
  const draft = await opened()
  lines.at(-1)!.open()
  await vi.advanceTimersByTimeAsync(5_000)
  expect([opens, draft.state.getState().unsaved]).toEqual([2, false])
  draft.destroy()
})
