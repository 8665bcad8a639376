/** How many people live there; of counties, cities and municipalities. Labels: `workshop.sizeClass.<class>`. */
export const sizeClasses = ['upTo5000', 'upTo20000', 'upTo100000', 'over100000'] as const
export type SizeClass = (typeof sizeClasses)[number]

const ABOVE: Record<SizeClass, number> = {
  upTo5000: 5000,
  upTo20000: 20_000,
  upTo100000: 100_000,
  over100000: Infinity,
}
const UNITS: readonly [RegExp, number][] = [
  [/^\s*(?:tsd|tausend|thousand|k\b)/i, 1000],
  [/^\s*(?:mio|million)/i, 1_000_000],
]
const MORE = /(?:über|mehr als|\bab|over|more than|above|>)\s*$/i
/** Other things are counted in lists, too. */
const NOT_INHABITANTS = /mitarbeit|beschäftigt|angestellt|bedienstet|employee|staff/i

/**
 * As lists say it: "12.300", "ca. 12 Tsd. Einwohner", "5.001 bis 20.000", "über 100.000", or the name of a class; of several
 * figures the highest counts: a year beside it seldom is. Null for everything else.
 */
export function sizeClassOf(said: string): SizeClass | null {
  const named = sizeClasses.find((one) => one === said.trim())
  if (named) return named
  if (NOT_INHABITANTS.test(said)) return null
  const figures = [...said.matchAll(/\d{1,3}(?:[.'’\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:,\d+)?/g)].map(
    (figure) => {
      const behind = said.slice(figure.index + figure[0].length)
      const unit = UNITS.find(([word]) => word.test(behind))?.[1] ?? 1
      const people = Number(figure[0].replace(/[^\d,]/g, '').replace(',', '.')) * unit
      return { people, isMore: MORE.test(said.slice(0, figure.index)) }
    },
  )
  const [highest] = figures.sort((a, b) => b.people - a.people)
  if (!highest) return null
  const { people, isMore } = highest
  return sizeClasses.find((one) => (isMore ? people < ABOVE[one] : people <= ABOVE[one])) ?? null
}
