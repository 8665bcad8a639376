import type { rehearsal as source } from '../de/rehearsal.ts'

export const rehearsal: typeof source = {
  title: 'Rehearse the agenda',
  about:
    'The room is copied, with its agenda and cards. Six simulated participants take part in the copy: they write, vote and say “I am done”, as the current step requires. You lead as if everybody were there.',
  trace:
    'Nothing changes in this workshop, and nobody will notice. When you end the rehearsal, the copy is deleted with everything in it; ten minutes after you have gone, by itself as well.',
  start: 'Begin the rehearsal',
  banner: 'Rehearsal: everybody else here is simulated. Nothing here is kept.',
  bannerIdle: 'Rehearsal: start a step of the agenda, and the simulated participants take part.',
  end: 'End the rehearsal',
  ended: 'The rehearsal is over. Nothing of it has been kept.',
  /** Lists have an entry to a line. */
  simulated: {
    marked: '{{name}} (simulated)',
    names: 'Anna\nBilal\nCarla\nDavid\nElif\nFrank',
    cards: `
Whoever calls is put on hold three times
The form cannot be filled in on a phone
Two offices ask for the same details
There is no list of contact persons
The front desk is friendly and quick
Appointments are in the morning only
Templates lie in three different folders
Nobody practises after the training
The next town already has a solution for this
Questions often take more than a week
A short guide would help everybody
Responsibility changes in the middle of a case
`.trim(),
    objection: 'We have no time for this in our daily work.',
  },
}
