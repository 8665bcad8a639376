import { limits } from '../../base/limits.ts'
import type { Lock } from './state.ts'

/** Whether a lock stops changes at this moment: what was on its way when it came still counts for a short while. */
export function isLockedAt({ lock }: { lock: Lock }, nowMs: number): boolean {
  return lock.status === 'locked' && nowMs > lock.since + limits.lockGraceMs
}
