import type { MemberId } from '#shared/base/ids.ts'
import type { BallotBox, BoxId } from '#server/ports/ballot-box.ts'
import { MemoryDisk } from './disk.ts'

/** Ballots in memory, for tests and try-outs: as secret as the process. */
export class MemoryBallotBox implements BallotBox {
  readonly #boxes = new Map<string, { id: BoxId; choices: Map<MemberId, string> }>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async open(id: BoxId): Promise<void> {
    if (this.#boxes.has(nameOf(id))) return
    this.#disk.write()
    this.#boxes.set(nameOf(id), { id, choices: new Map() })
  }

  async cast(id: BoxId, memberId: MemberId, choice: string): Promise<boolean> {
    const box = this.#boxes.get(nameOf(id))
    if (!box) return false
    this.#disk.write()
    box.choices.set(memberId, choice)
    return true
  }

  async own(id: BoxId, memberId: MemberId): Promise<string | null> {
    return this.#boxes.get(nameOf(id))?.choices.get(memberId) ?? null
  }

  async turnout(id: BoxId): Promise<number | null> {
    return this.#boxes.get(nameOf(id))?.choices.size ?? null
  }

  async choices(id: BoxId): Promise<string[] | null> {
    const box = this.#boxes.get(nameOf(id))
    return box ? [...box.choices.values()].sort() : null
  }

  async destroy(id: BoxId): Promise<void> {
    this.#boxes.delete(nameOf(id))
  }

  async ids(): Promise<BoxId[]> {
    return Array.from(this.#boxes.values(), ({ id }) => id)
  }

  async close(): Promise<void> {
    this.#boxes.clear()
  }
}

const nameOf = ({ groupId, voteId }: BoxId) => `${groupId}.${voteId}`
