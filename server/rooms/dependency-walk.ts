import * as Y from 'yjs'
import { limits } from '#shared/base/limits.ts'
import { indexAt, type Places } from './places.ts'
import { Place, type StructRun } from './update-scan.ts'

/**
 * - complete: every struct finds what it needs, in some order.
 * - incomplete: something is missing, or needed in a circle; Yjs would keep a part of the update pending for ever.
 * - tooDeep: types stand inside of types further than our documents ever go; Yjs clears them away by recursion.
 * - contradictory, tooFar: see `Places`.
 */
export type Walked = 'complete' | 'incomplete' | 'tooDeep' | 'contradictory' | 'tooFar'

/** Walks the structs of an update in an order in which each finds what it needs; all of them once. */
export function walkDependencies(runs: StructRun[], doc: Y.Doc, places: Places | null = null): Walked {
  return new DependencyWalk(runs, doc, places).walk()
}

/** That it went well, why it cannot, or what is lacking. */
type Step = 'done' | Exclude<Walked, 'complete' | 'incomplete'> | { client: number; clock: number }

/** How far the structs of one client have come. */
interface Progress {
  run: StructRun
  /** Clock up to which the document has them. */
  known: number
  /** Index of the next struct. */
  next: number
  /** Clock up to which everything is there. */
  reached: number
  /** Whether somebody further down in the pile waits for it. */
  isWaiting: boolean
  /** Per struct, how many types it stands inside of; kept only where the update begins new types. */
  depths: number[] | null
}

/**
 * Follows each need to the client it is of, goes on there until it is met, and comes back. Each step moves a struct or
 * begins a need, so that it costs what the update weighs: going round all clients again and again, until nothing moved
 * any more, cost 30 s for 4 MB of 490 clients that depend on each other in turn.
 */
class DependencyWalk {
  readonly #doc: Y.Doc
  readonly #places: Places | null
  readonly #progress = new Map<number, Progress>()

  constructor(runs: StructRun[], doc: Y.Doc, places: Places | null) {
    this.#doc = doc
    this.#places = places
    const hasTypes = runs.some((run) => run.hasTypes)
    for (const run of runs) {
      const known = Y.getState(doc.store, run.client)
      const depths = hasTypes ? [] : null
      this.#progress.set(run.client, { run, known, next: 0, reached: known, isWaiting: false, depths })
    }
  }

  walk(): Walked {
    for (const progress of this.#progress.values()) {
      const walked = this.#finish(progress)
      if (walked !== 'complete') return walked
    }
    return 'complete'
  }

  #finish(first: Progress): Walked {
    const pile: { progress: Progress; until: number }[] = [{ progress: first, until: Infinity }]
    while (pile.length > 0) {
      const { progress, until } = pile.at(-1)!
      const step = this.#advance(progress, until)
      if (step === 'done') {
        progress.isWaiting = false
        pile.pop()
        continue
      }
      if (typeof step === 'string') return step
      const needed = this.#progress.get(step.client)
      // In nobody's hands, in the hands of somebody who waits for this one, or never written
      if (!needed || needed.isWaiting || step.client === progress.run.client) return 'incomplete'
      if (step.clock >= needed.run.end) return 'incomplete'
      progress.isWaiting = true
      pile.push({ progress: needed, until: step.clock })
    }
    return 'complete'
  }

  /** Goes on until a clock is there; answers what is lacking otherwise. */
  #advance(progress: Progress, until: number): Step {
    const { run } = progress
    for (; progress.next < run.clocks.length && progress.reached <= until; progress.next++) {
      const at = progress.next
      const needsEnd = run.needsAt[at + 1] ?? run.needs.length
      for (let n = run.needsAt[at]!; n < needsEnd; n += 2) {
        const [client, clock] = [run.needs[n]!, run.needs[n + 1]!]
        if (clock >= this.#reached(client)) return { client, clock }
      }
      const end = run.clocks[at + 1] ?? run.end
      const depth = progress.depths && end > progress.known ? this.#measure(run, at) : 0
      if (depth > limits.maxTypeDepth) return 'tooDeep'
      progress.depths?.push(depth)
      const placed = end > progress.known ? this.#places?.take(run, at) : undefined
      if (placed !== undefined && placed !== 'sound') return placed
      progress.reached = Math.max(progress.reached, end)
    }
    return 'done'
  }

  #reached(client: number): number {
    return this.#progress.get(client)?.reached ?? Y.getState(this.#doc.store, client)
  }

  #measure(run: StructRun, at: number): number {
    const from = run.needsAt[at]!
    if (run.places[at] === Place.root) return 0
    if (run.places[at] === Place.inside) return this.#depthOf(run.needs[from]!, run.needs[from + 1]!) + 1
    // Yjs puts it where its left neighbour is, or else its right one; the deeper of them counts
    const needsEnd = run.needsAt[at + 1] ?? run.needs.length
    let depth = 0
    for (let n = from; n < needsEnd; n += 2)
      depth = Math.max(depth, this.#depthOf(run.needs[n]!, run.needs[n + 1]!))
    return depth
  }

  /** What the document has is looked up there, whatever the update says of it. */
  #depthOf(client: number, clock: number): number {
    const progress = this.#progress.get(client)
    if (progress && clock >= progress.known)
      return progress.depths?.[indexAt(progress.run.clocks, clock)] ?? 0
    return depthInDocument(Y.getItem(this.#doc.store, Y.createID(client, clock)))
  }
}

/** What is read of a document goes no further than is of interest. */
function depthInDocument(struct: Y.Item | Y.GC): number {
  let depth = 0
  let at: Y.Item | null = struct instanceof Y.Item ? parentOf(struct) : null
  while (at && depth <= limits.maxTypeDepth) {
    depth++
    at = parentOf(at)
  }
  return depth
}

function parentOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null
}
