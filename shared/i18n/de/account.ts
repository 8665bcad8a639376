export const account = {
  name: 'Ihr Name',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  showPassword: 'Passwort anzeigen',
  hidePassword: 'Passwort verbergen',
  passwordHint: 'Mindestens {{min}} Zeichen. Ein Satz aus vier Wörtern ist sicher und gut zu merken.',
  nameMissing: 'Bitte geben Sie Ihren Namen ein.',
  emailInvalid: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein.',
  passwordMissing: 'Bitte geben Sie Ihr Passwort ein.',
  passwordTooShort_one: 'Es fehlt noch 1 Zeichen.',
  passwordTooShort_other: 'Es fehlen noch {{count}} Zeichen.',
  notNow: 'Das geht gerade nicht',
  logIn: {
    title: 'Anmelden',
    text: 'Für Moderator:innen mit eigenem Konto. Als Teilnehmer:in brauchen Sie keines: Öffnen Sie Ihre Einladung oder Ihren Rückkehr-Link.',
    submit: 'Anmelden',
    forgotten: 'Passwort vergessen? Wer diesen Werkraum betreibt, kann es zurücksetzen.',
  },
  setUp: {
    title: 'Werkraum einrichten',
    text: 'Legen Sie das erste Konto an. Damit bereiten Sie Werkstätten vor und laden andere ein.',
    submit: 'Konto anlegen und starten',
    checking: 'Ihr Link wird geprüft …',
    noToken:
      'Zum Einrichten brauchen Sie den Einrichtungs-Link, den der Server beim ersten Start ausgegeben hat.',
    done: 'Dieser Werkraum ist schon eingerichtet. Melden Sie sich an.',
  },
  join: {
    title: 'Beitreten',
    invitedTo: 'Sie sind eingeladen zur Werkstatt',
    invitedAs: 'Ihre Rolle: {{role}}',
    checking: 'Ihre Einladung wird geprüft …',
    name: 'Ihr Name',
    required: 'Mit * markierte Felder werden gebraucht.',
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
    returnTitle: 'Ihr Weg zurück',
    returnText:
      'Mit diesem Link kommen Sie von jedem Gerät wieder als dieselbe Person herein. Er wird nur jetzt angezeigt und ist nur für Sie.',
    returnLink: 'Persönlicher Rückkehr-Link',
    returnQr: 'QR-Code Ihres Rückkehr-Links',
    sameBrowser: 'In diesem Browser finden Sie auch ohne ihn zurück.',
  },
  back: {
    title: 'Willkommen zurück',
    checking: 'Ihr Platz wird gesucht …',
    refusedTitle: 'Dieser Rückkehr-Link gilt nicht',
    noToken:
      'Der Link ist unvollständig. Öffnen Sie ihn noch einmal genau so, wie Sie ihn gespeichert haben.',
  },
  own: {
    guest: 'Mein Zugang',
    account: 'Mein Konto',
    getAccount: 'Eigenes Konto anlegen',
    operation: 'Betrieb',
    leave: 'In diesem Browser abmelden',
    leaveTitle: 'In diesem Browser abmelden?',
    leaveText:
      'Ihre Karten bleiben in der Werkstatt. Als dieselbe Person kommen Sie dann nur mit Ihrem Rückkehr-Link wieder herein.',
    returnLink: 'Mein Rückkehr-Link',
    returnTitle: 'Ihr Rückkehr-Link',
    returnConfirm:
      'Sie bekommen einen neuen persönlichen Link. Ein früherer gilt dann nicht mehr, und andere Geräte, auf denen Sie dabei sind, werden abgemeldet; in diesem Browser bleiben Sie dabei.',
    chooseGroup: 'Gruppe wechseln',
    chooseGroupText: 'In welcher Projektgruppe arbeiten Sie mit?',
    groupChosen: 'Sie sind jetzt in der Gruppe „{{name}}“.',
  },
  page: {
    title: 'Mein Konto',
    whose: '{{name}}, {{email}}',
    passwordTitle: 'Passwort ändern',
    passwordText:
      'Danach sind Sie überall sonst abgemeldet, wo Sie mit diesem Konto angemeldet waren. Hier bleiben Sie angemeldet.',
    current: 'Jetziges Passwort',
    next: 'Neues Passwort',
    change: 'Passwort ändern',
    changed: 'Ihr neues Passwort gilt ab jetzt.',
    deleteLead: 'Ihr Zugang und Ihre Plätze in allen Werkstätten enden; Ihre Karten bleiben dort.',
    delete: 'Konto löschen',
    deleteTitle: 'Ihr Konto löschen?',
    deleteText:
      'Gelöscht werden Name, E-Mail-Adresse und Passwort Ihres Kontos und alle Anmeldungen. Sie gehören dann zu keiner Werkstatt mehr. Was Sie geschrieben haben, bleibt in den Werkstätten, mit dem Namen, unter dem Sie dort waren. Werkstätten, die niemand sonst moderiert, löschen Sie bitte vorher, oder übergeben Sie die Moderation. Das lässt sich nicht zurücknehmen.',
    deleteConfirm: 'Konto endgültig löschen',
    deleted: 'Ihr Konto ist gelöscht.',
    getTitle: 'Eigenes Konto anlegen',
    getText:
      'Mit einem Konto kommen Sie von jedem Gerät wieder herein, auch wenn Ihr Rückkehr-Link verloren geht, und können selbst Werkstätten vorbereiten. Ihr Platz in der Werkstatt bleibt, wie er ist.',
    get: 'Konto anlegen',
  },
  reset: {
    title: 'Neues Passwort setzen',
    text: 'Danach sind Sie in diesem Browser angemeldet und überall sonst abgemeldet.',
    submit: 'Passwort setzen',
    noToken: 'Der Link ist unvollständig. Öffnen Sie ihn noch einmal genau so, wie Sie ihn bekommen haben.',
  },
  device: {
    ready: 'Ihr Browser ist bereit.',
    noSocket:
      'Dieser Browser kann keine Live-Verbindung aufbauen. Bitte nehmen Sie eine aktuelle Fassung von Firefox, Edge, Chrome oder Safari.',
    noStorage:
      'Dieser Browser speichert nichts zwischen (vielleicht ein privates Fenster). Mitmachen geht trotzdem; bei einer Unterbrechung bleibt Ungespeichertes nur erhalten, solange die Seite offen ist.',
  },
}
