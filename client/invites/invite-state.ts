import { limits } from '#shared/base/limits.ts'
import type { InviteView } from '#shared/protocol/api.ts'

type InviteState = 'active' | 'expired' | 'revoked' | 'full'

/** Whether somebody can still come by an invitation, and if not, why. */
export function stateOf({ revokedAt, expiresAt, acceptedCount }: InviteView, now = Date.now()): InviteState {
  if (revokedAt !== null) return 'revoked'
  if (expiresAt <= now) return 'expired'
  return acceptedCount >= limits.maxPlacesPerInvite ? 'full' : 'active'
}
