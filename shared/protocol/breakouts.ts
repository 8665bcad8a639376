import { z } from 'zod'
import type { ArtefactId, GroupId, MemberId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { id, text } from './api.ts'

/** POST /workshops/:workshopId/breakouts: rooms with their people, a task and a common time. Answers a `BreakoutsView`. */
export const openBreakoutsRequest = z.object({
  rooms: z
    .array(
      z.object({
        name: text(limits.maxTitleChars),
        memberIds: z.array(id<MemberId>()).max(limits.maxMembersPerWorkshop),
      }),
    )
    .min(1)
    .max(limits.maxBreakouts),
  /** Who takes part may enter every room and goes where they like; `memberIds` count for those who observe. */
  byChoice: z.boolean(),
  task: z.string().trim().max(limits.maxInstructionChars),
  minutes: z
    .number()
    .int()
    .min(1)
    .max(limits.maxTimerMs / 60_000),
})
export type OpenBreakoutsRequest = z.infer<typeof openBreakoutsRequest>

/** PUT …/breakouts/people/:memberId: into this room, or with null out of all of them. */
export const moveToBreakoutRequest = z.object({ groupId: id<GroupId>().nullable() })

interface Breakout {
  name: string
  memberIds: MemberId[]
}

/** GET /workshops/:workshopId/breakouts, for who leads. */
export interface BreakoutsView {
  /** Whether who takes part may enter all of those that are open, and goes where they like. */
  byChoice: boolean
  /** Rooms that are open now, in their order; none where everybody is in the plenum. */
  open: (Breakout & { groupId: GroupId })[]
  /** Those that were closed last, all at once; none where there were none yet. */
  last: Breakout[]
  /** Who is in the plenum at this moment. */
  here: MemberId[]
}

/**
 * POST …/groups/:groupId/results: cards of a group into the plenum, on the page where that is. Null: what lies in the field
 * of a breakout that is made for it.
 */
export const bringResultsRequest = z.object({
  artefactIds: z.array(id<ArtefactId>()).min(1).max(limits.maxBroughtCards).nullable(),
})

export interface BroughtResults {
  /** Cards that lie in the plenum now and did not before. */
  brought: number
  /** Those that lay there and say now what they say in their group. */
  renewed: number
  /** Those that say something else in their group and were written on in the plenum as well: they stay as they are. */
  apart: number
  /** Those that are withheld in their group. */
  withheld: number
}
