import type * as Y from 'yjs'
import { limits } from '#shared/base/limits.ts'
import { weightOf } from '#shared/document/correction-rules.ts'

type Entries = Y.Map<unknown>

/** What is in a map: how many entries, and what they weigh. */
interface Load {
  entries: number
  weight: number
}

/**
 * How full maps are, counted once for each while an update is looked at: asked anew for each of its entries, five thousand
 * tags on one card took four seconds. Whoever writes into a map meanwhile does so through `write`.
 */
export class Loads {
  readonly #loads = new Map<Entries, Load>()
  /** Weights of values that are objects; those never change, they are replaced. */
  readonly #weights = new WeakMap<object, number>()

  entriesIn(map: Entries): number {
    return this.#loadOf(map).entries
  }

  /** Whether a record or artefact has or weighs more than it may. */
  isOverweight(map: Entries): boolean {
    const { entries, weight } = this.#loadOf(map)
    return entries > limits.maxEntriesPerMap || weight > limits.maxBoardRecordBytes
  }

  /** Changes one entry of a map. */
  write(map: Entries, key: string, change: () => void): void {
    const load = this.#loads.get(map)
    if (!load) return change()
    this.#add(load, map, key, -1)
    change()
    this.#add(load, map, key, 1)
  }

  #loadOf(map: Entries): Load {
    const known = this.#loads.get(map)
    if (known) return known
    const load: Load = { entries: 0, weight: 0 }
    for (const key of map.keys()) this.#add(load, map, key, 1)
    this.#loads.set(map, load)
    return load
  }

  #add(load: Load, map: Entries, key: string, sign: 1 | -1): void {
    if (!map.has(key)) return
    load.entries += sign
    load.weight += sign * this.#weigh(key, map.get(key))
  }

  #weigh(key: string, value: unknown): number {
    if (typeof value !== 'object' || value === null) return weightOf(key, value)
    const known = this.#weights.get(value)
    if (known !== undefined) return known
    const weight = weightOf(key, value)
    this.#weights.set(value, weight)
    return weight
  }
}
