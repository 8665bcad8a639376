export const start = {
  title: 'Gemeinsam an Lösungen arbeiten',
  toStart: 'Zur Startseite',
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Der Link ist veraltet oder unvollständig. Prüfen Sie ihn oder fragen Sie die Person, von der Sie ihn haben.',
  },
  broken: {
    title: 'Hier ist etwas schiefgegangen',
    safe: 'Was als „gespeichert“ angezeigt wurde, ist sicher auf dem Server. Anderes liegt in diesem Browser und wird beim nächsten Öffnen übertragen.',
    what: 'Laden Sie die Seite neu. Hilft das nicht, sagen Sie bitte der Moderation Bescheid.',
  },
}
