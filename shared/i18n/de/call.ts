/** What the moderation says to a whole room, and the way to another. */
export const call = {
  message: 'Nachricht der Moderation:',
  said: 'Nachricht der Moderation: {{text}}',
  read: 'Gelesen',
  clear: 'Für alle entfernen',
  summons: 'Bitte der Moderation',
  to: 'Die Moderation bittet Sie in den Raum „{{group}}“.',
  choose: 'Bitte wählen Sie eine Kleingruppe.',
  goAmong: '{{group}} ({{count}} da)',
  ends: 'Ende der Kleingruppe',
  soonOver: 'Gleich geht es zurück ins Plenum.',
  over: 'Die Zeit der Kleingruppe ist um.',
  takeAlong: 'Legen Sie unter „Das bringen wir mit ins Plenum“, was dort alle sehen sollen.',
  sentOut: 'Alle sind in ihre Gruppen gebeten.',
  go: 'Zu „{{group}}“',
  end: 'Diese Bitte zurücknehmen',
}
