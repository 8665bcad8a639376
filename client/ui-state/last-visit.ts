/**
 * When this browser looked at the own page of a workshop last. Nobody else is told and nothing is kept elsewhere: it
 * would be a record of when a person works. A visit goes on while somebody comes back within `VISIT_MS`, so that a
 * reload does not hide what was new. Browsers may forbid storage; then there are no news.
 */
const VISIT_MS = 30 * 60_000

interface Visits {
  /** Before this visit; null on the first one. */
  before: number | null
  last: number
}

/** Since when something is new in this visit, by the server's clock; null on the first one. */
export function visitBefore(workshopId: string, memberId: string): number | null {
  const visits = read(keyOf(workshopId, memberId))
  if (!visits) return null
  return Date.now() - visits.last > VISIT_MS ? visits.last : visits.before
}

/** @param at server time of what was shown */
export function noteVisit(workshopId: string, memberId: string, at: number): void {
  const visits: Visits = { before: visitBefore(workshopId, memberId), last: at }
  try {
    localStorage.setItem(keyOf(workshopId, memberId), JSON.stringify(visits))
  } catch {
    // Then the next visit is a first one again.
  }
}

const keyOf = (workshopId: string, memberId: string) => `werkraum.visit.${workshopId}.${memberId}`

function read(key: string): Visits | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return null
    const { before, last } = stored as Partial<Visits>
    return typeof last === 'number' ? { before: typeof before === 'number' ? before : null, last } : null
  } catch {
    return null
  }
}
