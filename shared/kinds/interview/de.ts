import type { TextsOf } from '../texts.ts'
import type { interview as spec } from './spec.ts'

export const interview = {
  label: 'Interview',
  plural: 'Interviews',
  hint: 'Das Protokoll eines Gesprächs. Der Text bleibt, wie er ist.',
  empty: 'Interview ohne Titel',
  withheld: 'Interview ohne Einwilligung, bleibt in der Gruppe',
  face: {
    missing: 'kein Protokoll',
    consentGiven: 'Einwilligung',
    consentUnknown: 'Einwilligung offen',
    consentRefused: 'Einwilligung verweigert',
  },
  fields: {
    title: { label: 'Titel' },
    number: { label: 'Nummer' },
    strong: { label: 'Hervorgehobenes' },
    revisions: {
      label: 'Berichtigungen',
      item: 'Berichtigung',
      fields: {
        transcript: { label: 'Berichtigter Text' },
        strong: { label: 'Hervorgehobenes' },
        by: { label: 'Wer hat berichtigt?' },
      },
    },
    redactions: {
      label: 'Geschwärztes',
      item: 'Geschwärzte Stelle',
      fields: { words: { label: 'Wortlaut' } },
    },
    transcript: { label: 'Text des Interviews', hint: 'Bleibt unverändert, weil O-Töne auf ihn zeigen.' },
    date: { label: 'Datum des Gesprächs' },
    minutes: { label: 'Dauer in Minuten' },
    format: {
      label: 'Wie wurde gesprochen?',
      options: {
        unknown: 'noch offen',
        inPerson: 'vor Ort',
        video: 'Videogespräch',
        phone: 'Telefon',
        written: 'schriftlich',
      },
    },
    municipality: { label: 'Kommune' },
    sizeClass: {
      label: 'Größe der Kommune',
      options: {
        unknown: 'noch offen',
        upTo5000: 'bis 5.000 Einwohner:innen',
        upTo20000: 'bis 20.000 Einwohner:innen',
        upTo100000: 'bis 100.000 Einwohner:innen',
        over100000: 'mehr als 100.000 Einwohner:innen',
      },
    },
    function: { label: 'Funktion der befragten Person', hint: 'Kein Name, zum Beispiel: Amtsleitung.' },
    interviewer: { label: 'Interview geführt von' },
    anonymity: {
      label: 'Was wurde zugesagt?',
      hint: 'Was hier bleibt, wird in Dateien und Bildern geschwärzt, auch auf den O-Tönen.',
      options: {
        unknown: 'noch nicht geklärt',
        none: 'Die Person darf erkennbar sein',
        place: 'Die Kommune bleibt hier',
        person: 'Kommune, Datum und Funktion bleiben hier',
      },
    },
    placeOutside: {
      label: 'Kommune nach außen',
      hint: 'Steht in Dateien und Bildern statt des Namens, zum Beispiel: kleine Stadt, unter 20.000.',
    },
    consent: {
      label: 'Einwilligung',
      hint: 'Darf das Gespräch verwendet werden?',
      options: { unknown: 'Noch nicht geklärt', given: 'Liegt vor', refused: 'Verweigert' },
    },
  },
} satisfies TextsOf<typeof spec>
