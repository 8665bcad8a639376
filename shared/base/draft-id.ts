import type { DraftId, GroupId, MemberId } from './ids.ts'

/**
 * Names of silent drafts: group, step and member, joined by points, which none of them has. So the drafts of a step are
 * those that begin alike.
 */
export const draftIdOf = (groupId: GroupId, stepId: string, memberId: MemberId): DraftId =>
  `${draftsPrefix(groupId, stepId)}${memberId}` as DraftId

export const draftsPrefix = (groupId: GroupId, stepId: string): string => `${groupId}.${stepId}.`

/**
 * In place of a step: what somebody wrote in a room and may not send any more. No step is called like that, so that
 * nobody can lay it open but its writer.
 */
export const ASIDE = '~aside'

/** Whether a draft was written in no step. */
export const isAside = (id: DraftId): boolean => id.split('.')[1] === ASIDE

/** Whose draft it is. */
export const writerOf = (id: DraftId): MemberId => id.slice(id.lastIndexOf('.') + 1) as MemberId
