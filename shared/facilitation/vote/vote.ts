import { z } from 'zod'
import { isId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import type { Role } from '../../workshop/roles.ts'

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
  kind: voteKindSchema,
  /** Artefacts: cards, clusters, concepts. */
  candidates: z.array(candidate).min(1).max(limits.maxCandidates),
  /** Who may vote. A rule and no list, so that it holds for late joiners as well. */
  electorate: z.object({
    roles: z.array(z.enum(['manager', 'participant'])).min(1),
    /** Kinds of organisation; null for all. */
    organisationKinds: z.array(z.string().max(40)).nullable(),
  }),
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

/** Whether somebody may vote here, by the rule that was frozen at the opening. */
export function isEligible(
  { electorate: { roles, organisationKinds } }: Vote,
  { role, organisationKind }: { role: Role; organisationKind: string },
): boolean {
  const byRole = roles.some((entitled) => entitled === role)
  return byRole && (organisationKinds === null || organisationKinds.includes(organisationKind))
}

/** Whether a ballot keeps to the rules of its vote. */
export function isValidBallot({ kind, candidates }: Vote, ballot: Ballot): boolean {
  const known = (ids: readonly string[]) => ids.every((id) => candidates.includes(id))
  if (ballot.type === 'dots') {
    const dots = Object.values(ballot.dots)
    return (
      kind.type === 'dots' &&
      known(Object.keys(ballot.dots)) &&
      dots.every((count) => count <= kind.dotsPerCard) &&
      dots.reduce((sum, count) => sum + count, 0) <= kind.dotsPerPerson
    )
  }
  if (kind.type !== ballot.type) return false
  switch (ballot.type) {
    case 'ranking':
      return known(ballot.order) && new Set(ballot.order).size === candidates.length
    case 'scale':
      return known(Object.keys(ballot.marks))
    case 'yesNo':
      return known(Object.keys(ballot.answers))
    case 'consent':
      return (
        known(Object.keys(ballot.answers)) &&
        Object.keys(ballot.reasons).every((id) => ballot.answers[id] === 'objection')
      )
  }
}
