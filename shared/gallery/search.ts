import { z } from 'zod'
import { folded, foldedWords, holds, isSameText, type Folded } from '../base/folded-text.ts'
import { choicesOf, publicFields, type FilterField, type PublicProfile } from './public-profile.ts'

/** Longer than any word somebody looks for. */
const MAX_QUERY_CHARS = 200

const choice = (field: FilterField) =>
  z
    .string()
    .refine((value) => choicesOf(field).includes(value))
    .catch('')

/** What is looked for, as it stands in an address. What nobody can mean is as if it were not there. */
export const gallerySearch = z.object({
  q: z.string().trim().max(MAX_QUERY_CHARS).catch(''),
  topic: z.string().trim().max(MAX_QUERY_CHARS).catch(''),
  readiness: choice('readiness'),
  operatorKind: choice('operatorKind'),
  costKind: choice('costKind'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  lang: z.enum(['de', 'en']).nullable().catch(null),
})
export type GallerySearch = z.infer<typeof gallerySearch>

/** Something that is found: the profile, and its words as they are compared. */
export interface Findable {
  profile: PublicProfile
  words: Folded
}

/** All that somebody may look for in a profile; options of choices are words of a language and have filters. */
export function wordsOf(profile: PublicProfile): Folded {
  const said = publicFields.filter((field) => !(field === 'readiness' || /Kind$/.test(field)))
  return folded(said.map((field) => profile[field]).join('\n'))
}

/** In the order in which they came. */
export function foundIn<Entry extends Findable>(
  entries: readonly Entry[],
  { q, topic, readiness, operatorKind, costKind }: GallerySearch,
): Entry[] {
  const words = foldedWords(q)
  const wanted = Object.entries({ readiness, operatorKind, costKind }).filter(([, value]) => value !== '')
  return entries.filter(
    (entry) =>
      wanted.every(([field, value]) => entry.profile[field as FilterField] === value) &&
      (topic === '' || isSameText(entry.profile.topic, topic)) &&
      words.every((word) => holds(entry.words, word)),
  )
}

/** Topics to choose from, each once, in the order of the alphabet. */
export function topicsOf(entries: readonly { profile: PublicProfile }[]): string[] {
  const topics: string[] = []
  for (const { profile } of entries) {
    const { topic } = profile
    if (topic !== '' && !topics.some((known) => isSameText(known, topic))) topics.push(topic)
  }
  return topics.sort((a, b) => a.localeCompare(b, 'de'))
}
