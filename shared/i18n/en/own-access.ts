/** The menu of one's own; part of `account`, and what rooms need of it at once. */
export const ownAccess = {
  guest: 'My access',
  account: 'My account',
  getAccount: 'Create your own account',
  operation: 'Operations',
  leave: 'Log out in this browser',
  leaveTitle: 'Log out in this browser?',
  leaveText:
    'Your cards stay in the workshop. You can come back as the same person only with your return link.',
  offline:
    'You are still logged in: the server cannot be reached. You can remove what is on this device of the workshop anyway.',
  offlineUnsent_one:
    'You are still logged in: the server cannot be reached. One card, comment or drawing has not been sent yet and is lost if you remove everything from this device now.',
  offlineUnsent_other:
    'You are still logged in: the server cannot be reached. {{count}} cards, comments or drawings have not been sent yet and are lost if you remove everything from this device now.',
  removeAnyway: 'Remove from this device anyway',
  removedHere:
    'The copies are removed from this device. This browser is still logged in: please log out once the connection is back.',
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
}
