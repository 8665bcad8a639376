import { z } from 'zod'
import type { ArtefactId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { id } from './api.ts'

/** Cards of one room that may belong together. */
export const proposalsRequest = z.object({
  artefactIds: z.array(id<ArtefactId>()).min(2).max(limits.maxProposedCards),
})

/** Groups of cards that a service found to mean something alike; people decide. */
export interface ProposalsView {
  service: { host: string; model: string }
  /** Largest first. */
  groups: string[][]
  /** Cards whose words were not sent: not released, or with nothing on them. */
  unsent: number
}
