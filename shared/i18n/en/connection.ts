export const connection = {
  title: 'Test the connection',
  intro:
    'Checks within a few seconds whether this computer and this network are ready for a meeting. It is best done where you will take part later.',
  running: 'checking …',
  took: 'Round trip: {{ms}} ms.',
  missing: 'Missing: {{list}}.',
  again: 'Check again',
  ready: 'All ready. You can take part from here.',
  askTitle: 'What your IT should know',
  askIntro:
    'Send this text to the people who look after your network and computers. It says nothing about you or your workshop.',
  copy: 'Copy the text',
  seenWith: 'Checked with: {{browser}}',
  checks: {
    server: {
      name: 'The server answers',
      good: 'Yes.',
      weak: 'Yes, but slowly: others see some things a little before you do.',
      failed: 'No. Nothing works without it.',
      ask: '{{origin}} cannot be reached, or only slowly. Please allow HTTPS connections to it (proxy, firewall, web filter), and check the connection.',
    },
    socket: {
      name: 'Working together in real time',
      good: 'Yes, WebSockets get through.',
      weak: 'Yes, but slowly: others see some things a little before you do.',
      failed: 'No. This network lets no WebSockets through; rooms stay empty or say “offline”.',
      ask: 'Please allow WebSocket connections to {{socket}}. The proxy has to pass on the change of protocol (“Upgrade: websocket”, “Connection: Upgrade”) and keep a connection open for at least 60 seconds without data. Where TLS is opened and inspected, please exempt {{host}}.',
    },
    browser: {
      name: 'The browser is recent enough',
      good: 'Yes.',
      weak: 'Not quite.',
      failed:
        'No. Please update it, or use another one: Firefox, Chrome, Edge or Safari, no more than two years old.',
      ask: 'The browser is too old. It has to be Firefox, Chrome, Edge or Safari, no more than two years old.',
    },
    storage: {
      name: 'Texts survive a lost connection',
      good: 'Yes, this browser keeps a copy until the server has it.',
      weak: 'No, this browser keeps nothing (private window, or switched off). You can take part; leave the page open when the connection is lost.',
      failed: 'No.',
      ask: 'Please allow {{host}} to store data in the browser (IndexedDB, site data). Otherwise texts are lost when the connection breaks and the page is closed.',
    },
  },
}
