import type { Role } from '../../workshop/roles.ts'
import type { Votes, VoteState } from './state.ts'
import type { Ballot, Vote } from './vote.ts'

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

/** The vote of this id, prepared, running or counted. */
export const voteOf = (votes: Votes, id: Vote['id']): VoteState | null =>
  votes.find(({ vote }) => vote.id === id) ?? null
