import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as decoding from 'lib0/decoding'
import { limits } from '#shared/base/limits.ts'
import { Presence } from '#server/rooms/presence.ts'
import { cleanPresence } from '#server/rooms/presence-state.ts'

type Entry = [client: number, clock: number, state: unknown]

function awareness(...entries: Entry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const [client, clock, state] of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state))
    }
  })
}

/** What a stock client makes of a frame. */
function asStockClientSees(frames: (Uint8Array | null)[]): Map<number, Record<string, unknown>> {
  const stock = new Awareness(new Y.Doc())
  stock.setLocalState(null)
  for (const frame of frames) {
    if (!frame) continue
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    applyAwarenessUpdate(stock, decoding.readVarUint8Array(decoder), null)
  }
  stock.destroy()
  return stock.getStates()
}

describe('presence', () => {
  test('of many moves between two ticks only the last one travels', () => {
    const presence = new Presence()
    for (let clock = 1; clock <= 8; clock++) presence.accept(7, awareness([7, clock, { c: [clock, clock] }]))
    presence.accept(8, awareness([8, 1, { c: [0, 0] }]))
    const frame = presence.takeChanges()
    expect(asStockClientSees([frame])).toEqual(
      new Map([
        [7, { c: [8, 8] }],
        [8, { c: [0, 0] }],
      ]),
    )
    expect(presence.takeChanges()).toBeNull()
  })

  test('S9 a connection cannot speak for another, move it or remove it', () => {
    const presence = new Presence()
    presence.accept(7, awareness([7, 1, { c: [1, 1] }]))
    const before = presence.takeChanges()
    presence.accept(8, awareness([7, 2 ** 53 - 1, { c: [9, 9] }], [7, 3, null], [8, 1, { c: [2, 2] }]))
    const seen = asStockClientSees([before, presence.takeChanges()])
    expect(seen.get(7)).toEqual({ c: [1, 1] })
    expect(seen.get(8)).toEqual({ c: [2, 2] })
  })

  test('S9 an absurd clock or a state of a megabyte is not taken', () => {
    const presence = new Presence()
    presence.accept(7, awareness([7, 2 ** 53 - 1, { c: [1, 1] }]))
    presence.accept(7, awareness([7, 1, { s: ['x'.repeat(limits.maxPresenceBytes)] }]))
    expect(presence.takeChanges()).toBeNull()
  })

  test('an older state does not replace a newer one', () => {
    const presence = new Presence()
    presence.accept(7, awareness([7, 5, { c: [5, 5] }]))
    presence.accept(7, awareness([7, 4, { c: [4, 4] }]))
    expect(asStockClientSees([presence.takeChanges()]).get(7)).toEqual({ c: [5, 5] })
  })

  test('who leaves is gone for everybody and leaves nothing behind', () => {
    const presence = new Presence()
    presence.accept(7, awareness([7, 1, { c: [1, 1] }]))
    const came = presence.takeChanges()
    presence.leave(7)
    const left = presence.takeChanges()
    expect(asStockClientSees([came, left]).size).toBe(0)
    expect(presence.snapshot()).toBeNull()
  })

  test('who comes and goes between two ticks disturbs nobody', () => {
    const presence = new Presence()
    presence.accept(7, awareness([7, 1, { c: [1, 1] }]))
    presence.leave(7)
    expect(asStockClientSees([presence.takeChanges()]).size).toBe(0)
    expect(presence.snapshot()).toBeNull()
  })

  test('who comes back under the same clock is shown again', () => {
    const presence = new Presence()
    presence.accept(7, awareness([7, 1, { c: [1, 1] }]))
    presence.leave(7)
    presence.accept(7, awareness([7, 1, { c: [2, 2] }]))
    expect(asStockClientSees([presence.takeChanges()]).get(7)).toEqual({ c: [2, 2] })
  })

  test('bytes that end early are told apart from presence', () => {
    const presence = new Presence()
    const update = awareness([7, 1, { c: [1, 1] }])
    expect(presence.accept(7, update.subarray(0, update.length - 1))).toBe(false)
  })

  test('S9 whose state is no JSON is not there, and others are', () => {
    const presence = new Presence()
    presence.accept(7, awareness([7, 1, '{"c":']))
    presence.accept(8, awareness([8, 1, { c: [2, 2] }]))
    expect(asStockClientSees([presence.snapshot()])).toEqual(new Map([[8, { c: [2, 2] }]]))
    expect(asStockClientSees([presence.takeChanges()])).toEqual(new Map([[8, { c: [2, 2] }]]))
    presence.accept(7, awareness([7, 1, { c: [1, 1] }]))
    expect(asStockClientSees([presence.snapshot()]).get(7)).toEqual({ c: [1, 1] })
  })

  test('S9 newcomers and those who are there see the same fields of a state', () => {
    const presence = new Presence()
    presence.accept(7, awareness([7, 1, { c: [1, 1], user: { name: 'Bürgermeisterin' } }]))
    const newcomers = presence.snapshot()
    const others = presence.takeChanges()
    expect(asStockClientSees([newcomers]).get(7)).toEqual({ c: [1, 1] })
    expect(asStockClientSees([others]).get(7)).toEqual({ c: [1, 1] })
  })
})

describe('a presence state', () => {
  test('keeps what the product knows', () => {
    const state = {
      p: 'page:start',
      c: [1.5, -2],
      s: ['shape:a'],
      v: [0, 0, 800, 600],
      e: ['0190', 'text'],
    }
    expect(cleanPresence(state)).toEqual(state)
  })

  test('S9 names, markup and anything else are never passed on', () => {
    expect(
      cleanPresence({
        user: { name: '<img src=x onerror=alert(1)>' },
        p: '<b>page</b>',
        c: ['1', 2],
        s: ['shape:ok', '"><script>', 5],
        v: [1, 2, 3],
        e: ['a', 'b', 'c'],
        h: -1,
        d: 'yes',
        f: '<b>frame</b>',
        l: 'red',
      }),
    ).toEqual({ s: ['shape:ok'] })
    expect(cleanPresence('text')).toBeNull()
  })

  test('names twenty selected records at most', () => {
    const s = Array.from({ length: 50 }, (_, n) => `shape:${n}`)
    expect(cleanPresence({ s })?.s).toHaveLength(20)
  })
})
