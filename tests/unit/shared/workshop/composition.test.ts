import { describe, expect, it } from 'vitest'
import { newId, type OrganisationId } from '#shared/base/ids.ts'
import {
  composition,
  missingSeats,
  seatTargets,
  type Seat,
  type Seated,
} from '#shared/workshop/composition.ts'
import type { OrganisationKind } from '#shared/workshop/roles.ts'

const working = (organisationKind: OrganisationKind, count = 1): Seated[] =>
  Array.from({ length: count }, () => ({ role: 'participant', organisationId: null, organisationKind }))

const completeGroup: Seated[] = [
  ...working('coordination'),
  ...working('municipalItProvider'),
  ...working('county', 3),
  ...working('independentCity', 2),
  ...working('municipality', 3),
  ...working('technologyPartner'),
  { role: 'moderator', organisationId: null, organisationKind: 'coordination' },
  { role: 'manager', organisationId: null, organisationKind: 'coordination' },
]

const line = (group: readonly Seated[], seat: Seat) =>
  composition(group).find((count) => count.seat === seat)!

describe('composition of a project group', () => {
  it('finds nothing missing in a group that follows the guideline', () => {
    expect(missingSeats(composition(completeGroup))).toBe(0)
    expect(composition(completeGroup).every((count) => count.over === 0)).toBe(true)
  })

  it('counts everybody as missing while the group is empty', () => {
    const needed = Object.values(seatTargets).reduce((sum, target) => sum + target.min, 0)
    expect(missingSeats(composition([]))).toBe(needed)
  })

  it('counts counties, cities and municipalities together', () => {
    const group = [...working('county', 4), ...working('independentCity', 1), ...working('municipality', 2)]
    expect(line(group, 'municipalities')).toMatchObject({ actual: 7, missing: 1, over: 0 })
  })

  it('counts two people of one town hall as one municipality', () => {
    const townHall = { role: 'participant', organisationKind: 'municipality' } as const
    const [one, other] = [newId<OrganisationId>(), newId<OrganisationId>()]
    const group = [one, one, other].map((organisationId) => ({ ...townHall, organisationId }))
    expect(line(group, 'municipalities').actual).toBe(2)
  })

  it('tells when there are more than intended', () => {
    expect(line(working('municipality', 12), 'municipalities')).toMatchObject({ missing: 0, over: 2 })
  })

  it('never has too many technology partners', () => {
    expect(line(working('technologyPartner', 5), 'technologyPartner')).toMatchObject({ actual: 5, over: 0 })
  })

  it('does not need ministries and associations, but counts them', () => {
    expect(line([], 'stateAndAssociations')).toMatchObject({ actual: 0, missing: 0 })
    expect(line([...working('state'), ...working('association')], 'stateAndAssociations').actual).toBe(2)
  })

  it('counts those who lead by their role and not by their organisation', () => {
    expect(
      line([{ role: 'moderator', organisationId: null, organisationKind: 'coordination' }], 'coordination')
        .actual,
    ).toBe(0)
  })

  it('leaves observers out', () => {
    expect(
      composition([{ role: 'observer', organisationId: null, organisationKind: 'county' }]).every(
        (count) => count.actual === 0,
      ),
    ).toBe(true)
  })
})
