import * as encoding from 'lib0/encoding'
import { scanUpdate, type ScannedUpdate, type StructRun } from './update-scan.ts'

/** Structs of one run that go into the same slice, by index. */
interface Stretch {
  run: StructRun
  from: number
  to: number
}

/**
 * An update as several that do the same one after the other: Yjs takes an update in one go, and for a big document
 * that is a tenth of a second or more. Structs are copied as they are; each slice depends only on those before it, and
 * what is deleted comes last. An update that cannot be sliced is answered whole.
 */
export function* slicesOf(update: Uint8Array, maxBytes: number): Generator<Uint8Array> {
  const scan = update.length > maxBytes ? scanUpdate(update) : null
  if (!scan || !(yield* structSlices(update, scan, maxBytes))) yield update
  else if (scan.deletes.length > 0) yield encode(update, [], update.subarray(scan.deletesAt))
}

/** False when some dependency is not in the update and not before it, or in a circle. */
function* structSlices(
  update: Uint8Array,
  { runs }: ScannedUpdate,
  maxBytes: number,
): Generator<Uint8Array, boolean> {
  const next = new Map(runs.map((run) => [run, 0]))
  const reached = new Map(runs.map(({ client, start }) => [client, start]))
  let open = runs.filter(({ hasGap }) => !hasGap)
  if (open.length < runs.length) return false
  while (open.length > 0) {
    const stretches = nextStretches(open, next, reached, maxBytes)
    if (stretches.length === 0) return false
    yield encode(update, stretches, NO_DELETES)
    open = open.filter((run) => next.get(run)! < run.clocks.length)
  }
  return true
}

/** As many structs as fit, going round the runs as long as one of them finds what it needs. */
function nextStretches(
  runs: readonly StructRun[],
  next: Map<StructRun, number>,
  reached: Map<number, number>,
  maxBytes: number,
): Stretch[] {
  const begun = new Map(runs.map((run) => [run, next.get(run)!]))
  let left = maxBytes
  for (let moved = true; moved && left > 0;) {
    moved = false
    for (const run of runs) {
      const from = next.get(run)!
      const to = advance(run, from, reached, left)
      if (to === from) continue
      moved = true
      left -= bytesAt(run, to) - bytesAt(run, from)
      next.set(run, to)
      if (left <= 0) break
    }
  }
  return runs
    .map((run) => ({ run, from: begun.get(run)!, to: next.get(run)! }))
    .filter(({ from, to }) => to > from)
}

/** Index of the first struct that lacks something or lies beyond what is left. */
function advance(run: StructRun, from: number, reached: Map<number, number>, left: number): number {
  const begin = bytesAt(run, from)
  let at = from
  for (; at < run.clocks.length && bytesAt(run, at) - begin < left; at++) {
    const needsEnd = run.needsAt[at + 1] ?? run.needs.length
    for (let n = run.needsAt[at]!; n < needsEnd; n += 2) {
      // What is of nobody here was there before
      if (run.needs[n + 1]! >= (reached.get(run.needs[n]!) ?? Infinity)) return at
    }
    reached.set(run.client, run.clocks[at + 1] ?? run.end)
  }
  return at
}

const bytesAt = (run: StructRun, index: number) => run.bytesAt[index] ?? run.bytesEnd

const NO_DELETES = new Uint8Array([0])

function encode(update: Uint8Array, stretches: readonly Stretch[], deletes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, stretches.length)
  for (const { run, from, to } of stretches) {
    encoding.writeVarUint(encoder, to - from)
    encoding.writeVarUint(encoder, run.client)
    encoding.writeVarUint(encoder, run.clocks[from]!)
    encoding.writeUint8Array(encoder, update.subarray(bytesAt(run, from), bytesAt(run, to)))
  }
  encoding.writeUint8Array(encoder, deletes)
  return encoding.toUint8Array(encoder)
}
