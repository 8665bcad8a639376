/** Helps for single kinds, around the standard editors. */
export const helps = {
  matrix: {
    preset: 'Achsen',
    hint: 'Eine Vorlage benennt Achsen, Enden und Felder. Danach können Sie alles ändern.',
    own: 'eigene Achsen',
    named: 'Achsen und Felder heißen jetzt nach „{{preset}}“.',
  },
  challenge: {
    open: 'Satz bauen',
    hints: 'Hinweise zur Frage',
    hint: {
      solution: 'Hier steht schon eine Lösung. Das wird leicht zu eng: Was soll dadurch besser werden?',
      everything: 'Das ist sehr weit. Womit fangen Sie an, für wen zuerst?',
      forNobody: 'Für wen? Nennen Sie die Menschen, denen es helfen soll.',
      short: 'Noch knapp. Sagen Sie, was besser werden soll, für wen und wo.',
      long: 'Sehr lang. Vielleicht sind es zwei Fragen?',
    },
    slots: {
      what: {
        label: 'Wie können wir …',
        hint: 'Was soll besser werden? Zum Beispiel: Anträge schneller bearbeiten',
      },
      whom: { label: '… für …', hint: 'Wem soll es helfen? Zum Beispiel: Familien ohne Internetanschluss' },
      where: { label: '… im Kontext …', hint: 'Wo und wann? Zum Beispiel: kleiner Gemeinden' },
    },
    take: 'Satz übernehmen',
    taken: 'Die Frage steht auf der Karte.',
    replaces: 'Die Frage, die jetzt auf der Karte steht, wird ersetzt.',
    count_one: 'In der Werkstatt gibt es {{count}} Design-Challenge. Üblich sind {{fewest}} bis {{most}}.',
    count_other: 'In der Werkstatt gibt es {{count}} Design-Challenges. Üblich sind {{fewest}} bis {{most}}.',
    noGroup: 'noch keine',
  },
  crazy8: {
    layOut: 'Acht Felder anlegen',
    start: 'Acht Minuten für alle starten',
    wait: 'Die Moderation startet die acht Minuten. Dann läuft hier für jedes Feld die Zeit.',
    now_one: 'Feld {{n}} von {{of}}: noch {{count}} Sekunde',
    now_other: 'Feld {{n}} von {{of}}: noch {{count}} Sekunden',
    mark: 'Feld {{n}} · {{seconds}} s',
    goTo: 'Zu Feld {{n}}',
    said: 'Jetzt Feld {{n}}.',
  },
}

/** Groups of cards that a service for meaning proposes. */
export const proposals = {
  title: 'Karten nach Bedeutung gruppieren',
  hint: 'Ein Dienst schlägt vor, was auf der Seite „{{page}}“ zusammengehört. Sie entscheiden Karte für Karte.',
  open: 'Vorschläge ansehen …',
  what_one: '{{count}} Karte dieser Seite liegt noch in keinem Cluster.',
  what_other: '{{count}} Karten dieser Seite liegen noch in keinem Cluster.',
  tooFew: 'Auf dieser Seite gibt es keine zwei Karten, die noch in keinem Cluster liegen.',
  who: 'Ihre Überschriften gehen an {{host}} (Modell {{model}}), den Dienst, den Ihre Verwaltung dafür eingerichtet hat. Was nicht freigegeben ist, bleibt hier.',
  ask: 'Vorschläge holen',
  found_one: '{{host}} schlägt {{count}} Gruppe vor. Wählen Sie aus, was zusammengehört.',
  found_other: '{{host}} schlägt {{count}} Gruppen vor. Wählen Sie aus, was zusammengehört.',
  none: '{{host}} hat nichts gefunden, was zusammengehört.',
  unsent_one: '{{count}} Karte wurde nicht gesendet, weil sie nicht freigegeben ist.',
  unsent_other: '{{count}} Karten wurden nicht gesendet, weil sie nicht freigegeben sind.',
  group: 'Gruppe {{n}} ({{count}})',
  allOf: 'Alle aus Gruppe {{n}}',
  noneOf: 'Keine aus Gruppe {{n}}',
  take_one: '{{count}} Cluster anlegen',
  take_other: '{{count}} Cluster anlegen',
  made_one: '{{count}} Cluster angelegt.',
  made_other: '{{count}} Cluster angelegt.',
  origin: 'Vorschlag von {{model}}',
}
