import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#tests/support/module-graph.ts'
import { text } from '../support/texts.ts'

/** Who takes part in the journey and what they work on. */
export const workshopTitle = 'Digitale Antragswege 2027'
export const groupNames = ['Bürgerservice', 'Bauen & Wohnen', 'Zusammenarbeit'] as const

export const moderator = {
  name: 'Mara Moderation',
  email: 'mara@example.org',
  password: 'vier Wörter sind genug',
}
export const anna = {
  name: 'Anna Amtsleitung',
  organisation: 'Landkreis Beispiel',
  kind: text('workshop.organisationKind.county'),
}
export const jonas = {
  name: 'Jonas IT',
  organisation: 'Rechenzentrum Nord',
  kind: text('workshop.organisationKind.municipalItProvider'),
}

/** A long interview protocol: the real one where it lies beside the checkout, else one of our own writing. */
export const protocolFile = [
  join(projectRoot, '..', 'shared', 'seeds', '002_e7b3d804e4c96934.txt'),
  join(projectRoot, 'tests', 'fixtures', 'interview-protokoll.txt'),
].find((path) => existsSync(path))!

/** As the reader shows it and quotes point into it: line ends are \n. */
export const protocol = () => readFileSync(protocolFile, 'utf8').replace(/\r\n?/g, '\n')

/**
 * Passages to mark: whole sentences of different lengths from all over the text, chosen by their place, so that the
 * journey works on any protocol.
 */
export function passages(transcript: string): string[] {
  const sentences = transcript
    .split('\n')
    .flatMap((line) => line.match(/[A-ZÄÖÜ][^.!?]{40,160}[.!?](?=\s|$)/g) ?? [])
    .filter((sentence) => transcript.indexOf(sentence) === transcript.lastIndexOf(sentence))
  const wanted = [0.35, 0.5, 0.65, 0.8]
  return wanted.map((share) => sentences[Math.floor(sentences.length * share)]!)
}

export const interviewAbout = {
  title: 'Gespräch im Bürgerbüro',
  municipality: 'Landkreis Beispiel',
  function: 'Amtsleitung',
}

export const persona = {
  name: 'Petra Postfach',
  role: 'Sachbearbeitung im Bürgerbüro',
  goals: 'Anträge ohne Medienbruch bearbeiten.',
}
export const ideas = {
  anna: 'Ein gemeinsamer Antragsassistent für alle Kommunen im Landkreis',
  benefit: 'Niemand tippt Daten zweimal ab.',
  /** Begins like a formula and holds what HTML and CSV are sensitive to. */
  jonas: '=SUMME? Unterlagen nur einmal einreichen; „Once only“ & <b>Zeichen</b>',
}
export const versionName = 'Nach dem ersten Sammeln'
