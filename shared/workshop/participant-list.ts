import { folded, isSameText } from '../base/folded-text.ts'
import { limits } from '../base/limits.ts'
import { sizeClassOf, type SizeClass } from '../base/size-classes.ts'
import { cutBetweenCharacters } from '../base/visible-text.ts'
import { organisationKinds, roles, type OrganisationKind, type Role } from './roles.ts'

/**
 * A list of participants as an office keeps it, in a spreadsheet with a line of headings. Columns are found by their
 * headings in any order; what is not understood is left to whoever looks at the preview.
 */
export interface ListedPerson {
  name: string
  organisation: string
  /** null: the list does not say, or not in words that are known. */
  organisationKind: OrganisationKind | null
  sizeClass: SizeClass | null
  role: Role | null
  /** As it is written in the list; '' where it says none. */
  group: string
  /** For letters alone; it is never sent to the server. */
  email: string
  /** What stands in a column that is known, but in no words that are, as it is written. */
  unread: string[]
  /** Names of the sheets that the person stands on, once these are laid together. */
  sheets: string[]
}

/** What one sheet says. */
export interface ListOfSheet {
  /** Of the sheet. */
  name: string
  people: ListedPerson[]
  /** Lines that say something and name nobody, as they are written. */
  nameless: string[]
}

/** A sheet of a workbook, its cells as they are shown. */
export interface ListSheet {
  name: string
  lines: readonly (readonly string[])[]
}

export type ListFault = 'empty' | 'noNames' | 'tooLong'

type Column =
  'name' | 'firstName' | 'lastName' | 'organisation' | 'kind' | 'size' | 'role' | 'group' | 'email'

/** Headings by which a column is found, German and English; of several columns that fit, the one whose word comes first. */
const headings: Record<Column, readonly string[]> = {
  firstName: ['vorname', 'first name', 'given name', 'firstname'],
  lastName: ['nachname', 'familienname', 'zuname', 'last name', 'surname', 'lastname'],
  name: [
    'name',
    'name, vorname',
    'nachname, vorname',
    'vor- und nachname',
    'vorname und name',
    'vorname name',
    'vorname nachname',
    'person',
    'name der person',
    'full name',
    'ansprechpartner',
    'ansprechpartnerin',
    'ansprechpartner:in',
    'ansprechperson',
    'kontaktperson',
    'teilnehmende person',
    'teilnehmer',
    'teilnehmende',
    'teilnehmer:in',
    'teilnehmerin',
    'teilnehmerinnen und teilnehmer',
    'participant',
    'mitglied',
  ],
  organisation: [
    'organisation',
    'organization',
    'kommune',
    'behörde',
    'einrichtung',
    'dienststelle',
    'institution',
    'firma',
    'unternehmen',
    'landkreis',
    'kreis',
    'stadt',
    'gemeinde',
    'gebietskörperschaft',
    'körperschaft',
    'arbeitgeber',
    'träger',
    'entsendende stelle',
    'name der organisation',
    'municipality',
    'employer',
    'authority',
    'verwaltung',
  ],
  kind: ['art', 'art der organisation', 'organisationsart', 'typ', 'kind', 'type'],
  size: [
    'größe',
    'größenklasse',
    'größe der kommune',
    'größe der organisation',
    'einwohner',
    'einwohner:innen',
    'einwohnerzahl',
    'einwohnerinnen und einwohner',
    'size',
    'size class',
    'population',
    'inhabitants',
  ],
  role: ['rolle', 'funktion in der werkstatt', 'role'],
  group: ['gruppe', 'projektgruppe', 'team', 'group', 'project group'],
  email: ['e-mail', 'email', 'mail', 'e-mail-adresse', 'mailadresse', 'e-mail address'],
}

