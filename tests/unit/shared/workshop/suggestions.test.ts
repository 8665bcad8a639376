import { describe, expect, it } from 'vitest'
import { newId, type GroupId, type MemberId, type OrganisationId } from '#shared/base/ids.ts'
import type { OrganisationKind } from '#shared/workshop/roles.ts'
import { suggestions } from '#shared/workshop/suggestions.ts'

const person = (organisationKind: OrganisationKind) => ({
  id: newId<MemberId>(),
  role: 'participant' as const,
  organisationId: newId<OrganisationId>(),
  organisationKind,
})
const people = (...kinds: OrganisationKind[]) => kinds.map(person)
const towns = (count: number) => people(...Array.from({ length: count }, () => 'municipality' as const))
const group = (members: ReturnType<typeof people>) => ({ id: newId<GroupId>(), people: members })

describe('suggestions for groups that lack somebody', () => {
  it('take first who is in no group', () => {
    const [free] = people('coordination')
    const here = group([...towns(8), ...people('municipalItProvider', 'technologyPartner')])
    expect(suggestions([here], [free!])).toEqual([
      { seat: 'coordination', to: here.id, move: { member: free!.id, from: null } },
    ])
  })

  it('then whom another group has to spare, and never open a gap there', () => {
    const rest = () => people('coordination', 'municipalItProvider', 'technologyPartner')
    const poor = group([...rest(), ...towns(7)])
    const rich = group([...rest(), ...towns(9)])
    const exact = group([...rest(), ...towns(8)])
    const [first, ...more] = suggestions([poor, exact, rich], [])
    expect(more).toEqual([])
    expect(first).toMatchObject({ seat: 'municipalities', to: poor.id, move: { from: rich.id } })
  })

  it('say where nobody is free, instead of keeping silent', () => {
    const here = group([...towns(8), ...people('coordination', 'technologyPartner')])
    expect(suggestions([here], [])).toEqual([{ seat: 'municipalItProvider', to: here.id, move: null }])
  })

  it('propose each person once', () => {
    const [free] = people('coordination')
    const [a, b] = [0, 1].map(() =>
      group([...towns(8), ...people('municipalItProvider', 'technologyPartner')]),
    )
    const moves = suggestions([a!, b!], [free!]).map(({ move }) => move?.member ?? null)
    expect(moves).toEqual([free!.id, null])
  })
})
