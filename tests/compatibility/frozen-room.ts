import { join } from 'node:path'
import { rootNames, rootsOf } from '#shared/document/roots.ts'
import type * as Y from 'yjs'

/** What a release leaves behind for all later ones, in a folder named after it. */
export const frozenFiles = (folder: string) => ({
  /** The rooms' database, closed in good order. */
  database: join(folder, 'rooms.sqlite'),
  /** Every frame that clients sent, in order, as `FrozenMeeting`. */
  meeting: join(folder, 'meeting.json'),
})

export interface FrozenMeeting {
  groupId: string
  members: { id: string; role: 'moderator' | 'participant'; client: number }[]
  /** Update the room began with, in hexadecimal. */
  prepared: string
  /** Index of the member, and the frame in hexadecimal. */
  frames: [member: number, hex: string][]
  /** What the document held in the end. */
  content: Record<string, unknown>
  events: string[]
  versionNames: string[]
}

/** A document's content as plain data. */
export function contentOf(doc: Y.Doc): Record<string, unknown> {
  const roots = rootsOf(doc)
  const plain = Object.fromEntries(rootNames.map((name) => [name, roots[name].toJSON()]))
  return JSON.parse(JSON.stringify(plain)) as Record<string, unknown>
}
