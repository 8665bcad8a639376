export const board = {
  card: {
    open: 'Open',
    write: 'Write …',
    missing: 'This card is not available.',
    openingQuote: '“',
    closingQuote: '”',
    from: 'from: {{title}}',
    noSource: 'no passage in an interview',
    nobody: 'speaker not stated',
    minutes: '{{count}} min',
    maturity: { draft: 'Draft', agreed: 'agreed', final: 'final' },
    superseded: 'replaced',
    unproven: 'no evidence',
    against_one: '{{count}} against',
    against_other: '{{count}} against',
    pieces_one: '{{count}} in support',
    pieces_other: '{{count}} in support',
    municipalities_one: '{{count}} municipality',
    municipalities_other: '{{count}} municipalities',
    interviews_one: '{{count}} interview',
    interviews_other: '{{count}} interviews',
    commentsFresh: '{{count}} · {{unread}} new',
    groupOnly: 'group only',
    mayLeave: 'may leave group',
  },
  takenAway: 'Somebody took this card off the board. You can go on writing here; nothing is lost.',
  takenWords:
    'Somebody removed what you are writing in. Your words now stand on this note, which is put aside; nothing is lost.',
  removed: {
    many_one: '{{count}} card was taken off the board.',
    many_other: '{{count}} cards were taken off the board.',
    manyThings_one: '{{count}} item was taken off the board.',
    manyThings_other: '{{count}} items were taken off the board.',
    back: 'Bring back',
    ask: 'Take {{count}} cards off the board?',
    askThings: 'Take {{count}} items off the board?',
    ofOthers:
      '{{count}} of them are by others. None is lost: the list keeps them under “Set aside”, from where they can be brought back.',
    cardsOfOthers_one:
      'One of them is a card by others. It is not lost: the list keeps it under “Set aside”, from where it can be brought back.',
    cardsOfOthers_other:
      '{{count}} of them are cards by others. None is lost: the list keeps them under “Set aside”, from where they can be brought back.',
    things_one:
      'One of them is a picture, a text or a drawing. No list keeps it: only “Bring back” returns it, right afterwards.',
    things_other:
      '{{count}} of them are pictures, texts or drawings. No list keeps these: only “Bring back” returns them, right afterwards.',
    go: 'Take off the board',
  },
}
