import { z } from 'zod'
import { topics } from './topics.ts'

/**
 * What may be asked of a room. Commands ask; only events change anything. Who may ask what is the table in
 * `shared/workshop/command-rights.ts`. All are safe to send twice under the same id.
 */
export const commandSchema = z.discriminatedUnion('type', [
  ...topics.place.commands,
  ...topics.timer.commands,
  ...topics.lock.commands,
  ...topics.step.commands,
  ...topics.hands.commands,
  ...topics.finished.commands,
  ...topics.reactions.commands,
  ...topics.muted.commands,
  ...topics.silent.commands,
  ...topics.votes.commands,
  ...topics.call.commands,
  ...topics.pageLocks.commands,
  ...topics.lobby.commands,
])
export type Command = z.infer<typeof commandSchema>

const types: ReadonlySet<string> = new Set(commandSchema.options.map(({ shape }) => shape.type.value))
/** Whether this version knows such a command; a newer client may send others. */
export const isCommandType = (type: string): type is Command['type'] => types.has(type)

/**
 * Names one command of one member. Chosen at random by the client and kept while it is sent again, so that a command
 * whose answer got lost has its effect once.
 */
export const commandIdSchema = z.string().regex(/^[\w-]{16,64}$/)
