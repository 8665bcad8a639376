import { z } from 'zod'
import { isId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { pageId } from '../fields.ts'

export const voteId = z.string().regex(/^[\w-]{1,64}$/)
const candidate = z.string().refine(isId)

/** How people say what they want, and what is asked of each. */
const voteKindSchema = z.discriminatedUnion('type', [
  /** So many dots each, and so many at most on one card. */
  z.object({
    type: z.literal('dots'),
    dotsPerPerson: z.number().int().min(1).max(limits.maxDots),
    dotsPerCard: z.number().int().min(1).max(limits.maxDots),
  }),
  /** All candidates in an order, the best first. */
  z.object({ type: z.literal('ranking') }),
  /** Each from 1 to 5. */
  z.object({ type: z.literal('scale') }),
  z.object({ type: z.literal('yesNo') }),
  /** Nobody needs to be for it, as long as nobody has a grave objection. */
  z.object({ type: z.literal('consent') }),
])

/** A vote as it is prepared. From its opening on nothing of this changes. */
export const voteSchema = z.object({
  id: voteId,
  question: z.string().min(1).max(limits.maxTitleChars),
  /** Where it was prepared; null in logs of builds that did not say. */
  pageId: pageId.nullable().default(null),
  kind: voteKindSchema,
  /** Artefacts: cards, clusters, concepts. */
  candidates: z.array(candidate).min(1).max(limits.maxCandidates),
  /** Who may vote. A rule and no list, so that it holds for late joiners as well. */
  electorate: z.object({
    roles: z.array(z.enum(['manager', 'participant'])).min(1),
    /** Kinds of organisation; null for all. */
    organisationKinds: z.array(z.string().max(40)).nullable(),
  }),
  /**
   * A secret vote is not counted below `limits.leastSecretBallots`. One that is not is counted however few vote, and
   * says before that choices may be guessed then; nobody's choice is shown in either.
   */
  secret: z.boolean().default(true),
  /** To try out how it is done: counted however few vote, and what comes out is no result. */
  trial: z.boolean().default(false),
  /** Whether results are shown apart as well, as far as that tells of nobody. */
  parts: z.enum(['none', 'roles', 'organisationKinds']).default('none'),
})
export type Vote = z.infer<typeof voteSchema>

const answers = <Answer extends z.ZodType>(answer: Answer) => z.record(candidate, answer)

/** What one person says. Goes into the ballot box and nowhere else. */
export const ballotSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dots'), dots: answers(z.number().int().min(1).max(limits.maxDots)) }),
  z.object({ type: z.literal('ranking'), order: z.array(candidate).max(limits.maxCandidates) }),
  z.object({ type: z.literal('scale'), marks: answers(z.number().int().min(1).max(5)) }),
  z.object({ type: z.literal('yesNo'), answers: answers(z.enum(['yes', 'no', 'abstain'])) }),
  z.object({
    type: z.literal('consent'),
    answers: answers(z.enum(['consent', 'objection', 'abstain'])),
    /** Why not, by candidate; shown with the result, without a name. */
    reasons: answers(z.string().min(1).max(limits.maxObjectionChars)),
  }),
])
export type Ballot = z.infer<typeof ballotSchema>
