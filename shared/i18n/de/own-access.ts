/** The menu of one's own; part of `account`, and what rooms need of it at once. */
export const ownAccess = {
  guest: 'Mein Zugang',
  account: 'Mein Konto',
  getAccount: 'Eigenes Konto anlegen',
  operation: 'Betrieb',
  leave: 'In diesem Browser abmelden',
  leaveTitle: 'In diesem Browser abmelden?',
  leaveText:
    'Ihre Karten bleiben in der Werkstatt. Als dieselbe Person kommen Sie dann nur mit Ihrem Rückkehr-Link wieder herein.',
  offline:
    'Sie sind noch angemeldet: Der Server ist nicht zu erreichen. Was von der Werkstatt auf diesem Gerät liegt, können Sie trotzdem entfernen.',
  offlineUnsent_one:
    'Sie sind noch angemeldet: Der Server ist nicht zu erreichen. Eine Karte, ein Kommentar oder eine Zeichnung ist noch nicht gesendet und geht verloren, wenn Sie jetzt alles von diesem Gerät entfernen.',
  offlineUnsent_other:
    'Sie sind noch angemeldet: Der Server ist nicht zu erreichen. {{count}} Karten, Kommentare oder Zeichnungen sind noch nicht gesendet und gehen verloren, wenn Sie jetzt alles von diesem Gerät entfernen.',
  removeAnyway: 'Trotzdem von diesem Gerät entfernen',
  removedHere:
    'Die Kopien sind von diesem Gerät entfernt. Angemeldet ist dieser Browser noch: Bitte melden Sie sich ab, sobald die Verbindung wieder da ist.',
  returnLink: 'Mein Rückkehr-Link',
  returnTitle: 'Ihr Rückkehr-Link',
  returnConfirm:
    'Sie bekommen einen neuen persönlichen Link. Ein früherer gilt dann nicht mehr, und andere Geräte, auf denen Sie dabei sind, werden abgemeldet; in diesem Browser bleiben Sie dabei.',
  chooseGroup: 'Gruppe wechseln',
  chooseGroupText: 'In welcher Projektgruppe arbeiten Sie mit?',
  groupChosen: 'Sie sind jetzt in der Gruppe „{{name}}“.',
  pause: 'Ich pausiere',
  paused: 'Sie pausieren. Ihre Karten und Ihr Platz bleiben; kommen Sie wieder, wann Sie möchten.',
  resume: 'Ich bin wieder dabei',
  resumed: 'Schön, dass Sie wieder da sind.',
  quit: 'Werkstatt verlassen',
  quitTitle: 'Werkstatt verlassen?',
  quitText:
    'Ihre Karten bleiben in der Werkstatt. Ihr Rückkehr-Link gilt danach nicht mehr; zurück kommen Sie mit einer neuen Einladung.',
  quitDone: 'Sie gehören nicht mehr zu „{{title}}“.',
}
