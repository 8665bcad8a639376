/** What the moderation says to a whole room, and the way to another. */
export const call = {
  message: 'Message from the moderators:',
  said: 'Message from the moderators: {{text}}',
  read: 'Read',
  clear: 'Remove for everybody',
  summons: 'Request from the moderators',
  to: 'The moderators ask you to go to the room “{{group}}”.',
  choose: 'Please choose a breakout room.',
  goAmong: '{{group}} ({{count}} here)',
  ends: 'End of the breakout',
  soonOver: 'It is nearly time to go back to the plenary.',
  over: 'The time of the breakout is over.',
  takeAlong: 'Put under “What we bring back” what everybody should see there.',
  sentOut: 'Everybody is asked to go to their group.',
  go: 'To “{{group}}”',
  end: 'Withdraw this request',
}
