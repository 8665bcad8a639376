import { z } from 'zod'
import { phases } from '../../workshop/phases.ts'
import { memberId, pageId, timeMs } from '../fields.ts'

/** Part of the page to show, in page coordinates; null for the list view's whole page. */
const area = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }).nullable()

/** Where the room is. */
export const placeSchema = z.object({
  phase: z.enum(phases),
  /** Record id of the board page that the room works on; empty for a room without pages. */
  pageId: z.string(),
  /** The last time everybody was called together, so that late joiners land at the same place. */
  gathering: z.object({ by: memberId, at: timeMs, pageId, area }).nullable(),
})
export type Place = z.infer<typeof placeSchema>
export type Gathering = NonNullable<Place['gathering']>
