import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const pointOfView: Method = {
  key: 'point-of-view',
  phase: 'problem',
  name: words(['Standpunkt (POV)', 'Point of view']),
  what: words([
    'Ein Satz bringt das Problem auf den Punkt: Wer braucht was, und warum?',
    'One sentence gets to the heart of the problem: who needs what, and why?',
  ]),
  why: words([
    'Er hält die Gruppe zusammen, wenn die Ideen auseinandergehen.',
    'It holds the group together when ideas diverge.',
  ]),
  example: words([
    'Maren braucht beim ersten Anruf eine Auskunft, weil nicht die Dauer verärgert, sondern die Stille.',
    'Maren needs an answer on the first call because it is not the time it takes that annoys, but the silence.',
  ]),
  hints: words([
    'Im Bedarf steht ein Tunwort, keine Lösung. Das Weil kommt aus einer Erkenntnis.',
    'The need contains a verb, not a solution. The “because” comes from an insight.',
  ]),
  page: {
    key: 'pov',
    phase: 'problem',
    name: words(['Standpunkt (POV)', 'Point of view']),
    instruction: words(['Schreiben Sie: Wer braucht was, weil …?', 'Write: who needs what, because …?']),
    question: words(['Was ist der Kern des Problems?', 'What is the heart of the problem?']),
    tip: words([
      'Ein Standpunkt nennt einen Menschen, einen Bedarf und einen Grund.',
      'A point of view names a person, a need and a reason.',
    ]),
    fields: inRows([
      field('povs', ['Standpunkte', 'Points of view'], {
        flow: 2,
        takes: ['pov'],
        example: ['Maren braucht …, weil …', 'Maren needs … because …'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Still entwerfen', 'Drafting silently']),
      instruction: words(['Schreiben Sie zwei Sätze.', 'Write two sentences.']),
      minutes: 8,
      mode: { type: 'silent', authorship: 'named' },
    },
    {
      title: words(['Zusammenführen', 'Bringing together']),
      instruction: words(['Welche Sätze meinen dasselbe?', 'Which sentences mean the same thing?']),
      minutes: 15,
      mode: { type: 'open' },
    },
    {
      title: words(['Zustimmen', 'Agreeing']),
      instruction: words([
        'Hat jemand einen schwerwiegenden Einwand?',
        'Does anybody have a serious objection?',
      ]),
      minutes: 7,
      mode: { type: 'vote', ballot: 'consent' },
    },
  ],
  makes: ['pov'],
  from: ['persona', 'insight'],
}
