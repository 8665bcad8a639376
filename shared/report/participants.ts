import type { OrganisationKind, Role } from '../workshop/roles.ts'
import type { Table } from './tree.ts'
import { wordTable } from './word-table.ts'
import { counted, fill, type Words } from './words.ts'

/** Somebody who takes part, as a document may say it: nobody's name. */
export interface Participant {
  organisation: string
  organisationKind: OrganisationKind
}

interface Somebody extends Participant {
  role: Role
  groupIds: readonly string[] | 'all'
  removedAt: number | null
}

/** Who works in a group, or in any: not those who only look, nor those who left. @param groupId null for all groups */
export function participantsAmong(members: readonly Somebody[], groupId: string | null): Participant[] {
  return members
    .filter(({ role, removedAt }) => role !== 'observer' && removedAt === null)
    .filter(({ groupIds }) => groupId === null || groupIds === 'all' || groupIds.includes(groupId))
}

/** "13 Personen aus 9 Organisationen" */
export function peopleLine(people: readonly Participant[], { documents: { dossier } }: Words): string {
  if (people.length === 0) return ''
  const persons = counted(people.length, dossier.people_one, dossier.people_other)
  const names = new Set(people.map(({ organisation }) => organisation).filter(Boolean))
  if (names.size === 0) return persons
  const organisations = counted(names.size, dossier.organisations_one, dossier.organisations_other)
  return fill(dossier.fromOrganisations, { people: persons, organisations })
}

/** Organisations by name, with how many people of each. */
export function compositionTable(people: readonly Participant[], words: Words): Table {
  const { dossier } = words.documents
  const counts = new Map<string, { kind: OrganisationKind; count: number }>()
  for (const { organisation, organisationKind } of people) {
    const known = counts.get(organisation) ?? { kind: organisationKind, count: 0 }
    counts.set(organisation, { ...known, count: known.count + 1 })
  }
  const rows = [...counts]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'de')))
    .map(([name, { kind, count }]) => [
      name || dossier.withoutOrganisation,
      words.workshop.organisationKind[kind],
      String(count),
    ])
  const columns = [
    { title: dossier.organisation },
    { title: dossier.organisationKind },
    { title: dossier.persons, align: 'end' as const },
  ]
  return wordTable(words.workshop.exports.chapter.people, columns, rows)
}
