import { describe, expect, test } from 'vitest'
import {
  changed,
  connectionLost,
  emptyLedger,
  frameSent,
  heldBack,
  isUnsaved,
  madeDurable,
} from '#client/session/frame-ledger.ts'

const afterFirstSync = madeDurable(frameSent(emptyLedger, 'sync', false), 1)

describe('what counts as saved', () => {
  test('a change is unsaved until a durable acknowledgement covers its frame (invariant 1)', () => {
    const written = changed(afterFirstSync)
    expect(isUnsaved(written)).toBe(true)
    const sent = frameSent(written, 'update', true)
    expect(isUnsaved(sent)).toBe(true)
    expect(isUnsaved(madeDurable(sent, 1))).toBe(true)
    expect(isUnsaved(madeDurable(sent, 2))).toBe(false)
  })

  test('a first sync step without anything new leaves nothing to save', () => {
    expect(isUnsaved(frameSent(emptyLedger, 'sync', false))).toBe(false)
  })

  test('a sync step with changes made before this page was loaded has to be acknowledged', () => {
    const sent = frameSent(emptyLedger, 'sync', true)
    expect(isUnsaved(sent)).toBe(true)
    expect(isUnsaved(madeDurable(sent, 1))).toBe(false)
  })

  test('what a lost connection did not acknowledge is owed to the next one (invariant 2)', () => {
    const sent = frameSent(changed(afterFirstSync), 'update', true)
    const lost = connectionLost(sent)
    expect(isUnsaved(lost)).toBe(true)
    const resynced = frameSent(lost, 'sync', false)
    expect(isUnsaved(resynced)).toBe(true)
    expect(isUnsaved(madeDurable(resynced, 1))).toBe(false)
  })

  test('an acknowledgement for more than was sent saves nothing that comes later', () => {
    const early = madeDurable(afterFirstSync, 7)
    expect(isUnsaved(frameSent(changed(early), 'update', true))).toBe(true)
  })

  test('a refused change stays unsaved whatever is acknowledged later (invariant 3)', () => {
    const refused = heldBack(frameSent(changed(afterFirstSync), 'update', true), 'room_locked')
    expect(isUnsaved(madeDurable(refused, 2))).toBe(true)
    const offered = frameSent(refused, 'sync', true)
    expect(isUnsaved(offered)).toBe(true)
    expect(isUnsaved(madeDurable(offered, 3))).toBe(false)
  })

  test('the first reason stands, because what follows was refused only for depending on it', () => {
    const locked = heldBack(frameSent(afterFirstSync, 'update', true), 'room_locked')
    expect(heldBack(locked, 'update_incomplete').held).toBe('room_locked')
  })
})
