import type { SessionView } from '#shared/protocol/api.ts'

/** Who came by invite and leads or manages a workshop may add an account, so that a lost link is no disaster. */
export function mayGetAccount({ account, workshops }: SessionView): boolean {
  return account === null && workshops.some(({ role }) => role === 'moderator' || role === 'manager')
}
