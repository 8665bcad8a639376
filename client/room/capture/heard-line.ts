import { kindNames, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import { dateIn } from './heard-date.ts'

/** A kind that can be taken down in a line, and the fields that the line goes into. */
interface Captured {
  kind: ArtefactKind
  headline: string
  owner: string
  day: string
  prefix: RegExp
  promise: boolean
}

const captured = kindNames.flatMap((kind): Captured[] => {
  const { headline, captured: rule } = traitsOf(kind)
  if (!rule) return []
  const { owner, day, said, promise } = rule
  const prefix = new RegExp(`^\\s*(?:${said.join('|')})\\s*:\\s*`, 'iu')
  return [{ kind, headline, owner, day, prefix, promise: promise !== undefined }]
})

export const capturedKinds: readonly ArtefactKind[] = captured.map(({ kind }) => kind)
/** What a line is that says nothing of it. */
export const usualKind = captured.find(({ promise }) => !promise)?.kind ?? capturedKinds[0]!
/** Of a kind among `capturedKinds`. */
export const capturedAs = (kind: ArtefactKind): Captured => captured.find((one) => one.kind === kind)!
const promisedKind = captured.find(({ promise }) => promise)?.kind ?? null

/** What somebody meant by a line, as far as simple words say it. */
export interface Heard {
  /** Null where the line does not say. */
  kind: ArtefactKind | null
  /** The line without what is said elsewhere now. */
  text: string
  /** Empty: nobody. */
  owner: string
  /** YYYY-MM-DD; empty: none. */
  date: string
}

/**
 * Reads "Imke lädt die Kämmerei ein, bis Freitag" as a task of Imke's for Friday. What it takes out of the text are only words
 * that say nothing beside that: a kind with a colon in front, `@Name`, a date at the end.
 * @param names of those who are here, first names included; the first who begins the line owns it
 * @param today in the writer's time zone
 */
export function heardOf(line: string, names: readonly string[], today: Date): Heard {
  const said = captured.find(({ prefix }) => prefix.test(line))
  const whole = said ? line.replace(said.prefix, '') : line
  const { owner, rest } = ownerIn(whole, names)
  const date = dateIn(rest, today)
  const isAtTheEnd = date !== null && /^[\s.!]*$/u.test(rest.slice(date.to))
  const text = isAtTheEnd ? rest.slice(0, date.from) : rest
  const kind = said?.kind ?? (owner !== '' || date ? promisedKind : null)
  return { kind, text: text.trim(), owner, date: date?.day ?? '' }
}

function ownerIn(line: string, names: readonly string[]): { owner: string; rest: string } {
  const called = /(?:^|\s)@([\p{L}][\p{L}'’-]*)/u.exec(line)
  if (called) {
    const [words, name = ''] = called
    const rest = line.slice(0, called.index) + line.slice(called.index + words.length)
    return {
      owner: fullName(name, names) ?? name,
      rest: rest.replace(/^[\s:,]+/u, '').replace(/\s{2,}/gu, ' '),
    }
  }
  const known = names.find((name) => beginsWith(line, name) || beginsWith(line, firstOf(name)))
  if (known === undefined) return { owner: '', rest: line }
  const length = beginsWith(line, known) ? known.length : firstOf(known).length
  const afterName = line.trimStart().slice(length)
  // "Imke: Einladung schreiben" says the name for nothing but this; "Imke schreibt die Einladung" is a sentence
  return { owner: known, rest: /^\s*:/u.test(afterName) ? afterName.replace(/^\s*:\s*/u, '') : line }
}

const firstOf = (name: string) => name.split(/\s+/u)[0] ?? name

function fullName(name: string, names: readonly string[]): string | undefined {
  return names.find((full) => firstOf(full).toLowerCase() === name.toLowerCase())
}

function beginsWith(line: string, name: string): boolean {
  const start = line.trimStart()
  return (
    name.length > 1 &&
    start.slice(0, name.length).toLowerCase() === name.toLowerCase() &&
    /^(?:[\s:,]|$)/u.test(start.slice(name.length))
  )
}
