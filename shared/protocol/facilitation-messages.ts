import { z } from 'zod'
import type { ErrorCode } from '../errors/catalogue.ts'
import { commandIdSchema, commandSchema, isCommandType } from '../facilitation/commands.ts'
import { memberId } from '../facilitation/fields.ts'
import { seenChangeSchema, seenStateSchema } from '../facilitation/view.ts'
import { ballotSchema, voteId } from '../facilitation/vote/vote.ts'
import { roles } from '../workshop/roles.ts'

/** Payload of message type 100: one varString of JSON, client to server. */
export const upMessageSchema = z.discriminatedUnion('type', [
  /** `id` is chosen by the client and comes back in the answer; the same id twice is the same command. */
  z.object({ type: z.literal('command'), id: commandIdSchema, command: commandSchema }),
  /** Goes into the ballot box; answered like a command, and replaces a former one. */
  z.object({ type: z.literal('ballot'), id: commandIdSchema, voteId, ballot: ballotSchema }),
  /** Asks for the server's clock; `sentAt` comes back unchanged, so that the way can be halved. */
  z.object({ type: z.literal('clock'), sentAt: z.number() }),
])
export type UpMessage = z.infer<typeof upMessageSchema>

/** What a client said. */
type Heard =
  | { type: 'understood'; message: UpMessage }
  /** A command that this version does not know, or whose fields are wrong: to be answered, not to be punished. */
  | { type: 'notUnderstood'; id: string; code: 'command_unknown' | 'command_invalid' }
  /** A kind of message that only a newer version knows. */
  | { type: 'ignored' }

const someMessage = z.object({ type: z.string().max(100) })
const someCommand = z.object({
  type: z.literal('command'),
  id: commandIdSchema,
  command: z.object({ type: z.string().max(100) }),
})
const knownTypes: ReadonlySet<string> = new Set(upMessageSchema.options.map(({ shape }) => shape.type.value))

/** A client's message, checked; null when it is none. */
export function hearUpMessage(text: string): Heard | null {
  const json = parsed(text)
  const message = upMessageSchema.safeParse(json).data
  if (message) return { type: 'understood', message }
  const command = someCommand.safeParse(json).data
  if (command) {
    const code = isCommandType(command.command.type) ? 'command_invalid' : 'command_unknown'
    return { type: 'notUnderstood', id: command.id, code }
  }
  const other = someMessage.safeParse(json).data
  return other && !knownTypes.has(other.type) ? { type: 'ignored' } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // not JSON
    return null
  }
}

const personSchema = z.object({
  /** Awareness (Yjs) client id of the connection. */
  clientId: z.number(),
  memberId,
  name: z.string(),
  organisation: z.string(),
  role: z.enum(roles),
  /** Index into the presence palette, stable for one member. */
  colour: z.number(),
})
/** Somebody with an open connection. Stamped by the server; presence states carry no identity. */
export type Person = z.infer<typeof personSchema>

/** A newer server may name one that this version does not know. */
const errorCode = z.string() as unknown as z.ZodType<ErrorCode>
const serverTime = z.number()

/** Payload of message type 100, server to client. `serverTime` in milliseconds since the Unix epoch. */
export const downMessageSchema = z.discriminatedUnion('type', [
  /** First facilitation message of every connection. */
  z.object({
    type: z.literal('welcome'),
    serverTime,
    generation: z.number(),
    me: personSchema,
    state: seenStateSchema,
    people: z.array(personSchema),
  }),
  /** Something was decided, and this is what it changed for this person; or this person's role shows other things now. */
  z.object({ type: z.literal('changed'), serverTime, state: seenChangeSchema }),
  z.object({ type: z.literal('accepted'), id: z.string() }),
  z.object({ type: z.literal('refused'), id: z.string(), code: errorCode }),
  z.object({ type: z.literal('clock'), sentAt: z.number(), serverTime }),
  z.object({ type: z.literal('people'), joined: z.array(personSchema), left: z.array(z.number()) }),
  /** An update of this connection was taken, but not all of it. */
  z.object({ type: z.literal('corrected'), code: errorCode }),
  /** How many cards people have written in a silent step until now; never whose, and never what. */
  z.object({ type: z.literal('drafts'), stepId: z.string(), cards: z.number() }),
  /** How many have voted until now; null where the ballots are gone and the vote is void. */
  z.object({ type: z.literal('turnout'), voteId, ballots: z.number().nullable() }),
  /** What this very person chose, on whichever device. */
  z.object({ type: z.literal('ownBallot'), voteId, ballot: ballotSchema }),
  /** The document looks again as in an earlier version of this name; the moment before is a version, too. */
  z.object({
    type: z.literal('restored'),
    name: z.string(),
    by: personSchema.pick({ memberId: true, name: true }),
  }),
  /** The room can no longer (or again) store changes. */
  z.object({ type: z.literal('storage'), writable: z.boolean() }),
])
export type DownMessage = z.infer<typeof downMessageSchema>
