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

  open(id: BoxId): void {
    if (this.#boxes.has(nameOf(id))) return
    this.#disk.write()
    this.#boxes.set(nameOf(id), { id, choices: new Map() })
  }

  async cast(id: BoxId, memberId: MemberId, choice: string): Promise<void> {
    const box = this.#boxes.get(nameOf(id))
    if (!box) throw new Error('there is no such ballot box')
    this.#disk.write()
    box.choices.set(memberId, choice)
  }

  own(id: BoxId, memberId: MemberId): string | null {
    return this.#boxes.get(nameOf(id))?.choices.get(memberId) ?? null
  }

  turnout(id: BoxId): number | null {
    return this.#boxes.get(nameOf(id))?.choices.size ?? null
  }

  choices(id: BoxId): string[] | null {
    const box = this.#boxes.get(nameOf(id))
    return box ? [...box.choices.values()].sort() : null
  }

  destroy(id: BoxId): void {
    this.#boxes.delete(nameOf(id))
  }

  ids(): BoxId[] {
    return Array.from(this.#boxes.values(), ({ id }) => id)
  }

  close(): void {
    this.#boxes.clear()
  }
}

const nameOf = ({ groupId, voteId }: BoxId) => `${groupId}.${voteId}`
