/** What somebody is in one workshop. Labels: `workshop.role.<role>` in the translations. */
export const roles = ['moderator', 'participant', 'manager', 'observer'] as const
export type Role = (typeof roles)[number]

/** What each may beyond those before it (`permissions.ts`); managers may say nothing of being done. */
const byRights: readonly Role[] = ['observer', 'participant', 'manager', 'moderator']

/** Whether the one role may more than the other. */
export function mayMore(role: Role, than: Role): boolean {
  return byRights.indexOf(role) > byRights.indexOf(than)
}

/** Whether a group waits for people of this role until they are done with a step. */
export const isWaitedFor = (role: Role): boolean => role === 'participant'

/** Whether chance or their own choice seats people of this role in a breakout; who observes is put there by name alone. */
export const isSeatedFreely = (role: Role): boolean => role !== 'observer'

/** Kinds of organisation that take part in a Strategiewerkstatt. Labels: `workshop.organisationKind.<kind>`. */
export const organisationKinds = [
  'county',
  'independentCity',
  'municipality',
  'municipalItProvider',
  'coordination',
  'technologyPartner',
  'state',
  'association',
  'university',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]
