import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const interviewEvaluation: Method = {
  key: 'interview-evaluation',
  phase: 'preparation',
  name: words(['Interviews auswerten', 'Evaluating interviews']),
  what: words([
    'Sie lesen die Protokolle und markieren, was Menschen wörtlich gesagt haben. Jede Stelle wird ein O-Ton auf einer eigenen Karte.',
    'You read the transcripts and mark what people said word for word. Every passage becomes a quote on a card of its own.',
  ]),
  why: words([
    'Alles Weitere stützt sich auf das, was Menschen gesagt haben, nicht auf das, was wir vermuten.',
    'Everything that follows is based on what people said, not on what we assume.',
  ]),
  example: words([
    '„Ich sehe, dass der Antrag da ist. Ich sehe nicht, bei wem er liegt.“',
    '“I can see that the application is there. I cannot see who has it.”',
  ]),
  hints: words([
    'Teilen Sie die Protokolle auf: zwei Personen je Interview. Was überrascht, zählt mehr als das, was alle schon wussten.',
    'Share out the transcripts: two people per interview. What is surprising counts more than what everybody knew.',
  ]),
  page: {
    key: 'interviews',
    phase: 'preparation',
    name: words(['Interviews & O-Töne', 'Interviews & quotes']),
    instruction: words([
      'Öffnen Sie ein Interview und markieren Sie, was auffällt.',
      'Open an interview and mark what stands out.',
    ]),
    question: words(['Was haben Menschen wörtlich gesagt?', 'What did people say, word for word?']),
    tip: words([
      'Kurze Stellen sind besser als lange. Eine Aussage je Karte.',
      'Short passages are better than long ones. One statement per card.',
    ]),
    fields: inRows([
      field('protocols', ['Interviewprotokolle', 'Interview transcripts'], {
        span: 4,
        takes: ['interview'],
        example: ['Protokoll hier ablegen', 'put a transcript here'],
      }),
      field('quotes', ['O-Töne', 'Quotes'], {
        span: 8,
        takes: ['quote'],
        example: ['Alle haben genickt.', 'Everybody nodded.'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Lesen und markieren', 'Reading and marking']),
      instruction: words([
        'Lesen Sie Ihr Interview und markieren Sie, was auffällt.',
        'Read your interview and mark what stands out.',
      ]),
      minutes: 40,
      mode: { type: 'open' },
    },
    {
      title: words(['Vorstellen', 'Presenting']),
      instruction: words([
        'Jede Zweiergruppe liest ihre drei stärksten O-Töne vor.',
        'Each pair reads out its three strongest quotes.',
      ]),
      minutes: 20,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['quote'],
  from: ['interview'],
}
