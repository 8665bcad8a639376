import type { GroupId } from '#shared/base/ids.ts'
import { firstPageOf } from '#shared/document/board-record.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import { mend, needsMending } from '#shared/document/mend.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import { isPhase } from '#shared/workshop/phases.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import type { Removed } from './taken-away.ts'
import type { Author } from './author.ts'
import { DocumentSync, type StateBefore } from './document-sync.ts'
import { Facilitator } from './facilitator.ts'
import type { RoomSecrets } from './room-secrets.ts'
import { Room, type RoomDeps } from './room.ts'

export interface RoomLoaderDeps extends Omit<
  RoomDeps,
  'groupId' | 'sync' | 'facilitator' | 'onEmpty' | 'onBroken' | 'onEntered' | 'cast' | 'putAside'
> {
  updateLog: UpdateLog
  eventLog: EventLog
  onEmpty: (room: Room) => void
  /** The room cannot go on; called any number of times. With whose change did it, where it was a change. */
  onBroken: (room: Room, cause: Error, author: Author | null) => void
  onRemoval: (groupId: GroupId, removed: Removed, before: () => StateBefore, author: Author) => void
  secrets: RoomSecrets
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
  let opened: Room | null = null
  const sync = await DocumentSync.open(stored, {
    onRemoval: (removed, before, author) => deps.onRemoval(groupId, removed, before, author),
    onBroken: (cause, author) => opened && deps.onBroken(opened, cause, author),
  })
  mendIfNeeded(sync, groupId, logger)
  const facilitator = await Facilitator.load({
    load: () => eventLog.load(groupId),
    commit: (envelopes) => deps.secrets.commit({ groupId, sync, wake: () => room.outlet.wake() }, envelopes),
    clock,
    initial: firstState(sync.roots),
    tally: (vote) => deps.secrets.tally(groupId, vote),
    pageExists: (pageId) => sync.roots.board.get(pageId)?.get('typeName') === 'page',
    onEvent: (envelope, before) => deps.onEvent(room, envelope, before),
    onChange: (before, after) => room.outlet.tellChange(before, after),
    onUnreadable: ({ seq }) => {
      deps.metrics.eventsPassedOver++
      logger.warn({ groupId, seq }, 'an event of another version was passed over')
    },
  })
  const room: Room = new Room({
    ...deps,
    groupId,
    sync,
    facilitator,
    onEntered: (memberId, tell) => deps.secrets.entered(groupId, facilitator.state, memberId, tell),
    cast: (...ballot) => deps.secrets.cast(...ballot),
    putAside: (change) => deps.secrets.putAside(change),
    onEmpty: () => deps.onEmpty(room),
    onBroken: (cause) => deps.onBroken(room, cause, null),
  })
  opened = room
  if (sync.isDirty) room.outlet.wake()
  return { room, bytesSinceSnapshot: stored.bytesSinceSnapshot }
}

/** Others see it together with whatever they do next. */
function mendIfNeeded(sync: DocumentSync, groupId: GroupId, logger: Logger): void {
  if (!needsMending(sync.doc)) return
  sync.change(() => {
    const { strays, migrations } = mend(sync.doc)
    const level = strays > 0 ? 'warn' : 'info'
    logger[level]({ groupId, strays, migrations: migrations.join(', ') }, 'a stored document was mended')
  })
}

/** Before anybody decided anything: the first page and its phase. */
function firstState({ board }: Roots): FacilitationState {
  const id = firstPageOf(board)
  const phase = id === null ? null : board.get(id)?.get('m.phase')
  return initialState(isPhase(phase) ? phase : 'preparation', id ?? '')
}
