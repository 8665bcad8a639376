import type { Clock } from '#server/ports/clock.ts'
import type { LogEntry, UpdateLog } from '#server/ports/update-log.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { RoomMetrics } from './metrics.ts'
import type { TickPace } from './tick-pace.ts'
import type { Batch } from './uncommitted.ts'

/** What the ticker asks of a room. */
export interface TickedRoom {
  readonly groupId: LogEntry['groupId']
  /** Whether something waits to be stored. */
  readonly isDirty: boolean
  takeBatch(): Batch | null
  /** The batch is durable. Tells peers and senders, together with whatever else is due. */
  committed(batch: Batch): void
  /** A tick has come. */
  tick(): void
  /** Sends what waits for no commit: presence, people, acknowledgements of frames that changed nothing. */
  flush(): void
  /** Whether there is anything left to do at a later tick. */
  readonly needsTick: boolean
  /** Something went wrong in what the ticker asked of the room. */
  broke(cause: Error): void
}

interface TickerDeps {
  updateLog: UpdateLog
  clock: Clock
  logger: Logger
  metrics: RoomMetrics
  pace: TickPace
  onStorage: (writable: boolean) => void
}

type Batches = ReadonlyMap<TickedRoom, Batch>

const RETRY_FIRST_MS = 50
const RETRY_MAX_MS = 1_000
/** A single failure may be a hiccup; this many in a row are told to people. */
const FAILURES_BEFORE_NOTICE = 3

/**
 * The heartbeat of all rooms: one tick gathers what changed in them, one transaction with one fsync makes it durable,
 * then each of them sends one frame. Invariants (cited by the tests):
 * 1. Peers and senders learn of a change only after it is durable.
 * 2. A batch is offered to the log until it is taken; the next one waits behind it, so the order stays. What does not
 *    follow on the batch before is not offered: with a gap in it a log could never be read again.
 * 3. While nobody does anything no timer runs.
 * 4. What goes wrong in one room ends that room; the others of the same tick get theirs.
 * 5. What changed when a tick comes while a commit runs is in the next one, which follows it at once.
 */
export class CommitTicker {
  readonly #deps: TickerDeps
  readonly #awake = new Set<TickedRoom>()
  /** Those who wait for a commit to begin. */
  readonly #due = new Set<TickedRoom>()
  /** Number of the last change that was offered to the log. */
  readonly #offered = new WeakMap<TickedRoom, number>()
  #nextTickAt = 0
  #cancelTick: (() => void) | null = null
  #running: Batches | null = null
  #failures = 0
  #idle: (() => void)[] = []
  #stopped = false

  constructor(deps: TickerDeps) {
    this.#deps = deps
  }

  get isWritable(): boolean {
    return this.#failures < FAILURES_BEFORE_NOTICE
  }

  /** Makes sure a room is looked at in the next tick. */
  wake(room: TickedRoom): void {
    this.#awake.add(room)
    this.#schedule()
  }

  /** Resolves once everything that changed until now is durable. */
  async flushed(): Promise<void> {
    while (this.#running || [...this.#awake].some((room) => room.needsTick)) {
      if (this.#stopped) return
      await new Promise<void>((resolve) => this.#idle.push(resolve))
    }
  }

  /** Resolves once everything that changed in one room until now is durable, or can never be. */
  async settled(room: TickedRoom): Promise<void> {
    while ((room.isDirty || this.#running?.has(room)) && !this.#stopped) {
      this.wake(room)
      await new Promise<void>((resolve) => this.#idle.push(resolve))
    }
  }

  stop(): void {
    this.#stopped = true
    this.#cancelTick?.()
    this.#cancelTick = null
    this.#wakeWaiting()
  }

  #schedule(): void {
    if (this.#cancelTick || this.#stopped) return
    const delayMs = Math.max(0, this.#nextTickAt - this.#deps.clock.now())
    this.#cancelTick = this.#deps.clock.after(delayMs, () => this.#onTick())
  }

  #onTick(): void {
    this.#cancelTick = null
    this.#nextTickAt = this.#deps.clock.now() + this.#deps.pace.next()
    for (const room of this.#awake) this.#visitSafely(room)
    if (!this.#running) this.#startCommit()
    this.#wakeWaiting()
    if (this.#awake.size > 0) this.#schedule()
  }

  /** Of a room that breaks only what it has to store still counts. */
  #visitSafely(room: TickedRoom): void {
    const isWell = guarded(room, () => {
      this.#visit(room)
      return true
    })
    if (isWell) return
    this.#awake.delete(room)
    if (room.isDirty) this.#due.add(room)
  }

  #visit(room: TickedRoom): void {
    room.tick()
    // What is about to be committed takes everything else along
    if (room.isDirty) this.#due.add(room)
    if (!room.isDirty || this.#running) room.flush()
    if (!room.needsTick && !this.#running?.has(room)) this.#awake.delete(room)
  }

  #startCommit(): void {
    const batches = new Map<TickedRoom, Batch>()
    for (const room of this.#due) {
      const batch = guarded(room, () => this.#nextBatchOf(room))
      if (batch) batches.set(room, batch)
    }
    this.#due.clear()
    if (batches.size === 0) return
    this.#running = batches
    void this.#commit(batches)
  }

  #nextBatchOf(room: TickedRoom): Batch | null {
    const batch = room.takeBatch()
    if (!batch) return null
    if (batch.after !== (this.#offered.get(room) ?? 0)) throw new Error('changes before a batch are lost')
    this.#offered.set(room, batch.upTo)
    return batch
  }

  async #commit(batches: Batches): Promise<void> {
    const entries: LogEntry[] = [...batches].flatMap(([{ groupId }, { update, newClients, aside }]) => [
      { groupId, update, newClients },
      ...aside,
    ])
    const startedAt = performance.now()
    try {
      await this.#deps.updateLog.append(entries)
    } catch (error) {
      this.#failed(batches, error)
      return
    }
    this.#deps.metrics.commits++
    this.#deps.metrics.updatesStored += entries.length
    this.#deps.metrics.commitMs.observe(performance.now() - startedAt)
    this.#recovered()
    this.#running = null
    for (const [room, batch] of batches) {
      guarded(room, () => room.committed(batch))
      if (room.needsTick) this.wake(room)
    }
    this.#startCommit()
    this.#wakeWaiting()
  }

  #failed(batches: Batches, error: unknown): void {
    this.#deps.metrics.commitFailures++
    const wasWritable = this.isWritable
    this.#failures++
    const cause = error instanceof Error ? error : new Error(String(error))
    this.#deps.logger.error({ err: cause, failures: this.#failures }, 'storing changes failed')
    if (wasWritable && !this.isWritable) this.#deps.onStorage(false)
    if (this.#stopped) return
    const delayMs = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** Math.min(this.#failures, 10))
    this.#deps.clock.after(delayMs, () => void this.#commit(batches))
  }

  #recovered(): void {
    const wasWritable = this.isWritable
    this.#failures = 0
    if (!wasWritable) this.#deps.onStorage(true)
  }

  #wakeWaiting(): void {
    const waiting = this.#idle
    this.#idle = []
    for (const resolve of waiting) resolve()
  }
}

function guarded<Value>(room: TickedRoom, act: () => Value): Value | null {
  try {
    return act()
  } catch (error) {
    room.broke(error instanceof Error ? error : new Error(String(error)))
    return null
  }
}
