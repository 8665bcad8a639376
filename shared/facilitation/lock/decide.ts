import { accepted } from '../../base/result.ts'
import type { Deciders } from '../topic.ts'
import type { LockCommand } from './commands.ts'
import type { LockEvent } from './events.ts'
import type { Lock } from './state.ts'

export const decideLock: Deciders<LockCommand, { lock: Lock }, LockEvent> = {
  lock: ({ lock }) => accepted(lock.status === 'locked' ? [] : [{ type: 'BoardLocked' }]),
  unlock: ({ lock }) => accepted(lock.status === 'open' ? [] : [{ type: 'BoardUnlocked' }]),
}
