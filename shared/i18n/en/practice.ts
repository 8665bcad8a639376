export const practice = {
  title: 'Practise for a minute',
  you: 'You',
  sheet: 'Sheet to practise on',
  intro: 'Three moves are all you need in a meeting. Nobody is watching, and nothing is stored.',
  board: {
    write: 'Double-click into the field “Ideas” and write an idea.',
    move: 'Drag the card into the field “Chosen”.',
    undo: 'Undo that: with the arrow in the bar on the left, or with Ctrl+Z.',
  },
  phone: {
    write: 'Tap “New card” and write an idea.',
    move: 'Move the card to “Chosen”, by the menu in its row.',
    undo: 'Undo that, with the arrow beside “New card”.',
  },
  opens: 'In a meeting the whole card opens beside it, with all its fields.',
  done: 'Done.',
  allDone: 'That was all. You are ready to take part.',
}
