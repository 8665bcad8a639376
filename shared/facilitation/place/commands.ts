import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { phases } from '../../workshop/phases.ts'
import { pageId } from '../fields.ts'

const coordinate = z.number().min(-limits.maxCoordinate).max(limits.maxCoordinate)

export const placeCommands = [
  z.object({ type: z.literal('goToPhase'), phase: z.enum(phases), pageId }),
  z.object({ type: z.literal('openPage'), pageId }),
  z.object({
    type: z.literal('gather'),
    pageId,
    area: z.object({ x: coordinate, y: coordinate, w: coordinate, h: coordinate }).nullable(),
  }),
] as const
export type PlaceCommand = z.infer<(typeof placeCommands)[number]>
