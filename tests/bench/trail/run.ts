import { coverageOf } from '#shared/evidence/coverage.ts'
import { evidenceGraph, type Linked } from '#shared/evidence/evidence.ts'
import { trailOf } from '#shared/evidence/trail.ts'
import { seededRandom, type Random } from '#tests/support/seeded-random.ts'
import { table } from '../live/table.ts'
import { writeSection } from '../document.ts'

/** A workshop's cards in the order of the process, each made from some of those before it. */
const SHARES: readonly [string, number][] = [
  ['interview', 40],
  ['quote', 1_800],
  ['cluster', 220],
  ['insight', 300],
  ['persona', 60],
  ['pov', 80],
  ['hmw', 300],
  ['idea', 1_500],
  ['concept', 160],
  ['prototype', 180],
  ['testSession', 200],
  ['learning', 100],
  ['pitch', 40],
  ['partnership', 20],
]
const ROUNDS = 200

function cards(random: Random): Linked[] {
  const made: Linked[] = []
  let before: string[] = []
  for (const [kind, count] of SHARES) {
    const own = Array.from({ length: count }, (_, n) => `${kind}-${n}`)
    for (const id of own) {
      const links = before.length === 0 ? [] : anyLinks(random, before, own)
      made.push({ id, kind, fields: {}, links })
    }
    before = own
  }
  return made
}

/** One to three links back, now and then one that contradicts or replaces. */
function anyLinks(random: Random, before: readonly string[], own: readonly string[]): Linked['links'] {
  const among = (ids: readonly string[]) => random.pick(ids) as never
  const back = Array.from({ length: 1 + random.below(3) }, (): Linked['links'][number] => ({
    type: 'derivedFrom',
    to: among(before),
  }))
  if (random.chance(0.05)) back.push({ type: 'contradicts', to: among(own) })
  if (random.chance(0.05)) back.push({ type: 'replaces', to: among(own) })
  return back
}

function measured(run: () => unknown): { median: number; most: number } {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    run()
    return performance.now() - from
  }).sort((a, b) => a - b)
  return { median: times[ROUNDS / 2]!, most: times[Math.floor(ROUNDS * 0.95)]! }
}

const random = seededRandom(7)
const all = cards(random)
const graph = evidenceGraph(all)
const ends: readonly string[] = all.filter(({ kind }) => kind === 'partnership').map(({ id }) => id)
let n = 0
const rows = [
  ['reading the graph', measured(() => evidenceGraph(all))],
  ['a trail, both ways', measured(() => trailOf(graph, ends[n++ % ends.length]!))],
  ['the coverage of all', measured(() => coverageOf(graph))],
] as const
const head = ['', 'median (ms)', '95 of 100 within (ms)']
const body = rows.map(([name, { median, most }]) => [name, median.toFixed(1), most.toFixed(1)])
writeSection('trail', `${all.length.toLocaleString('en')} artefacts:\n\n${table(head, body)}`)
