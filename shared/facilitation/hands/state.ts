import { z } from 'zod'
import type { MemberId } from '../../base/ids.ts'
import { memberId, timeMs } from '../fields.ts'

const raisedHand = z.object({ memberId, since: timeMs })
export type RaisedHand = z.infer<typeof raisedHand>

/** Raised hands in the order in which people get to speak. */
export const seenHandsSchema = z.array(raisedHand)

export interface Hands {
  raised: readonly RaisedHand[]
  /** Whose hand was ticked off in this step. Never leaves the server, and ends with the step: no statistics. */
  haveSpoken: readonly MemberId[]
}
