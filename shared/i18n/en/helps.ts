/** Helps for single kinds, around the standard editors. */
export const helps = {
  matrix: {
    preset: 'Axes',
    hint: 'A preset names axes, ends and quadrants. You can change everything afterwards.',
    own: 'axes of your own',
    named: 'Axes and quadrants are now named after “{{preset}}”.',
  },
  challenge: {
    open: 'Build the sentence',
    hints: 'Hints on the question',
    hint: {
      solution: 'This names a solution already, which easily gets too narrow: what should it make better?',
      everything: 'This is very wide. Where do you begin, and for whom first?',
      forNobody: 'For whom? Name the people it is to help.',
      short: 'Rather brief. Say what should get better, for whom and where.',
      long: 'Very long. Could it be two questions?',
    },
    slots: {
      what: {
        label: 'How might we …',
        hint: 'What should get better? For example: process applications faster',
      },
      whom: { label: '… for …', hint: 'Whom should it help? For example: families without internet access' },
      where: { label: '… in the context of …', hint: 'Where and when? For example: small municipalities' },
    },
    take: 'Use this sentence',
    taken: 'The question is on the card.',
    replaces: 'The question that is on the card now will be replaced.',
    count_one: 'There is {{count}} design challenge in the workshop. {{fewest}} to {{most}} are usual.',
    count_other: 'There are {{count}} design challenges in the workshop. {{fewest}} to {{most}} are usual.',
    noGroup: 'none yet',
  },
  crazy8: {
    layOut: 'Lay out eight fields',
    start: 'Start eight minutes for everybody',
    wait: 'The moderator starts the eight minutes. Then the time runs here for each field.',
    now_one: 'Field {{n}} of {{of}}: {{count}} second left',
    now_other: 'Field {{n}} of {{of}}: {{count}} seconds left',
    mark: 'Field {{n}} · {{seconds}} s',
    goTo: 'To field {{n}}',
    said: 'Now field {{n}}.',
  },
}

/** Groups of cards that a service for meaning proposes. */
export const proposals = {
  title: 'Group cards by meaning',
  hint: 'A service proposes what belongs together on the page “{{page}}”. You decide card by card.',
  open: 'See proposals …',
  what_one: '{{count}} card on this page is in no cluster yet.',
  what_other: '{{count}} cards on this page are in no cluster yet.',
  tooFew: 'There are no two cards on this page that are in no cluster yet.',
  who: 'Their headlines go to {{host}} (model {{model}}), the service that your organisation has set up for this. What is not released stays here.',
  ask: 'Get proposals',
  found_one: '{{host}} proposes {{count}} group. Choose what belongs together.',
  found_other: '{{host}} proposes {{count}} groups. Choose what belongs together.',
  none: '{{host}} has found nothing that belongs together.',
  unsent_one: '{{count}} card was not sent, because it is not released.',
  unsent_other: '{{count}} cards were not sent, because they are not released.',
  group: 'Group {{n}} ({{count}})',
  allOf: 'All of group {{n}}',
  noneOf: 'None of group {{n}}',
  take_one: 'Make {{count}} cluster',
  take_other: 'Make {{count}} clusters',
  made_one: '{{count}} cluster made.',
  made_other: '{{count}} clusters made.',
  origin: 'Proposed by {{model}}',
}
