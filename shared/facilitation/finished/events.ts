/** Passing: in nobody's log, so that nobody can look up later who was slow. Hence no schemas. */
export type FinishedEvent = { type: 'MemberFinished' } | { type: 'MemberUnfinished' }
