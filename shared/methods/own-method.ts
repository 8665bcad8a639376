import { z } from 'zod'
import { isId, type MethodId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { isVisible } from '../base/visible-text.ts'
import { COLUMNS, MAX_FLOW } from '../document/fields.ts'
import { isKind, type ArtefactKind } from '../kinds/index.ts'
import { modeTypes } from '../workshop/mode-rights.ts'
import { phases } from '../workshop/phases.ts'
import { METHOD_FORMAT } from './method-format.ts'

/*
 * Methods of a workshop's own: as those of the catalogue, but in the one language in which they were written. They lie
 * in the workshop's plan, beside the moderation's notes, and in no room. Browsers take the types alone.
 */
const title = z.string().trim().min(1).max(limits.maxTitleChars)
const text = z.string().trim().max(limits.maxInstructionChars)
const key = z.string().regex(/^[a-z0-9-]{1,40}$/)
const kind = z.string().refine(isKind) as unknown as z.ZodType<ArtefactKind>
const kindsOfCards = z.array(kind).max(limits.maxKindsOfMethod)

const modeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(modeTypes).exclude(['silent', 'vote']) }),
  z.object({ type: z.literal('silent'), authorship: z.enum(['named', 'organisation', 'anonymous']) }),
  z.object({ type: z.literal('vote'), ballot: z.enum(['dots', 'ranking', 'scale', 'yesNo', 'consent']) }),
])

const stepSchema = z.object({
  title,
  instruction: text,
  minutes: z
    .number()
    .int()
    .min(0)
    .max(limits.maxTimerMs / 60_000),
  mode: modeSchema,
})

const fieldSchema = z.object({
  key,
  name: title,
  example: text,
  /** Kinds that belong here; empty: what no other field takes. */
  takes: kindsOfCards,
  /** Columns it is wide. Fields stand in rows, in their order, as many side by side as there is room for. */
  span: z.number().int().min(1).max(COLUMNS),
  /** Cards side by side; null where they lie as somebody puts them, as in a 2×2. */
  flow: z.number().int().min(1).max(MAX_FLOW).nullable(),
})

const pageSchema = z.object({
  /** What the page is made after; two pages of one key are told apart by a number. */
  key,
  name: title,
  instruction: text,
  question: text,
  tip: text,
  fields: z
    .array(fieldSchema)
    .min(1)
    .max(limits.maxFieldsOfMethod)
    // On the board a field is found by its key
    .refine((fields) => new Set(fields.map((field) => field.key)).size === fields.length),
})

export const methodFieldsSchema = z.object({
  name: title.refine(isVisible),
  /** The one in which it is written; methods from before it was asked do not say. */
  language: z.enum(['de', 'en']).optional(),
  phase: z.enum(phases),
  what: text,
  why: text,
  example: text,
  /** For whoever leads it. */
  hints: text,
  /** Null: it works on whatever page is there. */
  page: pageSchema.nullable(),
  steps: z.array(stepSchema).max(limits.maxStepsOfMethod),
  makes: kindsOfCards,
  from: kindsOfCards,
})
/** What of a method may be written. */
export type MethodFields = z.infer<typeof methodFieldsSchema>

export const ownMethodSchema = methodFieldsSchema.extend({
  name: title,
  id: z.string().refine(isId) as unknown as z.ZodType<MethodId>,
  /** Rises with every change, so that of two who edit at once the second is told instead of wiping out the first. */
  revision: z.number().int().positive(),
})
export type OwnMethod = z.infer<typeof ownMethodSchema>

/** A change of one: `from` is the revision that its writer has seen. */
export const methodChangeSchema = z.object({ from: z.number().int().positive(), to: methodFieldsSchema })

/** A method as a file, to be used in another workshop. Published as `docs/schema/method-v1.json`. */
export const methodFileSchema = z.object({
  format: z.literal(METHOD_FORMAT),
  schemaVersion: z.literal(1),
  method: methodFieldsSchema,
})
