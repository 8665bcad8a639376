import { z } from 'zod'
import type { GroupId, MemberId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { sizeClasses } from '../base/size-classes.ts'
import { organisationKinds, roles } from '../workshop/roles.ts'
import { id, text, textOrNothing, type MemberView } from './api.ts'

/** What crosses the wire to bring people into a workshop, and to say what they are in it. */
/** People on a list, as it was looked through: who is there already is passed over. */
export const addMembersRequest = z.object({
  people: z
    .array(
      z.object({
        name: text(limits.maxNameChars),
        organisation: textOrNothing(limits.maxOrganisationChars),
        /** Counts where the organisation is new, or where none is named. */
        organisationKind: z.enum(organisationKinds),
        /** Counts where nobody has said the organisation's size. */
        sizeClass: z.enum(sizeClasses).nullable().default(null),
        role: z.enum(roles),
        /** null: the person chooses, or the role enters every room. */
        groupId: id<GroupId>().nullable(),
      }),
    )
    .min(1)
    .max(limits.maxListedPeople),
})
/** People who have not come yet. */
export const inviteAgainRequest = z.object({
  memberIds: z.array(id<MemberId>()).min(1).max(limits.maxMembersPerWorkshop),
})
/** Who comes instead. */
export const addStandInRequest = z.object({ name: text(limits.maxNameChars) })
/** Somebody takes a rest, or is back. */
export const restRequest = z.object({ standing: z.enum(['present', 'paused']) })
export const editMemberRequest = z.object({
  role: z.enum(roles).optional(),
  /** Nobody is made one who has not come yet. */
  standing: restRequest.shape.standing.optional(),
  groupIds: z.union([z.literal('all'), z.array(id<GroupId>()).min(1).max(limits.maxGroupsKept)]).optional(),
  /** Out of some groups and into another, or into none; where else they are stays, a breakout too. */
  move: z
    .object({ from: z.array(id<GroupId>()).max(limits.maxGroupsKept), to: id<GroupId>().nullable() })
    .optional(),
})

export type AddMembersRequest = z.input<typeof addMembersRequest>
export type EditMemberRequest = z.input<typeof editMemberRequest>

/**
 * POST /workshops/:workshopId/members and /invitations answer with a list of these, POST …/members/:memberId/stand-in
 * with one. The secrets are shown this once.
 */
export interface InvitedMember {
  member: MemberView
  returnToken: string
}
