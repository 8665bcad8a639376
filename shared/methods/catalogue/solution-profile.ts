import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const solutionProfile: Method = {
  key: 'solution-profile',
  phase: 'closing',
  name: words(['Lösungssteckbrief', 'Solution profile']),
  what: words([
    'Die fertige Lösung wird so beschrieben, dass andere sie finden und nachnutzen können.',
    'The finished solution is described so that others can find and reuse it.',
  ]),
  why: words([
    'Was niemand findet, wird ein zweites Mal erfunden.',
    'What nobody can find gets invented again.',
  ]),
  example: words([
    'Standlicht: im Pilot, ohne neues Fachverfahren, erster Schritt: ein Gespräch mit dem Betrieb.',
    'Status light: in pilot, without a new specialist system, first step: talk to the operator.',
  ]),
  hints: words([
    'Schreiben Sie für jemanden, der nicht dabei war. Hinaus darf er erst, wenn alle zustimmen.',
    'Write for somebody who was not there. It may leave the group only once everybody agrees.',
  ]),
  page: {
    key: 'profiles',
    phase: 'closing',
    name: words(['Lösungssteckbriefe', 'Solution profiles']),
    instruction: words([
      'Beschreiben Sie die Lösung für Menschen, die nicht dabei waren.',
      'Describe the solution for people who were not there.',
    ]),
    question: words([
      'Was müssen andere wissen, um sie zu nutzen?',
      'What do others need to know to use it?',
    ]),
    fields: inRows([
      field('profiles', ['Steckbriefe', 'Profiles'], {
        flow: 2,
        takes: ['profile'],
        example: ['Standlicht', 'Status light'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Schreiben', 'Writing']),
      instruction: words(['Füllen Sie den Steckbrief in Zweiergruppen.', 'Fill in the profile in pairs.']),
      minutes: 20,
      mode: { type: 'open' },
    },
    {
      title: words(['Gegenlesen', 'Proofreading']),
      instruction: words([
        'Versteht es jemand, der nicht dabei war?',
        'Would somebody who was not there understand it?',
      ]),
      minutes: 10,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['profile'],
  from: ['concept', 'prototype', 'pitch'],
}
