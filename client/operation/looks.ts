import type { Distribution, OperationView } from '#shared/protocol/operation.ts'

/** One look at the installation after the other, oldest first; counts in them run from the program's start. */
export type Looks = readonly OperationView[]

export const lookEveryMs = 5_000
/** Five minutes of looks, and the one before them. */
const keptLooks = 61

/** Adds a look. After a restart the counts begin anew, so older looks would give nonsense and are dropped. */
export function remember(looks: Looks, look: OperationView): Looks {
  const sameRun = looks.at(-1)?.startedAt === look.startedAt
  return [...(sameRun ? looks : []), look].slice(-keptLooks)
}

/** A count per second, from each look to the next. Empty until there are two looks. */
export function rates(looks: Looks, count: (look: OperationView) => number): number[] {
  return pairsOf(looks).map(([before, after]) => {
    const seconds = (after.at - before.at) / 1000
    return seconds > 0 ? (count(after) - count(before)) / seconds : 0
  })
}

/** The quantile of what happened from each look to the next; null where nothing did. */
export function quantiles(looks: Looks, of: (look: OperationView) => Distribution, q: number) {
  return pairsOf(looks).map(([before, after]) => quantile(difference(of(after), of(before)), q))
}

/** The quantile over all looks that are kept, or since the program's start while there is only one. */
export function quantileOver(looks: Looks, of: (look: OperationView) => Distribution, q: number) {
  const [first, last] = [looks[0], looks.at(-1)]
  if (!first || !last) return null
  return quantile(looks.length > 1 ? difference(of(last), of(first)) : of(last), q)
}

/**
 * Reads a quantile off buckets by linear interpolation inside the bucket, as Prometheus' `histogram_quantile` does.
 * Infinity when it lies above all bounds, null when there are no values.
 */
export function quantile({ bounds, counts }: Distribution, q: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const rank = q * total
  let below = 0
  for (const [at, count] of counts.entries()) {
    if (count > 0 && below + count >= rank) {
      const upper = bounds[at]
      const lower = bounds[at - 1] ?? 0
      return upper === undefined ? Infinity : lower + ((upper - lower) * (rank - below)) / count
    }
    below += count
  }
  return Infinity
}

function difference(after: Distribution, before: Distribution): Distribution {
  return { bounds: after.bounds, counts: after.counts.map((count, at) => count - before.counts[at]!) }
}

function pairsOf(looks: Looks): [before: OperationView, after: OperationView][] {
  return looks.slice(1).map((after, at) => [looks[at]!, after])
}
