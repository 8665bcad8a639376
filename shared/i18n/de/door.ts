/** What the join page says of accounts and of errors. Everything else of these comes with the views that say it. */
export const door = {
  account: {
    nameMissing: 'Bitte geben Sie Ihren Namen ein.',
    notNow: 'Das geht gerade nicht',
    join: {
      title: 'Beitreten',
      invitedTo: 'Sie sind eingeladen zur Werkstatt',
      invitedAs: 'Ihre Rolle: {{role}}',
      checking: 'Ihre Einladung wird geprüft …',
      name: 'Ihr Name',
      required: 'Felder mit * bitte ausfüllen.',
      organisation: 'Ihre Organisation',
      organisationHint: 'Freiwillig, zum Beispiel „Stadt Musterhausen“.',
      organisationKind: 'Art der Organisation',
      organisationKindChoose: 'Bitte wählen',
      organisationKindMissing: 'Bitte wählen Sie, zu welcher Art Ihre Organisation gehört.',
      organisationKnown: '„{{name}}“ ist in dieser Werkstatt schon bekannt.',
      group: 'Ihre Gruppe',
      groupMissing: 'Bitte wählen Sie eine Gruppe.',
      groupFixed: 'Ihre Gruppe: {{name}}',
      submit: 'Jetzt beitreten',
      privacy:
        'Ihr Name und Ihre Organisation sind nur in dieser Werkstatt sichtbar. In Ihrem Raum können Beobachter:innen alles mitlesen; die Liste der Anwesenden nennt sie. Sie brauchen kein Konto.',
      already: 'Sie sind hier schon dabei, als {{name}}.',
      continueAs: 'Weiter als {{name}}',
      asSomebodyElse: 'Als andere Person beitreten',
      refusedTitle: 'Diese Einladung gilt nicht',
      codeRefusedTitle: 'Dieser Kurzcode gilt nicht',
      orCode: 'Haben Sie einen Kurzcode? Auch damit kommen Sie herein.',
    },
    stored: {
      title: 'Was wo gespeichert wird',
      server:
        'Auf dem Server {{address}}: Ihr Name, Ihre Organisation und was Sie schreiben, bis die Moderation die Werkstatt löscht. In Sicherungen bleibt es so lange, wie sie aufgehoben werden.',
      browser:
        'In diesem Browser: Ihre Anmeldung, bis Sie sich abmelden oder {{count}} Tage nicht da waren, und eine Kopie des Raums, damit Sie ohne Verbindung weiterarbeiten können.',
      shared:
        'An einem Computer, den auch andere nutzen: Wählen Sie zum Schluss oben „Mein Zugang“ und dort „In diesem Browser abmelden“. Dann bleibt hier nichts zurück.',
    },
    joined: {
      title: 'Sie sind dabei, {{name}}',
      enter: 'Zum Raum',
      overview: 'Zu den Gruppen',
      returnTitle: 'Ihr Weg zurück',
      returnText:
        'Mit diesem Link kommen Sie von jedem Gerät wieder als dieselbe Person herein. Er wird nur jetzt angezeigt und ist nur für Sie.',
      returnLink: 'Persönlicher Rückkehr-Link',
      returnQr: 'QR-Code Ihres Rückkehr-Links',
      sameBrowser: 'In diesem Browser finden Sie auch ohne ihn zurück.',
    },
    device: {
      ready: 'Ihr Browser ist bereit.',
      noSocket:
        'Dieser Browser kann keine laufende Verbindung aufbauen. Bitte nehmen Sie eine aktuelle Fassung von Firefox, Edge, Chrome oder Safari.',
      noStorage:
        'Dieser Browser speichert nichts zwischen (vielleicht ein privates Fenster). Mitmachen geht trotzdem; bei einer Unterbrechung bleibt Ungespeichertes nur erhalten, solange die Seite offen ist.',
    },
  },
  errors: {
    request_invalid: 'Diese Angaben konnten nicht übernommen werden. Bitte prüfen Sie Ihre Eingaben.',
    request_too_large: 'Das war zu groß, um es anzunehmen. Es wurde nichts verändert.',
    not_found: 'Das gibt es hier nicht, oder es ist nicht für Sie offen. Bitte prüfen Sie die Adresse.',
    origin_refused:
      'Die Anfrage kam von einer anderen Seite und wurde abgelehnt. Bitte öffnen Sie Werkraum direkt über seine eigene Adresse.',
    rate_limited:
      'Das waren zu viele Versuche. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    internal:
      'Auf dem Server ist etwas schiefgegangen. Was als gespeichert angezeigt wurde, ist sicher. Bitte versuchen Sie es noch einmal.',
    storage_unavailable:
      'Der Server kann gerade nicht speichern. Ihre Änderungen bleiben auf diesem Gerät erhalten, bis es wieder geht.',
    login_required: 'Bitte melden Sie sich an oder öffnen Sie Ihren Rückkehr-Link.',
    forbidden: 'Das ist mit Ihrer Rolle hier nicht möglich. Fragen Sie bei Bedarf die Moderation.',
    archived:
      'Das liegt im Archiv: Es lässt sich lesen und mitnehmen, aber nicht ändern, und niemand tritt bei.',
    invite_invalid:
      'Diese Einladung kennen wir nicht. Bitte prüfen Sie Link oder Code, oder fragen Sie die Moderation.',
    invite_expired:
      'Diese Einladung ist abgelaufen. Bitte lassen Sie sich von der Moderation eine neue geben.',
    invite_revoked:
      'Diese Einladung wurde zurückgezogen. Bitte lassen Sie sich von der Moderation eine neue geben.',
    invite_full:
      'Die Plätze dieser Einladung sind vergeben. Bitte lassen Sie sich von der Moderation eine neue geben.',
    group_not_open:
      'Diese Gruppe steht Ihnen nicht zur Wahl. Bitte wählen Sie eine andere oder fragen Sie die Moderation.',
    workshop_full: 'Diese Werkstatt ist voll. Bitte wenden Sie sich an die Moderation.',
    membership_ended: 'Ihre Teilnahme an dieser Werkstatt ist beendet. Bei Fragen hilft die Moderation.',
  },
}
