import { limits } from '#shared/base/limits.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'

/** A vote while somebody fills in its form; numbers as they are typed. */
export interface VoteDraft {
  id: string
  question: string
  type: Vote['kind']['type']
  dots: string
  perCard: string
  candidates: readonly string[]
  participants: boolean
  managers: boolean
  /** Null: all kinds of organisation. */
  organisationKinds: readonly string[] | null
  parts: Vote['parts']
  secret: boolean
  trial: boolean
}

export type VoteFault = 'question' | 'dots' | 'perCard' | 'fewCandidates' | 'manyCandidates' | 'who'

/** A ranking of one card ranks nothing; everything else can be asked of a single one. */
export const leastCandidates = (type: VoteDraft['type']) => (type === 'ranking' || type === 'dots' ? 2 : 1)

export const newVoteDraft = (id: string, over: Partial<VoteDraft> = {}): VoteDraft => ({
  id,
  question: '',
  type: 'dots',
  dots: '3',
  perCard: '2',
  candidates: [],
  participants: true,
  managers: false,
  organisationKinds: null,
  parts: 'none',
  secret: true,
  trial: false,
  ...over,
})

/** An existing vote to be changed, or to be held again under another id. */
export function draftOfVote(vote: Vote, over: Partial<VoteDraft> = {}): VoteDraft {
  const { kind, electorate } = vote
  const numbers =
    kind.type === 'dots' ? { dots: String(kind.dotsPerPerson), perCard: String(kind.dotsPerCard) } : {}
  return newVoteDraft(vote.id, {
    ...numbers,
    question: vote.question,
    type: kind.type,
    candidates: vote.candidates,
    participants: electorate.roles.includes('participant'),
    managers: electorate.roles.includes('manager'),
    organisationKinds: electorate.organisationKinds,
    parts: vote.parts,
    secret: vote.secret,
    trial: vote.trial,
    ...over,
  })
}

const isCount = (text: string) =>
  /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= limits.maxDots

export function voteFaults(draft: VoteDraft): VoteFault[] {
  const { question, type, dots, perCard, candidates } = draft
  const faults: VoteFault[] = []
  if (question.trim() === '') faults.push('question')
  if (type === 'dots' && !isCount(dots)) faults.push('dots')
  if (type === 'dots' && (!isCount(perCard) || Number(perCard) > Number(dots))) faults.push('perCard')
  if (candidates.length < leastCandidates(type)) faults.push('fewCandidates')
  if (candidates.length > limits.maxCandidates) faults.push('manyCandidates')
  const nobody = !draft.participants && !draft.managers
  if (nobody || draft.organisationKinds?.length === 0) faults.push('who')
  return faults
}

/** What a draft without faults says. */
export function voteOfDraft(draft: VoteDraft, pageId: string): Vote {
  const { type, organisationKinds } = draft
  return {
    id: draft.id,
    question: draft.question.trim(),
    pageId,
    kind:
      type === 'dots'
        ? { type, dotsPerPerson: Number(draft.dots), dotsPerCard: Number(draft.perCard) }
        : { type },
    candidates: [...draft.candidates],
    electorate: {
      roles: [
        ...(draft.participants ? (['participant'] as const) : []),
        ...(draft.managers ? (['manager'] as const) : []),
      ],
      organisationKinds: organisationKinds && [...organisationKinds],
    },
    secret: draft.secret,
    trial: draft.trial,
    parts: draft.parts,
  }
}
