import { limits } from '#shared/base/limits.ts'
import type { PresenceState } from '#shared/protocol/presence.ts'

const MAX_SELECTED = 20
const MAX_ID_CHARS = 100

/**
 * The presence state that a peer may see of what somebody sent: known fields of the right shape and nothing else, so
 * that identity cannot be claimed and no markup travels. Null where no state was sent.
 */
export function cleanPresence(value: unknown): PresenceState | null {
  if (typeof value !== 'object' || value === null) return null
  const sent = value as Record<keyof PresenceState, unknown>
  const state: PresenceState = {}
  if (isRecordId(sent.p)) state.p = sent.p
  if (isNumbers(sent.c, 2)) state.c = sent.c as [number, number]
  if (Array.isArray(sent.s)) state.s = sent.s.slice(0, MAX_SELECTED).filter(isRecordId)
  if (isNumbers(sent.v, 4)) state.v = sent.v as [number, number, number, number]
  if (Array.isArray(sent.e) && sent.e.length === 2 && sent.e.every(isRecordId)) {
    state.e = sent.e as [string, string]
  }
  if (isRecordId(sent.f)) state.f = sent.f
  if (sent.l === 1) state.l = 1
  return state
}

/** Record ids, artefact ids and field names: letters, digits and few signs. */
const isRecordId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_ID_CHARS && /^[\w:.-]+$/.test(value)

function isNumbers(value: unknown, count: number): value is number[] {
  return Array.isArray(value) && value.length === count && value.every(isCoordinate)
}

/**
 * Whether a cleaned state is all that was sent. Then the sender's own bytes can travel on: writing them anew at every
 * cursor move would be a tenth of the server's work.
 */
export function isWhole(sent: unknown, state: PresenceState): boolean {
  const { s } = sent as { s?: unknown[] }
  return Object.keys(sent as object).length === Object.keys(state).length && s?.length === state.s?.length
}

const isCoordinate = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limits.maxCoordinate
