/** What people are and where they come from: the part of a workshop's words that the door needs. */
export const people = {
  role: {
    moderator: 'Moderator:in',
    participant: 'Teilnehmer:in',
    manager: 'Projektmanager:in',
    observer: 'Beobachter:in',
  },
  organisationKind: {
    county: 'Landkreis',
    independentCity: 'Kreisfreie Stadt',
    municipality: 'Kreisangehörige Stadt oder Gemeinde',
    municipalItProvider: 'Kommunaler IT-Dienstleister',
    coordination: 'Koordinierungsstelle',
    technologyPartner: 'Technologie-Partner',
    state: 'Land oder Ministerium',
    association: 'Spitzenverband',
    university: 'Hochschule oder Forschung',
    other: 'Sonstige',
  },
}
