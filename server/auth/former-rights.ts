import { mayMore } from '#shared/workshop/roles.ts'
import type { FormerRights, Member } from '#server/ports/people-store.ts'

/**
 * The member as a login from before a raise sees it: what they were then, and never more than they are now. What was
 * taken from the member since is taken from that login, too.
 */
export function asBefore(member: Member, former: FormerRights | null): Member {
  if (!former || !mayMore(member.role, former.role)) return member
  const groupIds = member.groupIds === 'all' ? former.groupIds : member.groupIds
  return { ...member, role: former.role, groupIds }
}
