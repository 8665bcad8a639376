import type { account as german } from '../de/account.ts'

export const account: typeof german = {
  name: 'Your name',
  email: 'E-mail address',
  password: 'Password',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  passwordHint: 'At least {{min}} characters. A phrase of four words is secure and easy to remember.',
  nameMissing: 'Please enter your name.',
  emailInvalid: 'Please enter a complete e-mail address.',
  passwordMissing: 'Please enter your password.',
  passwordTooShort_one: '1 more character is needed.',
  passwordTooShort_other: '{{count}} more characters are needed.',
  notNow: 'That is not possible right now',
  logIn: {
    title: 'Log in',
    text: 'For moderators with an account. Participants do not need one: open your invitation or your return link.',
    submit: 'Log in',
    forgotten: 'Forgot your password? Whoever runs this Werkraum can reset it.',
  },
  setUp: {
    title: 'Set up Werkraum',
    text: 'Create the first account. With it you prepare workshops and invite others.',
    submit: 'Create account and start',
    checking: 'Checking your link …',
    noToken:
      'To set up, you need the set-up link that the server printed when it started for the first time.',
    done: 'This Werkraum is already set up. Please log in.',
  },
  join: {
    title: 'Join',
    invitedTo: 'You are invited to the workshop',
    invitedAs: 'Your role: {{role}}',
    checking: 'Checking your invitation …',
    name: 'Your name',
    required: 'Fields marked with * are required.',
    organisation: 'Your organisation',
    organisationHint: 'Optional, for example “City of Exampleton”.',
    organisationKind: 'Kind of organisation',
    organisationKindChoose: 'Please choose',
    organisationKnown: '“{{name}}” is already known in this workshop.',
    organisationKindMissing: 'Please choose what kind of organisation you belong to.',
    group: 'Your group',
    groupMissing: 'Please choose a group.',
    groupFixed: 'Your group: {{name}}',
    submit: 'Join now',
    privacy:
      'Only people in this workshop can see your name and organisation. Observers may read everything in your room; the list of people present shows who they are. You do not need an account.',
    already: 'You have already joined here, as {{name}}.',
    continueAs: 'Continue as {{name}}',
    asSomebodyElse: 'Join as somebody else',
    refusedTitle: 'This invitation is not valid',
    codeRefusedTitle: 'This short code is not valid',
    orCode: 'Do you have a short code? It lets you in, too.',
  },
  stored: {
    title: 'What is stored where',
    server:
      'On the server {{address}}: your name, your organisation and what you write, until the moderators delete the workshop. Backups keep it for as long as they are kept themselves.',
    browser:
      'In this browser: your login, until you log out or have been away for {{count}} days, and a copy of the room, so that you can keep working without a connection.',
    shared:
      'On a computer that others use, too: when you have finished, choose “My access” at the top and then “Log out in this browser”. Nothing stays here.',
  },
  joined: {
    title: 'You are in, {{name}}',
    enter: 'Enter the room',
    returnTitle: 'Your way back',
    returnText:
      'This link brings you back as the same person from any device. It is shown only now and is meant only for you.',
    returnLink: 'Personal return link',
    returnQr: 'QR code of your return link',
    sameBrowser: 'In this browser you can get back in even without it.',
  },
  back: {
    title: 'Welcome back',
    checking: 'Looking for your place …',
    refusedTitle: 'This return link is not valid',
    noToken: 'The link is incomplete. Open it again exactly as you saved it.',
  },
  own: {
    guest: 'My access',
    account: 'My account',
    getAccount: 'Create your own account',
    operation: 'Operations',
    leave: 'Log out in this browser',
    leaveTitle: 'Log out in this browser?',
    leaveText:
      'Your cards stay in the workshop. You can come back as the same person only with your return link.',
    returnLink: 'My return link',
    returnTitle: 'Your return link',
    returnConfirm:
      'You get a new personal link. Any earlier link stops working, and your other devices are logged out; in this browser you stay logged in.',
    chooseGroup: 'Change group',
    chooseGroupText: 'Which project group do you work in?',
    groupChosen: 'You are now in the group “{{name}}”.',
    pause: 'Take a break',
    paused: 'You are taking a break. Your cards and your place stay; come back whenever you like.',
    resume: 'I am back',
    resumed: 'Good to have you back.',
    quit: 'Leave the workshop',
    quitTitle: 'Leave the workshop?',
    quitText:
      'Your cards stay in the workshop. Your return link stops working; you can come back with a new invitation.',
    quitDone: 'You no longer belong to “{{title}}”.',
  },
  page: {
    title: 'My account',
    whose: '{{name}}, {{email}}',
    passwordTitle: 'Change password',
    passwordText:
      'This logs you out everywhere else you were logged in with this account. You stay logged in here.',
    current: 'Current password',
    next: 'New password',
    change: 'Change password',
    changed: 'From now on, your new password applies.',
    deleteLead: 'Your login and your places in all workshops end; your cards stay there.',
    delete: 'Delete account',
    deleteTitle: 'Delete your account?',
    deleteText:
      'This deletes the name, e-mail address and password of your account and all logins. You no longer belong to any workshop then. What you wrote stays in the workshops, with the name you had there. Please delete workshops that nobody else moderates first, or hand over the moderation. This cannot be undone.',
    deleteConfirm: 'Delete account for good',
    deleted: 'Your account is deleted.',
    getTitle: 'Create your own account',
    getText:
      'With an account you can get back in from any device, even if your return link is lost, and can prepare workshops yourself. Your place in the workshop stays as it is.',
    get: 'Create account',
  },
  reset: {
    title: 'Set a new password',
    text: 'You will then be logged in here and logged out everywhere else.',
    submit: 'Set password',
    noToken: 'The link is incomplete. Open it again exactly as you received it.',
  },
  device: {
    ready: 'Your browser is ready.',
    noSocket:
      'This browser cannot open a live connection. Please use a current version of Firefox, Edge, Chrome or Safari.',
    noStorage:
      'This browser stores nothing for later (perhaps this is a private window). You can still join in; if the connection breaks, unsaved work is kept only while the page stays open.',
  },
}
