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
  ends: 'End of the breakout',
  soonOver: 'It is nearly time to go back to the plenary.',
  over: 'The time of the breakout is over.',
  takeAlong: 'Lay under “What we bring back” what everybody shall see there.',
  sentOut: 'Everybody is asked to go to their group.',
  go: 'To “{{group}}”',
  end: 'End the request',
}
