import type { start as german } from '../de/start.ts'

export const start: typeof german = {
  title: 'Working on solutions together',
  lead: 'Werkraum is the shared workspace for workshops in public administration: from the first observation to the tested solution.',
  toStart: 'Go to the start page',
  joinTitle: 'Take part',
  practise: 'Practise for a minute',
  testConnection: 'Test the connection beforehand',
  joinText: 'Do you have a link or a QR code? Just open it. If you have a short code, enter it here.',
  code: 'Short code',
  codeHint:
    'You find it in your invitation or on the screen in the room. Capital or small letters make no difference.',
  codeMissing: 'Please enter the short code from your invitation.',
  join: 'Join',
  continueTitle: 'Continue',
  continueText: 'You have already joined in this browser:',
  continueAs: 'Continue as {{role}}',
  moderateTitle: 'Moderate',
  moderateText: 'Do you prepare or lead workshops? Log in.',
  loggedInAs: 'You are logged in as {{name}}.',
  logIn: 'Log in',
  sample: 'Look at a sample workshop',
  sampleComing: 'The sample workshop is being made …',
  sampleHint: 'A tour of ten minutes through an invented workshop, in German. One click removes it again.',
  myWorkshops: 'My workshops',
  setUpNeeded:
    'This Werkraum is not set up yet. Open the set-up link of the server’s last start: it is in the terminal, or in set-up-link.txt in the data folder.',
  closedRoom:
    'The address alone does not let you into this room. Open your invitation or your return link, enter the short code, or log in.',
  notFound: {
    title: 'This page does not exist',
    text: 'The link is outdated or incomplete. Check it, or ask the person who gave it to you.',
  },
  broken: {
    title: 'Something went wrong here',
    safe: 'Whatever was shown as “saved” is safe on the server. Anything else is kept in this browser and will be sent when you open the page again.',
    what: 'Reload the page. If that does not help, please tell the moderators.',
  },
  unreachable:
    'The server cannot be reached at the moment. What you entered is still here. Check your connection and try again.',
}
