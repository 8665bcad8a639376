import * as decoding from 'lib0/decoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { beforeEach, describe, expect, test } from 'vitest'
import { FramePacer, pace } from '#client/session/frame-pacer.ts'
import { awarenessFrame, readClientFrame, syncFrame } from '#shared/protocol/frames.ts'

interface Waiting {
  delayMs: number
  run: () => void
}

let sent: Uint8Array[]
let counted: ['sync' | 'update', boolean][]
let waiting: Waiting[]
let open: boolean
let pacer: FramePacer
const CLIENT = 77

beforeEach(() => {
  sent = []
  counted = []
  waiting = []
  open = true
  pacer = new FramePacer({
    clientId: CLIENT,
    onDocumentFrame: (kind, missing) => void counted.push([kind, missing]),
    after: (delayMs, run) => {
      const entry = { delayMs, run }
      waiting.push(entry)
      return () => void (waiting = waiting.filter((other) => other !== entry))
    },
    transmit: (frame) => {
      if (open) sent.push(frame)
      return open
    },
  })
})

const elapse = () => waiting.splice(0).forEach(({ run }) => run())

function typing(texts: string[]): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  for (const text of texts) doc.getText('t').insert(doc.getText('t').length, text)
  return { doc, updates }
}

const emptyStep2 = () => syncFrame('step2', Y.encodeStateAsUpdate(new Y.Doc()))

describe('document frames', () => {
  test('updates of one tick travel as one frame and bring the same text', () => {
    pacer.accept(emptyStep2())
    const { doc, updates } = typing(['G', 'u', 't', 'e', 'n'])
    for (const update of updates) pacer.accept(syncFrame('update', update))
    expect(sent).toHaveLength(1)
    elapse()
    expect(sent).toHaveLength(2)
    const frame = readClientFrame(sent[1]!)
    const received = new Y.Doc()
    if (frame?.type === 'update') Y.applyUpdate(received, frame.update)
    expect(received.getText('t').toString()).toBe(doc.getText('t').toString())
    expect(counted).toEqual([
      ['sync', false],
      ['update', true],
    ])
  })

  test('nothing overtakes the first sync step, which carries what was written before it', () => {
    const { doc, updates } = typing(['früh'])
    pacer.accept(syncFrame('update', updates[0]!))
    elapse()
    pacer.flush()
    expect(sent).toHaveLength(0)
    pacer.accept(syncFrame('step2', Y.encodeStateAsUpdate(doc)))
    elapse()
    expect(sent).toHaveLength(1)
    expect(counted).toEqual([['sync', true]])
  })

  test('a frame that could not be sent is not counted', () => {
    pacer.accept(emptyStep2())
    pacer.accept(syncFrame('update', typing(['x']).updates[0]!))
    open = false
    elapse()
    expect(counted).toHaveLength(1)
  })

  test('closing sends what is waiting', () => {
    pacer.accept(emptyStep2())
    pacer.accept(syncFrame('update', typing(['x']).updates[0]!))
    pacer.flush()
    expect(sent).toHaveLength(2)
    expect(waiting).toHaveLength(0)
  })
})

describe('presence', () => {
  test('at most eight frames a second, each with the newest state', () => {
    expect(1_000 / pace.presenceEveryMs).toBeLessThanOrEqual(8)
    const awareness = ownAwareness()
    for (const x of [1, 2, 3]) {
      awareness.setLocalState({ c: [x, 0] })
      pacer.accept(awarenessFrame(encodeAwarenessUpdate(awareness, [CLIENT])))
    }
    expect(waiting.map(({ delayMs }) => delayMs)).toEqual([pace.presenceEveryMs])
    elapse()
    expect(sent).toHaveLength(1)
    const other = new Awareness(new Y.Doc())
    const decoder = decoding.createDecoder(sent[0]!)
    decoding.readVarUint(decoder)
    applyAwarenessUpdate(other, decoding.readVarUint8Array(decoder), 'test')
    expect(other.getStates().get(CLIENT)).toEqual({ c: [3, 0] })
    awareness.destroy()
    other.destroy()
  })

  test('others’ presence is never echoed', () => {
    const awareness = ownAwareness(12)
    awareness.setLocalState({ c: [1, 1] })
    pacer.accept(awarenessFrame(encodeAwarenessUpdate(awareness, [12])))
    elapse()
    expect(sent).toHaveLength(0)
    awareness.destroy()
  })
})

function ownAwareness(clientId = CLIENT): Awareness {
  const doc = new Y.Doc()
  doc.clientID = clientId
  return new Awareness(doc)
}
