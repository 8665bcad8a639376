import { newId, type AccountId } from '#shared/base/ids.ts'
import type { Member, Workshop } from '#server/ports/people-store.ts'

export interface Founder {
  accountId: AccountId
  name: string
}

/**
 * The first moderator of a workshop.
 * @param begins `removed` while a workshop is only half there, so that nobody sees it yet
 */
export function founderOf(
  workshop: Workshop,
  { accountId, name }: Founder,
  begins: 'present' | 'removed',
): Member {
  return {
    id: newId(workshop.createdAt),
    workshopId: workshop.id,
    accountId,
    name,
    organisationId: null,
    organisation: '',
    organisationKind: 'coordination',
    role: 'moderator',
    groupIds: 'all',
    mayChooseGroup: false,
    joinedAt: workshop.createdAt,
    removedAt: begins === 'present' ? null : workshop.createdAt,
    standing: 'present',
    standsInFor: null,
  }
}