/** Words for kinds of organisation, beside those of the interface. */
const kindWords: Record<OrganisationKind, readonly string[]> = {
  county: ['landkreis', 'kreis', 'county'],
  independentCity: ['kreisfreie stadt', 'city'],
  municipality: ['stadt', 'gemeinde', 'samtgemeinde', 'kreisangehörige stadt', 'municipality', 'town'],
  municipalItProvider: ['it-dienstleister', 'kommunaler it-dienstleister', 'rechenzentrum', 'it provider'],
  coordination: ['koordinierungsstelle', 'koordination', 'coordination'],
  technologyPartner: ['technologie-partner', 'technologiepartner', 'hersteller', 'anbieter', 'vendor'],
  state: ['land', 'ministerium', 'land/ministerium', 'state', 'ministry'],
  association: ['spitzenverband', 'verband', 'association'],
  university: ['hochschule', 'universität', 'forschung', 'university'],
  other: ['sonstige', 'sonstiges', 'other'],
}

const roleWords: Record<Role, readonly string[]> = {
  participant: ['teilnehmer:in', 'teilnehmer', 'teilnehmerin', 'teilnehmend', 'participant'],
  moderator: ['moderator:in', 'moderation', 'moderator', 'moderatorin'],
  manager: ['projektmanager:in', 'projektmanagement', 'projektleitung', 'manager'],
  observer: ['beobachter:in', 'beobachtung', 'beobachter', 'gast', 'observer', 'guest'],
}

/** The sheets of a workbook that are lists, in their order: beside them stand covers and notes, which name nobody. */
export function readSheets(sheets: readonly ListSheet[]): { lists: ListOfSheet[] } | { fault: ListFault } {
  const read = sheets.map(({ name, lines }) => ({ name, ...readParticipants(lines) }))
  // One that is too long is the list all the same
  if (read.some((one) => 'fault' in one && one.fault === 'tooLong')) return { fault: 'tooLong' }
  const lists = read.flatMap((one) => ('people' in one ? [one] : []))
  if (lists.length === 0) return { fault: read[0] && 'fault' in read[0] ? read[0].fault : 'empty' }
  return peopleOn(lists).length > limits.maxListedPeople ? { fault: 'tooLong' } : { lists }
}

/** Everybody on these sheets: each group may have one of its own. Whoever stands on several is one person, of whom all of them tell. */
export function peopleOn(lists: readonly ListOfSheet[]): ListedPerson[] {
  const people: ListedPerson[] = []
  const met = new Register<ListedPerson>()
  for (const list of lists) {
    const fresh: ListedPerson[] = []
    for (const person of list.people) {
      const known = met.find(person)
      if (known) Object.assign(known, mergedPerson(known, person), { sheets: [...known.sheets, list.name] })
      else fresh.push({ ...person, sheets: [list.name] })
    }
    for (const person of fresh) met.add(person, person)
    people.push(...fresh)
  }
  return people
}

const mergedPerson = (one: ListedPerson, other: ListedPerson): Partial<ListedPerson> => ({
  organisationKind: one.organisationKind ?? other.organisationKind,
  sizeClass: one.sizeClass ?? other.sizeClass,
  role: one.role ?? other.role,
  group: one.group || other.group,
  email: one.email || other.email,
  unread: [...new Set([...one.unread, ...other.unread])],
})

/** What the list says, in its order. Longer texts are cut to what may be stored. */
export function readParticipants(
  lines: readonly (readonly string[])[],
): Omit<ListOfSheet, 'name'> | { fault: ListFault } {
  if (!lines.some((line) => line.some((cell) => cell.trim() !== ''))) return { fault: 'empty' }
  const head = headOf(lines)
  if (!head) return { fault: 'noNames' }
  const { at, columns } = head
  const people: ListedPerson[] = []
  const nameless: string[] = []
  for (const line of lines.slice(at + 1)) {
    const person = personIn(line, columns)
    const said = line.map(oneLine).filter(Boolean)
    if (person) people.push(person)
    else if (said.length > 0) nameless.push(said.join(' · '))
  }
  if (people.length === 0) return { fault: 'empty' }
  return people.length > limits.maxListedPeople ? { fault: 'tooLong' } : { people, nameless }
}

