export const board = {
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
    maturity: { draft: 'Entwurf', agreed: 'abgestimmt', final: 'Endfassung' },
    superseded: 'ersetzt',
    unproven: 'unbelegt',
    against_one: '{{count}} dagegen',
    against_other: '{{count}} dagegen',
    pieces_one: '{{count}} Beleg',
    pieces_other: '{{count}} Belege',
    municipalities_one: '{{count}} Kommune',
    municipalities_other: '{{count}} Kommunen',
    interviews_one: '{{count}} Interview',
    interviews_other: '{{count}} Interviews',
    commentsFresh: '{{count}} · {{unread}} neu',
    groupOnly: 'nur Gruppe',
    mayLeave: 'darf hinaus',
  },
  takenAway: 'Jemand hat diese Karte von der Tafel genommen. Sie schreiben hier weiter; nichts ist verloren.',
  takenWords:
    'Jemand hat entfernt, worin Sie gerade schreiben. Ihre Worte stehen jetzt auf dieser abgelegten Notiz; nichts ist verloren.',
  removed: {
    many_one: '{{count}} Karte wurde von der Tafel genommen.',
    many_other: '{{count}} Karten wurden von der Tafel genommen.',
    manyThings_one: '{{count}} Element wurde von der Tafel genommen.',
    manyThings_other: '{{count}} Elemente wurden von der Tafel genommen.',
    back: 'Zurückholen',
    ask: '{{count}} Karten von der Tafel nehmen?',
    askThings: '{{count}} Elemente von der Tafel nehmen?',
    ofOthers:
      '{{count}} davon sind von anderen. Keine geht verloren: In der Liste stehen sie unter „Abgelegt“ und lassen sich von dort zurückholen.',
    cardsOfOthers_one:
      'Eines davon ist eine Karte von anderen. Sie geht nicht verloren: In der Liste steht sie unter „Abgelegt“ und lässt sich von dort zurückholen.',
    cardsOfOthers_other:
      '{{count}} davon sind Karten von anderen. Keine geht verloren: In der Liste stehen sie unter „Abgelegt“ und lassen sich von dort zurückholen.',
    things_one:
      'Eines davon ist ein Bild, ein Text oder eine Zeichnung. Es steht in keiner Liste und kommt nur gleich danach mit „Zurückholen“ wieder.',
    things_other:
      '{{count}} davon sind Bilder, Texte oder Zeichnungen. Sie stehen in keiner Liste und kommen nur gleich danach mit „Zurückholen“ wieder.',
    go: 'Von der Tafel nehmen',
  },
}
