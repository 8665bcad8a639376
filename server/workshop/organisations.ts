import type { z } from 'zod'
import { isSameText } from '#shared/base/folded-text.ts'
import { newId, type OrganisationId, type WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { editOrganisationRequest } from '#shared/protocol/api.ts'
import type { OrganisationKind } from '#shared/workshop/roles.ts'
import type { Organisation, PeopleReads, PeopleStore } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'

interface Means {
  people: PeopleStore
  rooms: Pick<RoomService, 'memberChanged'>
}

/** What somebody says about where they come from. */
interface Origin {
  organisation: string
  organisationKind: OrganisationKind
}

/** The organisation that reads the same, however it is written. */
function sameOrganisation<Named extends { name: string }>(
  organisations: readonly Named[],
  name: string,
): Named | null {
  return organisations.find((one) => isSameText(one.name, name)) ?? null
}

/** The organisation of that name: the one there is, or a new one of the kind that is said. */
export function organisationNamed(
  known: readonly Organisation[],
  workshopId: WorkshopId,
  { organisation: name, organisationKind: kind }: Origin,
): Organisation {
  return sameOrganisation(known, name) ?? { id: newId(), workshopId, name, kind, sizeClass: null }
}

/**
 * A moderator says what an organisation is called and what it is; everybody of it follows.
 * @throws Problem not_found, organisation_taken
 */
export async function editOrganisation(
  means: Means,
  workshopId: WorkshopId,
  id: OrganisationId,
  edit: z.output<typeof editOrganisationRequest>,
): Promise<void> {
  const { name, kind, sizeClass } = edit
  await means.people.unitOfWork(async (people) => {
    const known = await people.organisations(workshopId)
    const present = organisationOf(known, id)
    const organisation: Organisation = {
      ...present,
      name: name ?? present.name,
      kind: kind ?? present.kind,
      sizeClass: sizeClass === undefined ? present.sizeClass : sizeClass,
    }
    const others = known.filter((one) => one.id !== id)
    if (sameOrganisation(others, organisation.name)) throw new Problem('organisation_taken')
    return { changes: [{ type: 'changeOrganisation', organisation }], value: undefined }
  })
  await tellMembers(means, workshopId, id)
}

/**
 * Two spellings become one organisation. What is written on cards stays as it was written.
 * @throws Problem not_found; request_invalid for one and the same
 */
export async function mergeOrganisation(
  means: Means,
  workshopId: WorkshopId,
  from: OrganisationId,
  into: OrganisationId,
): Promise<void> {
  await means.people.unitOfWork(async (people) => {
    const known = await people.organisations(workshopId)
    organisationOf(known, from)
    organisationOf(known, into)
    if (from === into) throw new Problem('request_invalid', 'one organisation cannot be merged with itself')
    return { changes: [{ type: 'mergeOrganisation', from, into }], value: undefined }
  })
  await tellMembers(means, workshopId, into)
}

function organisationOf(known: readonly Organisation[], id: OrganisationId): Organisation {
  const found = known.find((one) => one.id === id)
  if (!found) throw new Problem('not_found', 'no such organisation in this workshop')
  return found
}

/** Live connections carry the name. */
async function tellMembers({ people, rooms }: Means, workshopId: WorkshopId, id: OrganisationId) {
  const theirs = (await people.members(workshopId)).filter(({ organisationId }) => organisationId === id)
  for (const member of theirs) await rooms.memberChanged(member.id)
}

/** How many people of the workshop come from each. */
export async function countedOrganisations(
  people: Pick<PeopleReads, 'organisations' | 'members'>,
  workshopId: WorkshopId,
): Promise<(Organisation & { memberCount: number })[]> {
  const members = await people.members(workshopId)
  return (await people.organisations(workshopId)).map((organisation) => ({
    ...organisation,
    memberCount: members.filter(({ organisationId }) => organisationId === organisation.id).length,
  }))
}