const oneLine = (cell: string) => cell.replace(/\s+/g, ' ').trim()

/** A title and a date stand above many a table. */
const MOST_LINES_ABOVE = 10

type Columns = Partial<Record<Column, number>>

/** The headings: of the first lines the one that names most columns, as a title may be called like one; of equals the first. */
function headOf(lines: readonly (readonly string[])[]): { at: number; columns: Columns } | null {
  let best: { at: number; columns: Columns } | null = null
  for (const [at, line] of lines.slice(0, MOST_LINES_ABOVE).entries()) {
    const columns = columnsOf(line, lines.slice(at + 1))
    if (hasNames(columns) && countOf(columns) > (best ? countOf(best.columns) : 0)) best = { at, columns }
  }
  return best
}

const countOf = (columns: Columns) => Object.keys(columns).length

const hasNames = ({ name, firstName, lastName }: Columns) =>
  name !== undefined || firstName !== undefined || lastName !== undefined

function columnsOf(line: readonly string[], below: readonly (readonly string[])[]): Columns {
  const columns: Columns = {}
  const said = line.map(callings)
  const taken = new Set(line.flatMap((_, n) => (isTicked(below.map((cells) => cells[n] ?? '')) ? [n] : [])))
  for (const column of Object.keys(headings) as Column[])
    for (const word of headings[column]) {
      const at = said.findIndex((words, n) => !taken.has(n) && words.some((one) => isSameText(word, one)))
      if (at === -1) continue
      columns[column] = at
      taken.add(at)
      break
    }
  return columns
}

/** A column that says yes or no names nobody, whatever it is called: "Mitglied", "Verwaltung". */
function isTicked(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== '')
  return said.length > 0 && said.every((cell) => /^\s*(?:ja|nein|yes|no|x|[✓✔☑☒☐–-])\s*$/i.test(cell))
}

/** What a heading calls its column, without what forms put behind it: a star, a colon, a bracket; "Kommune / Einrichtung" says two. */
const callings = (cell: string) =>
  [cell, ...cell.split('/')].map((part) => part.replace(/\([^)]*\)|[*:]+\s*$/g, '').trim())

function personIn(line: readonly string[], columns: Columns): ListedPerson | null {
  const cell = (column: Column) => {
    const at = columns[column]
    return at === undefined ? '' : oneLine(line[at] ?? '')
  }
  const name = nameFrom(cell('firstName'), cell('lastName'), cell('name'))
  if (name === '') return null
  const organisation = cutBetweenCharacters(cell('organisation'), limits.maxOrganisationChars)
  const kind = known(kindWords, organisationKinds, cell('kind'))
  const sizeClass = sizeClassOf(cell('size'))
  const role = known(roleWords, roles, cell('role'))
  const email = ADDRESS.test(cell('email')) ? cell('email') : ''
  const understood = { kind, size: sizeClass, role, email }
  return {
    name: cutBetweenCharacters(name, limits.maxNameChars),
    organisation,
    organisationKind: kind ?? kindOfName(organisation),
    sizeClass,
    role,
    group: cell('group'),
    email,
    unread: (Object.keys(understood) as (keyof typeof understood)[])
      .filter((column) => !understood[column] && !SAYS_NOTHING.test(cell(column)))
      .map(cell),
    sheets: [],
  }
}

