import type { Role } from './roles.ts'

/** What a step lets people do on its page. */
export const modeTypes = ['open', 'silent', 'vote', 'discuss', 'present', 'locked'] as const
export type ModeType = (typeof modeTypes)[number]

export const pageActions = [
  /** Change what everybody sees: cards, fields, the board. */
  'page.write',
  /** Write what nobody else sees before it is revealed. */
  'page.draft',
  /** Cast a ballot; who exactly is eligible is settled when the vote opens. */
  'page.vote',
  /** Comment and react. */
  'page.comment',
] as const
export type PageAction = (typeof pageActions)[number]

const nobody: readonly Role[] = []
const moderators: readonly Role[] = ['moderator']
const writers: readonly Role[] = ['moderator', 'manager', 'participant']
const voters: readonly Role[] = ['manager', 'participant']
const everybody: readonly Role[] = ['moderator', 'manager', 'participant', 'observer']

/**
 * Role × mode × action. Managers act as participants; moderators edit without unlocking; observers read in every mode
 * and give feedback where the step allows it.
 */
export const modeRights: Record<ModeType, Record<PageAction, readonly Role[]>> = {
  open: { 'page.write': writers, 'page.draft': nobody, 'page.vote': nobody, 'page.comment': everybody },
  silent: { 'page.write': moderators, 'page.draft': writers, 'page.vote': nobody, 'page.comment': nobody },
  vote: { 'page.write': moderators, 'page.draft': nobody, 'page.vote': voters, 'page.comment': nobody },
  discuss: {
    'page.write': moderators,
    'page.draft': nobody,
    'page.vote': nobody,
    'page.comment': everybody,
  },
  present: {
    'page.write': moderators,
    'page.draft': nobody,
    'page.vote': nobody,
    'page.comment': everybody,
  },
  locked: { 'page.write': moderators, 'page.draft': nobody, 'page.vote': nobody, 'page.comment': nobody },
}

/** Whether a mode lets anybody do this, whoever it is. */
export const lets = (mode: ModeType, action: PageAction): boolean => modeRights[mode][action].length > 0
