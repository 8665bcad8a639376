import type { HeldInGroup } from '../consent/release-check.ts'

/**
 * GET /workshops/:workshopId/release-check: what is withheld from what would leave now. Quotes it, because whoever may ask
 * may enter every room.
 */
export interface ReleaseCheckView {
  /** In the order of the workshop; only the group that was asked for. */
  groups: HeldInGroup[]
  /** Names of those who may release. */
  moderators: string[]
}

/** POST /workshops/:workshopId/groups/:groupId/releases */
export interface DecidedReleases {
  /** How many cards changed by it. */
  changed: number
}
