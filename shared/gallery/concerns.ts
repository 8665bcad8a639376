import { folded } from '../base/folded-text.ts'
import { contactField, publicFields, type PublicField, type PublicProfile } from './public-profile.ts'

/**
 * Why a profile cannot become public as it is: it has no name; a text of it is withheld; somebody who takes part is named, or
 * a way to reach a person stands there, outside the field for the contact.
 */
type ConcernReason = 'nameless' | 'withheld' | 'person' | 'reachable'

/** One thing to be put right in the card. */
export interface Concern {
  reason: ConcernReason
  field: PublicField
}

const MAIL = /[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/i
/** Six figures or more that a telephone would take, with an area code or a country before. */
const TELEPHONE = /(?:\+\d{1,3}|\b0\d{1,5})[\s/().-]*\d(?:[\s/().-]*\d){4,}/
/** Names shorter than this are words of everyday. */
const LEAST_NAME_WORDS = 2

/**
 * @param people names of those who take part in the workshop
 * @param withheld fields of which a text stays in the group
 */
export function concernsIn(
  profile: PublicProfile,
  people: readonly string[],
  withheld: readonly PublicField[],
): Concern[] {
  const names = people.filter((name) => name.trim().split(/\s+/).length >= LEAST_NAME_WORDS).map(spaced)
  return publicFields.flatMap((field): Concern[] => {
    if (withheld.includes(field)) return [{ reason: 'withheld', field }]
    const text = profile[field]
    if (field === 'name' && text === '') return [{ reason: 'nameless', field }]
    if (field === contactField || text === '') return []
    const said = spaced(text)
    if (names.some((name) => said.includes(name))) return [{ reason: 'person', field }]
    return MAIL.test(text) || TELEPHONE.test(text) ? [{ reason: 'reachable', field }] : []
  })
}

/** Words with a blank on either side, so that a name is found as a whole only. */
const spaced = (text: string) =>
  ` ${folded(text)
    .plain.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
