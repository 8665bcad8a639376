import { z } from 'zod'
import { phases } from '../../workshop/phases.ts'
import { pageId } from '../fields.ts'

export const placeEvents = [
  z.object({ type: z.literal('PhaseAdvanced'), phase: z.enum(phases), pageId }),
  z.object({ type: z.literal('PageOpened'), pageId }),
  z.object({
    type: z.literal('EveryoneGathered'),
    pageId,
    area: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }).nullable(),
  }),
] as const
export type PlaceEvent = z.infer<(typeof placeEvents)[number]>
