import type { Clock } from '#server/ports/clock.ts'
import type { LogEntry, UpdateLog } from '#server/ports/update-log.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { Batch } from './document-sync.ts'
import type { RoomMetrics } from './metrics.ts'
import type { TickPace } from './tick-pace.ts'

/** What the ticker asks of a room. */
export interface TickedRoom {
  readonly groupId: LogEntry['groupId']
  takeBatch(): Batch | null
  /** The batch is durable. Tells peers and senders, together with whatever else is due. */
  committed(batch: Batch): void
  /** A new tick has begun. */
  tick(tick: number): void
  /** Sends what waits for no commit: presence, people, acknowledgements of frames that changed nothing. */
  flush(): void
  /** Whether there is anything left to do at a later tick. */
  readonly needsTick: boolean
}

interface TickerDeps {
  updateLog: UpdateLog
  clock: Clock
  logger: Logger
  metrics: RoomMetrics
  pace: TickPace
  onStorage: (writable: boolean) => void
}

interface RunningCommit {
  batches: Map<TickedRoom, Batch>
  startedAtTick: number
}

const RETRY_FIRST_MS = 50
const RETRY_MAX_MS = 1_000
/** A single failure may be a hiccup; this many in a row are told to people. */
const FAILURES_BEFORE_NOTICE = 3

/**
 * The heartbeat of all rooms: one tick gathers what changed everywhere, one transaction with one fsync makes it
 * durable, then each room sends one frame. Invariants (cited by the tests):
 * 1. Peers and senders learn of a change only after it is durable.
 * 2. A batch is offered to the log until it is taken; the next one waits behind it, so the order stays.
 * 3. While nobody does anything no timer runs.
 */
export class CommitTicker {
  readonly #deps: TickerDeps
  readonly #awake = new Set<TickedRoom>()
  #tick = 0
  #nextTickAt = 0
  #cancelTick: (() => void) | null = null
  #running: RunningCommit | null = null
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
    this.#nextTickAt = this.#deps.clock.now() + this.#deps.pace.nextMs()
    this.#tick++
    if (!this.#running) this.#startCommit()
    for (const room of this.#awake) {
      room.tick(this.#tick)
      const waits = this.#running?.startedAtTick === this.#tick && this.#running.batches.has(room)
      if (!waits) room.flush()
      if (!room.needsTick && !this.#running?.batches.has(room)) this.#awake.delete(room)
    }
    this.#wakeWaiting()
    if (this.#awake.size > 0) this.#schedule()
  }

  #startCommit(): void {
    const batches = new Map<TickedRoom, Batch>()
    for (const room of this.#awake) {
      const batch = room.takeBatch()
      if (batch) batches.set(room, batch)
    }
    if (batches.size === 0) return
    this.#running = { batches, startedAtTick: this.#tick }
    const entries = [...batches].map(([{ groupId }, { update, newClients }]) => ({
      groupId,
      update,
      newClients,
    }))
    void this.#commit(this.#running, entries)
  }

  async #commit(commit: RunningCommit, entries: LogEntry[]): Promise<void> {
    const startedAt = performance.now()
    try {
      await this.#deps.updateLog.append(entries)
    } catch (error) {
      this.#failed(commit, entries, error)
      return
    }
    this.#deps.metrics.commits++
    this.#deps.metrics.updatesStored += entries.length
    this.#deps.metrics.commitMs.observe(performance.now() - startedAt)
    this.#recovered()
    this.#running = null
    for (const [room, batch] of commit.batches) {
      room.committed(batch)
      if (room.needsTick) this.wake(room)
    }
    this.#wakeWaiting()
  }

  #failed(commit: RunningCommit, entries: LogEntry[], error: unknown): void {
    this.#deps.metrics.commitFailures++
    const wasWritable = this.isWritable
    this.#failures++
    const cause = error instanceof Error ? error : new Error(String(error))
    this.#deps.logger.error({ err: cause, failures: this.#failures }, 'storing changes failed')
    if (wasWritable && !this.isWritable) this.#deps.onStorage(false)
    if (this.#stopped) return
    const delayMs = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** Math.min(this.#failures, 10))
    this.#deps.clock.after(delayMs, () => void this.#commit(commit, entries))
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
