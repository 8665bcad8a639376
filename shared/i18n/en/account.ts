import type { account as german } from '../de/account.ts'

export const account: typeof german = {
  name: 'Your name',
  email: 'E-mail address',
  password: 'Password',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  passwordHint: 'At least {{min}} characters. A phrase of four words is secure and easy to remember.',
  emailInvalid: 'Please enter a complete e-mail address.',
  passwordMissing: 'Please enter your password.',
  passwordTooShort_one: '1 more character is needed.',
  passwordTooShort_other: '{{count}} more characters are needed.',
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
}
