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
/** As many figures as a telephone takes, with a country before or an area code that there is. */
const TELEPHONE = /(?:\+\d{1,3}|\b0(?:[2-9]|1[5-9]|0[1-9]))(?:[\s/().-]*\d){6,}/
/** Where somebody says that it is one, a few are enough. */
const CALLED_TELEPHONE =
  /\b(?:tel|telefon|fon|phone|mobil|mobile|handy|durchwahl|rufnummer|telefonnummer|fax)\b[\s.:()-]*(?:nr\.?[\s:]*)?\d(?:[\s/().-]*\d){4,}/i
/** Figures that are no telephone's: addresses of pages, days, months and hours, numbers of standards, files and books. */
const OTHER_FIGURES = [
  /\b(?:https?:\/\/|www\.)\S+|\b[\w.-]+\.[a-z]{2,}\/\S*/gi,
  /\b(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.(?:\s?(?:19|20)\d\d)?/g,
  /\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\b/g,
  /\b(?:(?:0?[1-9]|[12]\d|3[01])[/-])?(?:0?[1-9]|1[0-2])[./-](?:19|20)\d\d\b/g,
  /\b\d{1,2}[.:]\d\d\s*[-–]\s*\d{1,2}[.:]\d\d\b/g,
  /\b(?:DIN|EN|ISO|IEC|VDE|RFC|EVB-IT|ISBN|IBAN|Az\.?|Aktenzeichen)[\s:-]+(?:[A-Z]{2}\s?)?\d(?:(?![\s(]+0\d)[\d\s/().-])*/g,
]
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
    return MAIL.test(text) || isTelephoneIn(text) ? [{ reason: 'reachable', field }] : []
  })
}

function isTelephoneIn(text: string): boolean {
  const rest = OTHER_FIGURES.reduce((left, figures) => left.replace(figures, ' · '), text)
  return TELEPHONE.test(rest) || CALLED_TELEPHONE.test(rest)
}

/** Words with a blank on either side, so that a name is found as a whole only. */
const spaced = (text: string) =>
  ` ${folded(text)
    .plain.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
