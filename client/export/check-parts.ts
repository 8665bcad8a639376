import type { ArtefactId } from '#shared/base/ids.ts'
import type { Held, HeldInGroup, HeldReason, InterviewInCheck } from '#shared/consent/release-check.ts'

/** Reasons in the order in which a person deals with them: what they can decide first. */
export const reasonsInOrder: readonly HeldReason[] = [
  'notReleased',
  'fromRefused',
  'refused',
  'confidential',
  'repeats',
  'resting',
  'recognisable',
  'named',
  'consentOpen',
]

/** Only what leaves with one page: what lies on it, and the interviews that it was taken from. */
export function onPage(group: HeldInGroup, pageId: string): HeldInGroup {
  const held = group.held.filter((one) => one.pageId === pageId)
  const named = new Set(held.flatMap(({ artefactId, interviewId }) => [artefactId, interviewId]))
  return {
    ...group,
    isNameHeld: false,
    held,
    interviews: group.interviews.filter(({ id }) => named.has(id)),
  }
}

/** Interviews somebody should be asked about: undecided or refused, with how much of them waits to be released. */
export function interviewsToAsk(group: HeldInGroup): (InterviewInCheck & { waiting: number })[] {
  return group.interviews
    .filter(({ consent }) => consent !== 'given')
    .map((interview) => ({ ...interview, waiting: waitingOf(group, interview.id).length }))
}

/** What was taken from an interview (null: from none) and can be released. */
export function waitingOf({ held }: HeldInGroup, interviewId: ArtefactId | null): Held[] {
  return held.filter((one) => one.reason === 'notReleased' && one.interviewId === interviewId)
}

/** These leave; a person is asked whether they should. */
const asksOnly: ReadonlySet<HeldReason> = new Set(['consentOpen', 'resting', 'recognisable', 'named'])

/** How much is withheld; what is only asked about is not. */
export const withheldIn = (groups: readonly HeldInGroup[]): number =>
  groups.reduce(
    (sum, { held, isNameHeld }) =>
      sum + held.filter(({ reason }) => !asksOnly.has(reason)).length + Number(isNameHeld),
    0,
  )
