import type { AtHome } from '../evidence/evidence.ts'
import { isId, type ArtefactId, type GroupId } from '../base/ids.ts'

/**
 * Where a card comes from that a group brought into the plenum: the card in the group's own document. Written by the
 * server alone, so that nobody passes something off as another group's.
 */
export const HOME = 'home'

export interface Home {
  groupId: GroupId
  artefactId: ArtefactId
  /** What stood behind it there when it was brought last. */
  behind?: AtHome | undefined
}

/** As it lies in the document. */
export interface KeptHome extends Home {
  /** What the card said when it was brought last, as a fingerprint. */
  said?: string | undefined
}

/** All that is stored of a home; null where it is none. */
export function keptHomeFrom(stored: unknown): KeptHome | null {
  const home = homeFrom(stored)
  const said = home && (stored as Record<keyof KeptHome, unknown>).said
  return home && { ...home, ...(typeof said === 'string' && { said }) }
}

function isAtHome(behind: unknown): behind is AtHome {
  if (typeof behind !== 'object' || behind === null) return false
  const { pieces, interviews, municipalities, against } = behind as Partial<Record<keyof AtHome, unknown>>
  return [pieces, interviews, municipalities, against].every(Number.isInteger)
}

/** A stored home; null where it is none. What stood behind it is left out where it is not in figures. */
export function homeFrom(stored: unknown): Home | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { groupId, artefactId, behind } = stored as Partial<Record<keyof Home, unknown>>
  if (!isId(groupId) || !isId(artefactId)) return null
  const home = { groupId: groupId as GroupId, artefactId: artefactId as ArtefactId }
  return isAtHome(behind) ? { ...home, behind } : home
}
