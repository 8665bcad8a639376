export const start = {
  title: 'Gemeinsam an Lösungen arbeiten',
  lead: 'Werkraum ist der gemeinsame Arbeitsraum für Werkstätten der öffentlichen Verwaltung: von der ersten Beobachtung bis zur erprobten Lösung.',
  toStart: 'Zur Startseite',
  joinTitle: 'Mitmachen',
  practise: 'Eine Minute üben',
  testConnection: 'Vorher die Verbindung testen',
  joinText:
    'Sie haben einen Link oder einen QR-Code? Öffnen Sie ihn einfach. Mit einem Kurzcode geht es hier weiter.',
  code: 'Kurzcode',
  codeHint: 'Er steht in Ihrer Einladung oder auf der Leinwand. Groß- und Kleinschreibung ist egal.',
  codeMissing: 'Bitte geben Sie den Kurzcode aus Ihrer Einladung ein.',
  join: 'Beitreten',
  continueTitle: 'Weiterarbeiten',
  continueText: 'In diesem Browser sind Sie schon dabei:',
  continueAs: 'Weiter als {{role}}',
  moderateTitle: 'Moderieren',
  moderateText: 'Sie bereiten Werkstätten vor oder leiten sie? Melden Sie sich an.',
  loggedInAs: 'Sie sind angemeldet als {{name}}.',
  logIn: 'Anmelden',
  myWorkshops: 'Meine Werkstätten',
  sample: 'Beispielwerkstatt ansehen',
  sampleComing: 'Die Beispielwerkstatt entsteht …',
  sampleHint: 'Ein Rundgang von zehn Minuten durch eine erfundene Werkstatt. Ein Klick entfernt sie wieder.',
  setUpNeeded:
    'Dieser Werkraum ist noch nicht eingerichtet. Öffnen Sie den Einrichtungs-Link vom letzten Start des Servers: Er steht im Terminal oder im Datenordner in set-up-link.txt.',
  closedRoom:
    'Mit der Adresse allein kommen Sie nicht in diesen Raum. Öffnen Sie Ihre Einladung oder Ihren Rückkehr-Link, geben Sie den Kurzcode ein oder melden Sie sich an.',
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Der Link ist veraltet oder unvollständig. Prüfen Sie ihn oder fragen Sie die Person, von der Sie ihn haben.',
  },
  broken: {
    title: 'Hier ist etwas schiefgegangen',
    safe: 'Was als „gespeichert“ angezeigt wurde, ist sicher auf dem Server. Anderes liegt in diesem Browser und wird beim nächsten Öffnen übertragen.',
    what: 'Laden Sie die Seite neu. Hilft das nicht, sagen Sie bitte der Moderation Bescheid.',
  },
  unreachable:
    'Der Server ist gerade nicht erreichbar. Ihre Eingaben stehen noch da. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
}
