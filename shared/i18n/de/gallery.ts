/** Solution profiles for everybody, as moderators decide about them. */
export const gallery = {
  tab: 'Galerie',
  title: 'Öffentliche Galerie',
  text: 'Fertige Lösungen findet hier jede Kommune, ohne Anmeldung. Öffentlich wird nur, was Sie im Steckbrief freigeben und danach hier nach einer Vorschau veröffentlichen.',
  toGallery: 'Zur Galerie',
  offTitle: 'Diese Werkstatt veröffentlicht nichts',
  offText: 'Erst wenn Sie die Galerie für die Werkstatt öffnen, lassen sich Steckbriefe veröffentlichen.',
  offForManagers: 'Die Moderation kann die Galerie für diese Werkstatt öffnen.',
  open: 'Galerie für diese Werkstatt öffnen',
  opened: 'Die Galerie ist für diese Werkstatt geöffnet. Veröffentlicht ist damit noch nichts.',
  close: 'Galerie schließen',
  closeTitle: 'Galerie für diese Werkstatt schließen?',
  closeText:
    'Alle Steckbriefe dieser Werkstatt verschwinden sofort aus der Galerie. Was andere inzwischen heruntergeladen haben, bleibt bei ihnen.',
  closed: 'Die Galerie ist geschlossen, nichts aus dieser Werkstatt ist mehr öffentlich.',
  empty: 'Noch kein Lösungssteckbrief',
  emptyText: 'Steckbriefe entstehen in Phase 5, im Raum einer Gruppe.',
  withheldName: 'Steckbrief, noch nicht freigegeben',
  nameless: 'Steckbrief ohne Namen',
  state: {
    withheld: 'bleibt in der Gruppe',
    concerns: 'noch nicht bereit',
    ready: 'bereit',
    public: 'öffentlich seit {{day}}',
    outdated: 'öffentlich seit {{day}}, der Steckbrief wurde seitdem geändert',
  },
  releaseFirst: 'Setzen Sie im Steckbrief die Freigabe auf „darf hinaus“.',
  openCard: 'Steckbrief öffnen',
  openCardOf: 'Steckbrief öffnen: „{{name}}“',
  concern: {
    nameless: 'Der Steckbrief braucht einen Namen.',
    withheld: 'Unter „{{label}}“ steht etwas, das noch nicht freigegeben ist.',
    person:
      'Unter „{{label}}“ steht der Name einer Person aus der Werkstatt. Namen gehören nur in „Kontakt“.',
    reachable: 'Unter „{{label}}“ steht eine E-Mail-Adresse oder Telefonnummer. Sie gehört nur in „Kontakt“.',
  },
  preview: 'Vorschau ansehen',
  previewOf: 'Vorschau ansehen: „{{name}}“',
  previewTitle: 'Das wird öffentlich',
  previewText:
    'Genau dies kann danach jede Person im Netz lesen, suchen und herunterladen. Nichts anderes aus der Gruppe.',
  previewContact: 'Ist die Person oder Stelle unter „Kontakt“ einverstanden, öffentlich genannt zu werden?',
  previewPersons:
    'Hier scheinen Personen genannt zu sein. Wer ist einverstanden, öffentlich genannt zu werden?',
  publish: 'So veröffentlichen',
  published: '„{{name}}“ ist veröffentlicht.',
  show: 'Öffentliche Seite',
  showOf: 'Öffentliche Seite von „{{name}}“',
  withdraw: 'Zurückziehen',
  withdrawOf: '„{{name}}“ zurückziehen',
  withdrawTitle: '„{{name}}“ zurückziehen?',
  withdrawText:
    'Die Seite verschwindet sofort. Was andere inzwischen gelesen oder heruntergeladen haben, bleibt bei ihnen.',
  withdrawn: '„{{name}}“ ist nicht mehr öffentlich.',
  changeNote:
    'Wird die Freigabe im Steckbrief aufgehoben oder die Karte weggenommen, verschwindet er auch hier.',
}
