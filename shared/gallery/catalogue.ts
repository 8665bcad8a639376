import { csvText } from '../base/csv-text.ts'
import { galleryKind } from '../kinds/gallery-kind.ts'
import type { ProfileId } from '../base/ids.ts'
import { localTime } from '../report/local-time.ts'
import { fieldLabel, optionLabel, wordsIn, type ReportLanguage } from '../report/words.ts'
import {
  choicesOf,
  isFilterField,
  publicFields,
  type PublicField,
  type PublicProfile,
} from './public-profile.ts'

/** A profile as it goes round: with its address, and since when it says so. */
export interface CatalogueEntry {
  id: ProfileId
  url: string
  language: 'de' | 'en'
  publishedAt: number
  changedAt: number
  profile: PublicProfile
}

/** Fields of which schema.org has a word. */
const CONTEXT = ['https://schema.org', { werkraum: 'urn:werkraum:gallery:' }] as const

const { fileDate: dayOf } = localTime('de')

/** What stands in a field, in words of a language; empty where it is still open. */
export function valueIn(language: ReportLanguage, profile: PublicProfile, field: PublicField): string {
  const value = profile[field]
  if (!isFilterField(field)) return value
  return choicesOf(field).includes(value) ? optionLabel(wordsIn(language), galleryKind, field, value) : ''
}

export const labelIn = (language: ReportLanguage, field: PublicField): string =>
  fieldLabel(wordsIn(language), galleryKind, field)

/** Columns as a reader calls them; the address is what tells rows apart when the file is read in again. */
export function catalogueCsv(entries: readonly CatalogueEntry[], language: ReportLanguage): string {
  const { publicGallery: words } = wordsIn(language)
  const head = [
    ...publicFields.map((field) => labelIn(language, field)),
    words.published,
    words.changed,
    words.address,
  ]
  const rows = entries.map(({ profile, publishedAt, changedAt, url }) => [
    ...publicFields.map((field) => valueIn(language, profile, field)),
    dayOf(publishedAt),
    dayOf(changedAt),
    url,
  ])
  return csvText([head, ...rows], language)
}

/** One solution as schema.org's service; what it has no word for is ours. */
function serviceOf({ id, url, language, publishedAt, changedAt, profile }: CatalogueEntry) {
  const { operatorKind, readiness, costKind, reuse, contact } = profile
  return {
    '@type': 'Service',
    '@id': url,
    identifier: `urn:uuid:${id}`,
    url,
    name: profile.name,
    description: profile.purpose,
    inLanguage: language,
    category: profile.topic,
    audience: { '@type': 'Audience', audienceType: profile.targetGroup },
    provider: { '@type': 'Organization', name: profile.operator },
    termsOfService: profile.transferConditions,
    offers: { '@type': 'Offer', description: profile.costs },
    datePublished: dayOf(publishedAt),
    dateModified: dayOf(changedAt),
    'werkraum:operatorKind': operatorKind,
    'werkraum:readiness': readiness,
    'werkraum:costKind': costKind,
    'werkraum:reuse': reuse,
    'werkraum:contact': contact,
  }
}

export const profileJsonLd = (entry: CatalogueEntry) => ({ '@context': CONTEXT, ...serviceOf(entry) })

export function catalogueJsonLd(entries: readonly CatalogueEntry[], name: string, url: string) {
  return {
    '@context': CONTEXT,
    '@type': 'ItemList',
    '@id': url,
    name,
    numberOfItems: entries.length,
    itemListElement: entries.map((entry, n) => ({
      '@type': 'ListItem',
      position: n + 1,
      item: serviceOf(entry),
    })),
  }
}
