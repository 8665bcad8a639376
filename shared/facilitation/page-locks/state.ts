import { z } from 'zod'
import { pageId, timeMs } from '../fields.ts'

export const pageLocksSchema = z.array(z.object({ pageId, since: timeMs }))
