import { accepted } from '../../base/result.ts'
import type { Deciders } from '../topic.ts'
import type { FinishedCommand } from './commands.ts'
import type { FinishedEvent } from './events.ts'
import type { Finished } from './state.ts'

export const decideFinished: Deciders<FinishedCommand, { finished: Finished }, FinishedEvent> = {
  finish: ({ finished }, _command, { by }) =>
    accepted(finished.includes(by) ? [] : [{ type: 'MemberFinished' }]),
  unfinish: ({ finished }, _command, { by }) =>
    accepted(finished.includes(by) ? [{ type: 'MemberUnfinished' }] : []),
}
