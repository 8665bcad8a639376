/** What the moderation says to a whole room, and the way to another. */
export const call = {
  message: 'Message from the moderation:',
  said: 'Message from the moderation: {{text}}',
  read: 'Read',
  clear: 'Remove for everybody',
  summons: 'Request of the moderation',
  to: 'The moderation asks you to go to the room “{{group}}”.',
  choose: 'Please choose a breakout.',
  goAmong: '{{group}} ({{count}} here)',
  sentOut: 'Everybody is asked to go to their group.',
  go: 'To “{{group}}”',
  end: 'End the request',
}
