export const board = {
  label: 'Board',
  loading: 'The board is being set up …',
  empty: 'There is no page yet. It will appear once the connection is there.',
  toList: 'Switch to the list',
  readOnly: 'View only',
  follow: {
    now: 'You are following {{name}}.',
    stop: 'Stop following',
  },
  card: {
    open: 'Open',
    write: 'Write …',
    missing: 'This card is not here.',
    openingQuote: '“',
    closingQuote: '”',
    from: 'from: {{title}}',
    noSource: 'no place in an interview',
    nobody: 'not stated by whom',
    minutes: '{{count}} min',
    consent: 'Consent: {{state}}',
  },
  tools: {
    cards: 'New card',
    drawing: 'Draw',
  },
  actions: {
    newCardHere: 'New note here',
    openCard: 'Open card',
  },
  paste: {
    lines: '{{count}} lines pasted into one note.',
    split: 'One card per line',
    tooMany: 'That is {{count}} lines. At most {{max}} cards are created at once.',
    tooLong: 'The text was too long for one note, so it was spread over several cards.',
  },
  image: {
    failed: 'The image could not be uploaded. Nothing on the board has changed.',
    onlyImages: 'The board takes images: PNG, JPEG, WebP or GIF.',
  },
  full: 'There is no room left on this page ({{max}} items). Please use another page.',
}
