import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { Clock } from '#server/ports/clock.ts'

/** A picture is at most so old while its room goes on changing. */
const FRESH_MS = 20_000

interface Wanted {
  workshopId: WorkshopId
  groupId: GroupId
  pageId: string
  /** When the room last changed; null where nobody knows. */
  changedAt: number | null
}

interface Known {
  pageId: string
  changedAt: number | null
  at: number
  png: Promise<Buffer | null>
}

/**
 * Small pictures of what rooms work on, for the overview. Drawn by a process of its own, once for everybody who looks, and
 * again only when the room has changed, at most every so often.
 */
export class RoomPictures {
  readonly #draw: (wanted: Wanted) => Promise<string | null>
  readonly #clock: Clock
  readonly #known = new Map<GroupId, Known>()

  constructor(draw: (wanted: Wanted) => Promise<string | null>, clock: Clock) {
    this.#draw = draw
    this.#clock = clock
  }

  /** Null where nothing lies on the page. @throws Problem as `ExportWorkers.run` */
  of(wanted: Wanted): Promise<Buffer | null> {
    const { groupId, pageId, changedAt } = wanted
    const known = this.#known.get(groupId)
    const now = this.#clock.now()
    if (known?.pageId === pageId && (known.changedAt === changedAt || now - known.at < FRESH_MS))
      return known.png
    const png = this.#draw(wanted).then((text) => (text === null ? null : Buffer.from(text, 'base64')))
    const entry = { pageId, changedAt, at: now, png }
    this.#known.set(groupId, entry)
    // Whoever asks next asks anew
    png.catch(() => {
      if (this.#known.get(groupId) === entry) this.#known.delete(groupId)
    })
    return png
  }
}