/** Letters go there, so that it has to look like one. */
const ADDRESS = /^[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+$/
const SAYS_NOTHING = /^[-–—/.?]*$/

/** Beside first names, a column that is called "Name" holds the others. */
function nameFrom(first: string, last: string, name: string): string {
  if (first !== '' && last !== '') return `${first} ${last}`
  if (first === '' || name === '') return turned(first || last || name)
  const words = name.split(/[\s,]+/)
  const isWhole = first.split(' ').every((word) => words.includes(word))
  return isWhole ? turned(name) : `${first} ${name}`
}

/** "Onken, Gesine" as people say it. */
function turned(name: string): string {
  const [last, first, ...more] = name.split(',').map((part) => part.trim())
  return last && first && more.length === 0 ? `${first} ${last}` : name
}

function known<Word extends string>(
  words: Record<Word, readonly string[]>,
  order: readonly Word[],
  said: string,
): Word | null {
  if (said === '') return null
  return order.find((word) => word === said || words[word].some((one) => isSameText(one, said))) ?? null
}

/** A name often says what it is: "Landkreis Heidemark". */
function kindOfName(name: string): OrganisationKind | null {
  const [first = ''] = name.toLowerCase().split(' ')
  if (first === 'landkreis' || first === 'kreis') return 'county'
  if (['stadt', 'gemeinde', 'samtgemeinde', 'hansestadt'].includes(first)) return 'municipality'
  return first.startsWith('ministerium') ? 'state' : null
}

type Calling = Pick<ListedPerson, 'name' | 'organisation'>

/** One list says "Dr. Imke Harms", the next leaves it out. */
const TITLES =
  /^(?:(?:prof|dr|dipl)\.?(?:-?(?:ing|inform|verww|med|jur|phil|rer|nat)\.?|\s+(?:ing|med|dent|vet|jur|iur|phil|rer|nat|pol|oec|agr|theol|h\.\s?c)\.)*\s+|(?:herrn?|frau)\s+)+/i

interface Entry<What> {
  what: What
  /** "Herr Müller" and "Frau Müller" are two, and "Müller" is whom we heard of first; '' where nobody says. */
  address: string
}

/** People, found again however they are written. Each is folded once, for a list and a workshop have hundreds. */
class Register<What> {
  readonly #entries = new Map<string, Entry<What>[]>()

  add(person: Calling, what: What): void {
    const entry = { what, address: addressIn(person) }
    for (const key of keysOf(person)) {
      const others = this.#entries.get(key)
      if (others) others.push(entry)
      else this.#entries.set(key, [entry])
    }
  }

  find(person: Calling): What | undefined {
    const address = addressIn(person)
    const entry = keysOf(person)
      .flatMap((key) => this.#entries.get(key) ?? [])
      .find((one) => one.address === '' || address === '' || one.address === address)
    if (entry) entry.address ||= address
    return entry?.what
  }
}

const addressIn = ({ name }: Calling) =>
  /(?:^|\s)(herr|frau)n?\s/i.exec(TITLES.exec(name.trim())?.[0] ?? '')?.[1]?.toLowerCase() ?? ''

/** One for each pair of ways in which name and organisation may be folded. */
function keysOf({ name, organisation }: Calling): string[] {
  const [who, where] = [name.trim().replace(TITLES, ''), organisation].map((text) => folded(text.trim()))
  const ways = ['plain', 'spelled'] as const
  return ways.flatMap((one) => ways.map((other) => [one, who![one], other, where![other]].join('\n')))
}

/** What spreadsheets let no sheet be called, and how long they let it be. */
const NOT_IN_SHEETS = /[:\\/?*[\]]/g
const SHEET_NAME_CHARS = 31

/** Whether a column or a sheet means this group: a sheet says of it what a sheet may be called. */
export function meansGroup(said: string, group: string): boolean {
  const onSheet = (text: string) => text.replace(NOT_IN_SHEETS, '').slice(0, SHEET_NAME_CHARS).trim()
  return isSameText(said, group) || (said !== '' && isSameText(onSheet(said), onSheet(group)))
}

/** Whom of a list we know already, and who stands in it twice. */
export type Acquaintance = 'new' | 'member' | 'twice'

/** For each in turn: names and organisations that read the same are the same person. */
export function acquaintances(people: readonly Calling[], members: readonly Calling[]): Acquaintance[] {
  const met = new Register<'member' | 'twice'>()
  for (const member of members) met.add(member, 'member')
  return people.map((person) => {
    const known = met.find(person)
    if (!known) met.add(person, 'twice')
    return known ?? 'new'
  })
}
