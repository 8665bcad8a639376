/** What is asked before something leaves; part of `workshop`. */
export const releaseCheck = {
  check: {
    title: 'Vor dem Herunterladen: {{name}}',
    looking: 'Prüft, was zurückgehalten wird',
    safeAnyway: 'Zurückgehalten wird es trotzdem: Sie können die Datei unbesorgt herunterladen.',
    complete:
      'Diese Sicherung enthält alles, auch was nur für die Gruppe ist: O-Töne, Interviews und Kommentare. Bewahren Sie sie vertraulich auf und geben Sie sie nicht weiter.',
    nothing: 'Nichts wird zurückgehalten.',
    withheld_one: 'An einer Stelle wird etwas zurückgehalten.',
    withheld_other: 'An {{count}} Stellen wird etwas zurückgehalten.',
    who: 'Freigeben kann die Moderation: {{names}}.',
    keeps:
      'Eine spätere Rücknahme holt nichts zurück: Versionen, Sicherungen und schon weitergegebene Dateien behalten die Worte.',
    chooseFirst: 'O-Töne zum Freigeben auswählen',
    release_one: 'Einen O-Ton freigeben',
    release_other: '{{count}} O-Töne freigeben',
    releaseAnyway: 'Trotzdem freigeben',
    undecidedTitle: 'Einwilligung noch nicht geklärt',
    undecidedText: 'Niemand hat eingetragen, ob diese Gespräche verwendet werden dürfen:',
    opened_one: 'Ein Eintrag darf jetzt hinaus.',
    opened_other: '{{count}} Einträge dürfen jetzt hinaus.',
    closed_one: 'Ein Eintrag bleibt jetzt in der Gruppe.',
    closed_other: '{{count}} Einträge bleiben jetzt in der Gruppe.',
    allOfInterview_one: 'Der O-Ton aus „{{interview}}“',
    allOfInterview_other: 'Alle {{count}} O-Töne aus „{{interview}}“',
    allWithoutInterview: 'Alle O-Töne ohne Interview',
    untitled: 'Interview ohne Titel',
    words: '„{{words}}“',
    noWords: 'ohne Worte',
    toldElsewhere: 'Dieselben Worte sind auf einer anderen Karte freigegeben und dürfen darum hinaus.',
    toRoom: 'Im Raum ansehen',
    nameHeld: 'Der Name der Gruppe wiederholt etwas Zurückgehaltenes und wird ersetzt.',
    consent: {
      isUndecided: '„{{title}}“: Die Einwilligung ist noch nicht geklärt.',
      isRefused:
        '„{{title}}“: Die Einwilligung ist verweigert. Alles aus diesem Gespräch bleibt in der Gruppe.',
      waiting_one: 'Ein O-Ton daraus ist noch nicht freigegeben.',
      waiting_other: '{{count}} O-Töne daraus sind noch nicht freigegeben.',
      given: 'Einwilligung liegt vor',
      refused: 'Verweigert',
    },
    person: { open: 'Nichts Vertrauliches', closed: 'Bleibt in der Gruppe' },
    reason: {
      notReleased: {
        title: 'O-Töne, die nur für die Gruppe sind',
        text: 'Statt der Worte steht ein Platzhalter, bis die Moderation sie freigibt.',
      },
      fromRefused: {
        title: 'O-Töne aus verweigerten Interviews',
        text: 'Sie bleiben in der Gruppe, auch wenn sie freigegeben waren.',
      },
      refused: {
        title: 'Interviews, deren Einwilligung verweigert ist',
        text: 'Hinaus geht nur, dass es sie gibt.',
      },
      repeats: {
        title: 'Texte, die Zurückgehaltenes wiederholen',
        text: 'Diese Texte werden ersetzt. Geben Sie den O-Ton frei oder sagen Sie es im Raum in anderen Worten.',
      },
      confidential: {
        title: 'Karten, die in der Gruppe bleiben',
        text: 'Jemand hat gesagt, dass sie etwas Vertrauliches enthalten.',
      },
      resting: {
        title: 'Karten, die auf Zurückgehaltenem beruhen',
        text: 'Sie gehen hinaus, wie sie sind. Enthalten sie etwas, woran jemand zu erkennen ist?',
      },
      recognisable: {
        title: 'Interviews, die auf eine Person zeigen können',
        text: 'Kommune, Datum und Funktion gehen zusammen hinaus. Sagen Sie im Interview unter „Was wurde zugesagt?“, was davon hier bleibt, oder tragen Sie unter „Kommune nach außen“ Art und Größe ein.',
      },
      named: {
        title: 'O-Töne, in denen Namen stehen',
        text: 'Sie nennen eine Person, einen Anbieter oder ein Produkt. Darf der Name nicht hinaus, schwärzen Sie ihn im Text des Interviews.',
      },
      consentOpen: {
        title: 'Interviews mit offener Einwilligung',
        text: 'Ihr Text geht nie hinaus. Klären Sie, ob das Gespräch verwendet werden darf.',
      },
    },
  },
}
