import { accepted } from '../../base/result.ts'
import type { Deciders } from '../topic.ts'
import type { FinishedCommand } from './commands.ts'
import type { FinishedEvent } from './events.ts'
import type { Finished } from './state.ts'

export const decideFinished: Deciders<FinishedCommand, { finished: Finished }, FinishedEvent> = {
  finish: ({ finished: { who } }, _command, { by }) =>
    accepted(who.includes(by) ? [] : [{ type: 'MemberFinished' }]),
  unfinish: ({ finished: { who } }, _command, { by }) =>
    accepted(who.includes(by) ? [{ type: 'MemberUnfinished' }] : []),
}
