import type { releaseCheck as german } from '../de/release-check.ts'

export const releaseCheck: typeof german = {
  check: {
    title: 'Before you download: {{name}}',
    looking: 'Looking at what is withheld',
    safeAnyway: 'It is withheld all the same: you can download the file without worry.',
    complete:
      'This backup contains everything, including what is for the group only: quotes, interviews and comments. Keep it confidential and do not pass it on.',
    nothing: 'Nothing is withheld.',
    withheld_one: 'Something is withheld in one place.',
    withheld_other: 'Something is withheld in {{count}} places.',
    who: 'Moderators can release it: {{names}}.',
    keeps:
      'A later withdrawal brings nothing back: versions, backups and files already passed on keep the words.',
    chooseFirst: 'Choose quotes to release',
    release_one: 'Release one quote',
    release_other: 'Release {{count}} quotes',
    releaseAnyway: 'Release anyway',
    undecidedTitle: 'Consent not yet clarified',
    undecidedText: 'Nobody has noted whether these conversations may be used:',
    opened_one: 'One entry may now leave the group.',
    opened_other: '{{count}} entries may now leave the group.',
    closed_one: 'One entry stays in the group now.',
    closed_other: '{{count}} entries stay in the group now.',
    allOfInterview_one: 'The quote from “{{interview}}”',
    allOfInterview_other: 'All {{count}} quotes from “{{interview}}”',
    allWithoutInterview: 'All quotes without an interview',
    untitled: 'Interview without a title',
    words: '“{{words}}”',
    noWords: 'without words',
    toldElsewhere: 'The same words are released on another card, so they may leave.',
    toRoom: 'See in the room',
    nameHeld: 'The name of the group repeats something withheld and is replaced.',
    consent: {
      isUndecided: '“{{title}}”: consent is not yet clarified.',
      isRefused: '“{{title}}”: consent is refused. Everything from this conversation stays in the group.',
      waiting_one: 'One quote from it is not released yet.',
      waiting_other: '{{count}} quotes from it are not released yet.',
      given: 'Consent given',
      refused: 'Refused',
    },
    person: { open: 'Nothing confidential', closed: 'Stays in the group' },
    reason: {
      notReleased: {
        title: 'Quotes that are for the group only',
        text: 'A placeholder replaces the words until moderators release them.',
      },
      fromRefused: {
        title: 'Quotes from refused interviews',
        text: 'They stay in the group, even if they had been released.',
      },
      refused: {
        title: 'Interviews whose consent is refused',
        text: 'Outside the group people see only that they exist.',
      },
      repeats: {
        title: 'Texts that repeat what is withheld',
        text: 'These texts are replaced. Release the quote, or say it in other words in the room.',
      },
      confidential: {
        title: 'Cards that stay in the group',
        text: 'Somebody said that they contain something confidential.',
      },
      resting: {
        title: 'Cards based on something withheld',
        text: 'They leave the group as they are. Do they contain anything that could identify somebody?',
      },
      recognisable: {
        title: 'Interviews that may point to one person',
        text: 'Municipality, date and role leave the group together. Say in the interview under “What was promised?” what of it stays here, or enter kind and size under “Municipality as shown outside”.',
      },
      named: {
        title: 'Quotes that contain names',
        text: 'They name a person, a provider or a product. If the name must not leave the group, redact it in the text of the interview.',
      },
      consentOpen: {
        title: 'Interviews whose consent is not clarified',
        text: 'Their text never leaves the group. Clarify whether the conversation may be used.',
      },
    },
  },
}
