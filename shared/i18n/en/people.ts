import type { people as german } from '../de/people.ts'

/** What people are and where they come from: the part of a workshop's words that the door needs. */
export const people: typeof german = {
  role: {
    moderator: 'moderator',
    participant: 'participant',
    manager: 'project manager',
    observer: 'observer',
  },
  organisationKind: {
    county: 'County',
    independentCity: 'Independent city',
    municipality: 'Town or municipality in a county',
    municipalItProvider: 'Municipal IT provider',
    coordination: 'Coordination office',
    technologyPartner: 'Technology partner',
    state: 'State or ministry',
    association: 'Municipal association',
    university: 'University or research',
    other: 'Other',
  },
}
