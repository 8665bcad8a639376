/** The house's own letterhead for documents. */
export const house = {
  title: 'Briefkopf und Formate Ihres Hauses',
  text: 'Word- und ODT-Dateien dieser Werkstatt übernehmen Kopf- und Fußzeile, Schriften und Überschriften aus einer Datei, die Sie hier wählen. Der Text der Datei und ihre Makros bleiben draußen. Laden Sie danach ein Protokoll herunter, um zu sehen, wie es wirkt.',
  none: 'Werkraum-Gestaltung',
  choose: 'Vorlage wählen',
  chooseFor: 'Vorlage für {{format}} wählen',
  remove: 'Entfernen',
  removeOf: 'Vorlage für {{format}} entfernen',
  kept: '„{{name}}“ ist geprüft und wird ab jetzt verwendet.',
  removed: 'Die Vorlage ist entfernt. Ab jetzt gilt wieder die Werkraum-Gestaltung.',
}
