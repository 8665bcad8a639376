import { z } from 'zod'
import type { ModeType } from '../../workshop/mode-rights.ts'
import { memberId } from '../fields.ts'
import { roundAuthorships } from './round-authorships.ts'

/**
 * What people may do on a step's page; each mode with what only it needs. Who may what in which mode is the table in
 * `shared/workshop/mode-rights.ts`.
 */
export const modeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open') }),
  z.object({ type: z.literal('silent'), authorship: z.enum(roundAuthorships) }),
  z.object({ type: z.literal('vote'), voteId: z.string().min(1).max(64) }),
  z.object({ type: z.literal('discuss') }),
  z.object({ type: z.literal('present'), presenter: memberId }),
  z.object({ type: z.literal('locked') }),
]) satisfies z.ZodType<{ type: ModeType }>
export type Mode = z.infer<typeof modeSchema>
