import type { SizeClass } from '../base/size-classes.ts'
import type { OrganisationKind } from '../workshop/roles.ts'

/** Where people of the sample come from. None of these places and bodies exists. */
interface Place {
  name: string
  kind: OrganisationKind
  sizeClass: SizeClass | null
}

export const places: readonly Place[] = [
  { name: 'Landkreis Heidemark', kind: 'county', sizeClass: 'over100000' },
  { name: 'Landkreis Küstenwald', kind: 'county', sizeClass: 'over100000' },
  { name: 'Stadt Ammerbeck', kind: 'independentCity', sizeClass: 'over100000' },
  { name: 'Stadt Erlenfurt', kind: 'municipality', sizeClass: 'upTo100000' },
  { name: 'Stadt Falkenrode', kind: 'municipality', sizeClass: 'upTo100000' },
  { name: 'Stadt Grünhafen', kind: 'independentCity', sizeClass: 'upTo100000' },
  { name: 'Stadt Brinkhorst', kind: 'municipality', sizeClass: 'upTo20000' },
  { name: 'Stadt Hollerbrück', kind: 'municipality', sizeClass: 'upTo20000' },
  { name: 'Gemeinde Lindwarden', kind: 'municipality', sizeClass: 'upTo20000' },
  { name: 'Gemeinde Tannhusen', kind: 'municipality', sizeClass: 'upTo20000' },
  { name: 'Gemeinde Birkenmoor', kind: 'municipality', sizeClass: 'upTo5000' },
  { name: 'Samtgemeinde Kiebitzsee', kind: 'municipality', sizeClass: 'upTo20000' },
  { name: 'Kommunale Datenwerke', kind: 'municipalItProvider', sizeClass: null },
  { name: 'ITverbund Küste', kind: 'municipalItProvider', sizeClass: null },
  { name: 'Koordinierungsstelle Digitale Kommunen', kind: 'coordination', sizeClass: null },
  { name: 'Formularwerk GmbH', kind: 'technologyPartner', sizeClass: null },
  { name: 'Lotsenschmiede eG', kind: 'technologyPartner', sizeClass: null },
  { name: 'Klarweg Software GmbH', kind: 'technologyPartner', sizeClass: null },
  { name: 'Ministerium für Bauen und Digitales', kind: 'state', sizeClass: null },
  { name: 'Städte- und Gemeindetag', kind: 'association', sizeClass: null },
]
