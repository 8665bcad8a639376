import type { DraftId, GroupId, MemberId } from './ids.ts'

/**
 * Names of silent drafts: group, step and member, joined by points, which none of them has. So the drafts of a step are
 * those that begin alike.
 */
export const draftIdOf = (groupId: GroupId, stepId: string, memberId: MemberId): DraftId =>
  `${draftsPrefix(groupId, stepId)}${memberId}` as DraftId

export const draftsPrefix = (groupId: GroupId, stepId: string): string => `${groupId}.${stepId}.`

/** Whose draft it is. */
export const writerOf = (id: DraftId): MemberId => id.slice(id.lastIndexOf('.') + 1) as MemberId
