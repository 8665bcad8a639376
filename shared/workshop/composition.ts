import type { OrganisationId } from '../base/ids.ts'
import type { OrganisationKind, Role } from './roles.ts'

/**
 * Who should sit in a project group so that it can do its work (programme guideline of the Strategiewerkstatt).
 * A target to compare with, never a condition: nothing in the product is refused because of it.
 * Labels: `workshop.composition.seat.<seat>`.
 */
export const seats = [
  'coordination',
  'municipalItProvider',
  'municipalities',
  'technologyPartner',
  'moderator',
  'manager',
  'stateAndAssociations',
] as const
export type Seat = (typeof seats)[number]

/** How many are wanted; `max` null: the more the better; `min` 0: welcome but not needed. */
export interface SeatTarget {
  min: number
  max: number | null
}

export const seatTargets: Record<Seat, SeatTarget> = {
  coordination: { min: 1, max: 1 },
  municipalItProvider: { min: 1, max: 1 },
  municipalities: { min: 8, max: 10 },
  technologyPartner: { min: 1, max: null },
  moderator: { min: 1, max: 1 },
  manager: { min: 1, max: 1 },
  stateAndAssociations: { min: 0, max: null },
}

/** One line of the comparison. `missing` and `over` are never both above 0. */
export interface SeatCount extends SeatTarget {
  seat: Seat
  actual: number
  missing: number
  over: number
}

/** What the comparison needs to know of somebody. Names are not among it. */
export interface Seated {
  role: Role
  /** null: named none, and stands for one of their own. */
  organisationId: OrganisationId | null
  organisationKind: OrganisationKind
}

/** Organisations count by the people who work in the group; those who lead or watch it count by their role alone. */
const seatOfOrganisation: Partial<Record<OrganisationKind, Seat>> = {
  coordination: 'coordination',
  municipalItProvider: 'municipalItProvider',
  county: 'municipalities',
  independentCity: 'municipalities',
  municipality: 'municipalities',
  technologyPartner: 'technologyPartner',
  state: 'stateAndAssociations',
  association: 'stateAndAssociations',
}

/**
 * Target and actual of one project group, in the order of `seats`. Counts organisations: two people of one town hall
 * are one municipality. Those who lead are counted one by one.
 * @param groups how many groups those who lead share: so many of them are not too many
 */
export function composition(group: readonly Seated[], groups = 1): SeatCount[] {
  return seats.map((seat) => {
    const { min, max: most } = seatTargets[seat]
    const max = most !== null && isLeading(seat) ? most * groups : most
    const actual = occupiers(group, seat)
    return {
      seat,
      min,
      max,
      actual,
      missing: Math.max(0, min - actual),
      over: max === null ? 0 : Math.max(0, actual - max),
    }
  })
}

/** Places still to be filled before the group is complete. */
export function missingSeats(counts: readonly SeatCount[]): number {
  return counts.reduce((sum, count) => sum + count.missing, 0)
}

function occupiers(group: readonly Seated[], seat: Seat): number {
  const seated = group.filter((one) => seatOf(one) === seat)
  if (isLeading(seat)) return seated.length
  const named = new Set(seated.flatMap(({ organisationId }) => organisationId ?? []))
  return named.size + seated.filter(({ organisationId }) => organisationId === null).length
}

const isLeading = (seat: Seat) => seat === 'moderator' || seat === 'manager'

/** Where somebody sits; null for those who count nowhere. */
export function seatOf({ role, organisationKind }: Seated): Seat | null {
  switch (role) {
    case 'moderator':
    case 'manager':
      return role
    case 'participant':
      return seatOfOrganisation[organisationKind] ?? null
    case 'observer':
      return null
  }
}
