import { describe, expect, it } from 'vitest'
import { de } from '#shared/i18n/de/index.ts'
import { en } from '#shared/i18n/en/index.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { strategiewerkstatt } from '#shared/methods/strategiewerkstatt.ts'
import { plenumPages } from '#shared/methods/strategiewerkstatt-plenum.ts'

/** Every text below `value` with its path; `language` picks from where both languages stand side by side. */
function textsOf(value: unknown, language: 'de' | 'en', path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (value === null || typeof value !== 'object') return []
  const wording = value as Partial<Record<'de' | 'en', unknown>>
  if ('de' in wording && 'en' in wording) return textsOf(wording[language], language, path)
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, language, `${path}.${key}`))
}

const prepared = { methods, strategiewerkstatt, plenumPages }
const german = [...textsOf(de, 'de', 'de'), ...textsOf(prepared, 'de', 'prepared')]
const english = [...textsOf(en, 'en', 'en'), ...textsOf(prepared, 'en', 'prepared')]

const found = (texts: [string, string][], word: RegExp) =>
  texts.filter(([, text]) => word.test(text)).map(([path, text]) => `${path}: ${text}`)

/** Words that were given up, and what is said instead. Each was read wrongly by somebody who saw it for the first time. */
const germanWords: [given: RegExp, instead: string][] = [
  [/Ihre neuen Karten zeigen/, 'Auf neuen Karten steht'],
  [/\bAbsender/, 'Namensangabe'],
  [/^wartet$/, 'noch nicht gespeichert'],
  [/\bUhr (starten|läuft|beenden)|\bTimer\b/, 'Zeit'],
  [/^Melden$|\bMeldung(en)?\b|\bmelden können\b/, 'Hand heben, Hand gehoben; Hinweis'],
  [/\bBoards?\b/, 'Tafel'],
  [/Alle zu mir|zu mir holen/, 'Alle auf meine Seite holen'],
  [/^Sie sind hier dabei$/, 'Mein Zugang'],
  [/Warum-Spur/, 'Belege und Folgen'],
  [/nach (vorn|hinten)\b/, 'nach oben, nach unten'],
  [/Andere Karte\b/, 'Weitere Kartenarten'],
  [/Kick-?off/, 'Auftakt'],
  [/Neu-Rahmen|Reframing/i, 'neu einordnen'],
  [/Stand von jetzt/, 'Stand beim Herunterladen'],
  [/das hier geht|Bildformat geht nicht/, 'Dieses Format ist nicht möglich'],
  [/^Freigegeben$|^Veröffentlicht$/, 'Endfassung für den Stand, „darf hinaus“ für die Freigabe'],
  [/\bVoting\b|\bVotum\b|\bDots?\b/, 'Abstimmung, Punkte'],
  [/^Retro$/, 'Rückblick'],
  [/\b(du|dein|deine|dich|dir)\b/i, 'Sie'],
  [/\bLive-/, 'laufende Verbindung'],
  [/(?<!E-)\bMails?\b/, 'E-Mail'],
  [/\bhinaus d(arf|urf)/, 'hinausdarf'],
  [/^Bitte (eine[nm]?|ein) /, 'Bitte geben Sie … ein'],
]

/** English that was German in disguise. */
const englishWords: [given: RegExp, instead: string][] = [
  [/need no account/, 'do not need an account'],
  [/(are|is) possible\.?$|are possible\b/, 'The limit is …'],
  [/take part here/, 'have joined here'],
  [/Trail of reasons/i, 'Evidence and outcomes'],
  [/to the (front|back)$/, 'up, down'],
  [/^Other card$/, 'More kinds of card'],
  [/\bSender\b/i, 'Name shown'],
  [/\bthe clock is running/i, 'timer'],
  [/\bOne sees\b|\bone can\b|does one\b/, 'you'],
  [/\bWhoever (is|has|knows|writes|decides|wants)\b/, 'people who'],
  [/\bneed not\b/, 'do not need to'],
  [/\bmedia breaks?\b/i, 'change of medium'],
  [/for reading only/i, 'read-only'],
  [/^State$/, 'Status, Maturity'],
  [/\bthe function\b|^Function and\b/, 'role'],
  [/(in|to) place \{\{|^Place \{\{/, 'position, rank'],
  [/\bbacked\b/, 'has evidence'],
  [/\bwebsockets?\b(?!”)/, 'WebSocket'],
]

describe('the texts', () => {
  it.each(germanWords)('do not say %s in German any more, but: %s', (word) => {
    expect(found(german, word)).toEqual([])
  })

  it.each(englishWords)('do not say %s in English, but: %s', (word) => {
    expect(found(english, word)).toEqual([])
  })

  it('name maturity, release and ways of working with the same words everywhere', () => {
    const maturity = { draft: 'Entwurf', agreed: 'abgestimmt', final: 'Endfassung' }
    const release = { group: 'nur für die Gruppe', released: 'darf hinaus' }
    expect(de.artefacts.status.options).toEqual(maturity)
    expect(de.board.card.maturity).toEqual(maturity)
    expect(de.kinds.quote.fields.release.options).toEqual(release)
    expect(de.kinds.profile.fields.publication.options).toEqual(release)
    expect([de.room.methods.modes.vote, de.agenda.modes.vote]).toEqual(['Abstimmung', 'Abstimmung'])
  })

  it('are looked through completely', () => {
    expect(german.length).toBeGreaterThan(1000)
    expect(english.length).toBe(german.length)
  })
})
