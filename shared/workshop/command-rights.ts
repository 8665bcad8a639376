import type { Role } from './roles.ts'

const moderators: readonly Role[] = ['moderator']
/** Who speaks and writes in the room. */
const takingPart: readonly Role[] = ['moderator', 'manager', 'participant']
const everybody: readonly Role[] = [...takingPart, 'observer']
const participants: readonly Role[] = ['manager', 'participant']
/** What the server alone gives, in the name of whom it concerns. */
const nobody: readonly Role[] = []

/**
 * Who may give which command, one line each. A command that is not here cannot be given at all: the deciders do not
 * compile without its line.
 */
const commandRights = {
  goToPhase: moderators,
  openPage: moderators,
  gather: moderators,

  startTimer: moderators,
  pauseTimer: moderators,
  resumeTimer: moderators,
  extendTimer: moderators,
  endTimer: moderators,

  lock: moderators,
  unlock: moderators,

  startStep: moderators,
  nextStep: moderators,
  backStep: moderators,
  skipStep: moderators,
  changeStep: moderators,
  setMode: moderators,
  endStep: moderators,
  concludeStep: moderators,
  undoStep: moderators,

  revealDrafts: moderators,

  prepareVote: moderators,
  openVote: moderators,
  closeVote: moderators,
  reopenVote: moderators,
  countVote: moderators,
  discardVote: moderators,

  lockPage: moderators,
  unlockPage: moderators,

  closeDoor: moderators,
  openDoor: moderators,
  admit: moderators,
  knock: nobody,

  sayToRoom: moderators,
  clearMessage: moderators,
  summon: moderators,
  endSummons: moderators,

  raiseHand: takingPart,
  lowerHand: takingPart,
  tickOffHand: moderators,
  takeDownHand: moderators,

  mute: moderators,
  unmute: moderators,

  react: everybody,
  switchReactions: moderators,

  finish: participants,
  unfinish: participants,
} as const satisfies Record<string, readonly Role[]>

type CommandName = keyof typeof commandRights
type CommandAction = `command.${CommandName}`

export const commandNames = Object.keys(commandRights) as CommandName[]
/** The right to give one command, as `may` knows it. */
export const commandAction = (name: CommandName): CommandAction => `command.${name}`

/** The commands of a role. */
export function commandsOf(role: Role): CommandAction[] {
  return commandNames.filter((name) => commandRights[name].includes(role)).map(commandAction)
}
