/**
 * Groups of directions that point alike, largest first, as indices; what fits nowhere is in none. Two groups become one
 * while their members are nearer to each other, on average, than most pairs are (more than one standard deviation above
 * the mean): models differ in what "near" is, so that no fixed bound would do. Average linkage; takes some tens of
 * milliseconds for 150.
 *
 * @param directions of one length; length is ignored
 */
export function alikeGroups(directions: readonly (readonly number[])[]): number[][] {
  const nearness = nearnessOf(directions.map(ofLengthOne))
  const enough = boundOf(nearness)
  const groups = directions.map((_, index) => [index])
  for (;;) {
    const pair = nearestPair(groups, nearness)
    if (!pair || pair.nearness <= enough) break
    const [gone] = groups.splice(pair.other, 1)
    merge(nearness, pair, groups[pair.one]!.length, gone!.length)
    groups[pair.one]!.push(...gone!)
  }
  return groups.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length)
}

interface Pair {
  one: number
  other: number
  nearness: number
}

function ofLengthOne(direction: readonly number[]): Float64Array {
  const unit = Float64Array.from(direction)
  const length = Math.sqrt(product(unit, unit))
  return length === 0 ? unit : unit.map((part) => part / length)
}

/** Cosine of the angle between any two. */
function nearnessOf(units: readonly Float64Array[]): number[][] {
  const nearness = units.map(() => new Array<number>(units.length).fill(1))
  for (const [one, unit] of units.entries())
    for (let other = 0; other < one; other++)
      nearness[one]![other] = nearness[other]![one] = product(unit, units[other]!)
  return nearness
}

/** A loop over plain numbers: ten million steps for 150 texts, which `reduce` takes two to four times as long for at first. */
function product(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let n = 0; n < one.length; n++) sum += one[n]! * other[n]!
  return sum
}

function boundOf(nearness: readonly (readonly number[])[]): number {
  const pairs = nearness.flatMap((row, one) => row.slice(0, one))
  // Of two or three texts nobody can say what is usual among them
  if (pairs.length < 6) return 0.75
  const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length
  const spread = Math.sqrt(pairs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / pairs.length)
  return mean + Math.max(spread, 1e-6)
}

function nearestPair(groups: readonly unknown[], nearness: readonly (readonly number[])[]): Pair | null {
  let best: Pair | null = null
  for (let one = 0; one < groups.length; one++)
    for (let other = one + 1; other < groups.length; other++) {
      const value = nearness[one]![other]!
      if (best === null || value > best.nearness) best = { one, other, nearness: value }
    }
  return best
}

/** The joined group is as near to every other as its members are on average. */
function merge(nearness: number[][], { one, other }: Pair, size: number, added: number): void {
  const joined = nearness[one]!.map(
    (value, n) => (value * size + nearness[other]![n]! * added) / (size + added),
  )
  nearness[one] = joined
  for (const [n, row] of nearness.entries()) row[one] = joined[n]!
  nearness.splice(other, 1)
  for (const row of nearness) row.splice(other, 1)
}
