export const board = {
  label: 'Tafel',
  loading: 'Die Tafel wird aufgebaut …',
  empty: 'Noch ist keine Seite da. Sie erscheint, sobald die Verbindung steht.',
  toList: 'Zur Liste wechseln',
  readOnly: 'Nur zum Ansehen',
  follow: {
    now: 'Sie folgen {{name}}.',
    stop: 'Nicht mehr folgen',
  },
  card: {
    open: 'Öffnen',
    write: 'Schreiben …',
    missing: 'Diese Karte ist nicht da.',
    openingQuote: '„',
    closingQuote: '“',
    from: 'aus: {{title}}',
    noSource: 'ohne Stelle im Interview',
    nobody: 'ohne Angabe, von wem',
    minutes: '{{count}} min',
    consent: 'Einwilligung: {{state}}',
  },
  tools: {
    cards: 'Neue Karte',
    drawing: 'Zeichnen',
  },
  actions: {
    newCardHere: 'Neue Notiz hier',
    openCard: 'Karte öffnen',
  },
  paste: {
    lines: '{{count}} Zeilen in eine Notiz eingefügt.',
    split: 'Eine Karte je Zeile',
    tooMany: 'Das sind {{count}} Zeilen. Auf einmal werden höchstens {{max}} Karten angelegt.',
    tooLong: 'Der Text war zu lang für eine Notiz und steht deshalb auf mehreren Karten.',
  },
  image: {
    failed: 'Das Bild konnte nicht hochgeladen werden. An der Tafel hat sich nichts geändert.',
    onlyImages: 'Auf die Tafel passen Bilder: PNG, JPEG, WebP oder GIF.',
  },
  full: 'Auf dieser Seite ist kein Platz mehr ({{max}} Elemente). Bitte nutzen Sie eine andere Seite.',
}
