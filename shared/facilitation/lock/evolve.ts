import type { Evolvers } from '../topic.ts'
import type { LockEvent } from './events.ts'
import type { Lock } from './state.ts'

export const evolveLock: Evolvers<Lock, LockEvent> = {
  BoardLocked: (_lock, _event, { at }) => ({ status: 'locked', since: at }),
  BoardUnlocked: () => ({ status: 'open' }),
}
