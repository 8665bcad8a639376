import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import { firstPageOf } from '#shared/document/board-record.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import { currentSchema, migrate, schemaOf } from '#shared/document/migrations.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import { isPhase } from '#shared/workshop/phases.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import type { Author } from './audit.ts'
import { DocumentSync } from './document-sync.ts'
import { Facilitator } from './facilitator.ts'
import { Room, type RoomDeps } from './room.ts'

export interface RoomLoaderDeps extends Omit<RoomDeps, 'groupId' | 'sync' | 'facilitator' | 'onEmpty'> {
  updateLog: UpdateLog
  eventLog: EventLog
  onEmpty: (room: Room) => void
  onRemoval: (groupId: GroupId, before: () => Uint8Array, author: Author) => void
  onEvent: (room: Room, envelope: EventEnvelope, before: FacilitationState) => void
}

export interface LoadedRoom {
  room: Room
  /** Bytes in the log since the last snapshot. */
  bytesSinceSnapshot: number
}

/** Builds a live room from both logs. @throws Error when what is stored cannot be read completely */
export async function loadRoom(groupId: GroupId, deps: RoomLoaderDeps): Promise<LoadedRoom> {
  const { updateLog, eventLog, clock, logger } = deps
  const stored = await updateLog.load(groupId)
  const sync = await DocumentSync.open(stored, (before, author) => deps.onRemoval(groupId, before, author))
  const strays = removeStrays(sync)
  if (strays > 0) logger.warn({ groupId, strays }, 'entries that are no records were removed')
  const facilitator = await Facilitator.load({
    groupId,
    eventLog,
    clock,
    initial: firstState(sync.roots),
    pageExists: (pageId) => sync.roots.board.get(pageId)?.get('typeName') === 'page',
    onEvent: (envelope, before) => {
      room.outlet.tellAll({ type: 'event', serverTime: clock.now(), envelope })
      deps.onEvent(room, envelope, before)
    },
  })
  const migrated = migrateIfNeeded(sync)
  if (migrated.length > 0) logger.info({ groupId, migrations: migrated.join(', ') }, 'document migrated')
  const room: Room = new Room({ ...deps, groupId, sync, facilitator, onEmpty: () => deps.onEmpty(room) })
  if (sync.isDirty) room.outlet.wake()
  return { room, bytesSinceSnapshot: stored.bytesSinceSnapshot }
}

/**
 * Removes entries of the roots that are no records at all. Nobody can send such a thing, so they come from a damaged
 * or tampered database; every reader, here and in the browser, would stumble over one. Answers how many there were.
 */
function removeStrays(sync: DocumentSync): number {
  const { artefacts, board, comments } = sync.roots
  const strays = [artefacts, board, comments].flatMap((root) =>
    Array.from(root.entries(), ([key, value]: [string, unknown]) => ({ root, key, value })).filter(
      ({ value }) => !(value instanceof Y.Map),
    ),
  )
  if (strays.length > 0) sync.change(() => strays.forEach(({ root, key }) => root.delete(key)))
  return strays.length
}

/** An empty document is left empty: whoever fills it writes the number. */
function migrateIfNeeded(sync: DocumentSync): string[] {
  const { meta, board, artefacts } = sync.roots
  const isEmpty = meta.size + board.size + artefacts.size === 0
  if (isEmpty || schemaOf(sync.roots) === currentSchema) return []
  let done: string[] = []
  sync.change(() => (done = migrate(sync.doc)))
  return done
}

/** Before anybody decided anything: the first page and its phase. */
export function firstState({ board }: Roots): FacilitationState {
  const id = firstPageOf(board)
  const phase = id === null ? null : board.get(id)?.get('m.phase')
  return initialState(isPhase(phase) ? phase : 'preparation', id ?? '')
}
