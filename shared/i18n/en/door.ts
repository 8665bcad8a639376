import type { door as german } from '../de/door.ts'

/** What the join page says of accounts and of errors. Everything else of these comes with the views that say it. */
export const door: typeof german = {
  account: {
    nameMissing: 'Please enter your name.',
    notNow: 'That is not possible right now',
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
      overview: 'To the groups',
      returnTitle: 'Your way back',
      returnText:
        'This link brings you back as the same person from any device. It is shown only now and is meant only for you.',
      returnLink: 'Personal return link',
      returnQr: 'QR code of your return link',
      sameBrowser: 'In this browser you can get back in even without it.',
    },
    device: {
      ready: 'Your browser is ready.',
      noSocket:
        'This browser cannot open a live connection. Please use a current version of Firefox, Edge, Chrome or Safari.',
      noStorage:
        'This browser stores nothing for later (perhaps this is a private window). You can still join in; if the connection breaks, unsaved work is kept only while the page stays open.',
    },
  },
  errors: {
    request_invalid: 'These details could not be accepted. Please check what you entered.',
    request_too_large: 'That was too large to be accepted. Nothing was changed.',
    not_found: 'This does not exist here, or it is not shared with you. Please check the address.',
    origin_refused:
      'The request came from another site and was refused. Please open Werkraum directly at its own address.',
    rate_limited: 'Those were too many attempts. Please wait a minute and try again.',
    internal: 'Something went wrong on the server. Whatever was shown as saved is safe. Please try again.',
    storage_unavailable:
      'The server cannot save at the moment. Your changes stay on this device until it can again.',
    login_required: 'Please log in, or open your return link.',
    forbidden: 'Your role does not allow this here. Ask the moderators if you need it.',
    archived: 'This is in the archive: it can be read and downloaded, but not changed, and nobody can join.',
    invite_invalid: 'We do not know this invitation. Please check the link or code, or ask the moderators.',
    invite_expired: 'This invitation has expired. Please ask the moderators for a new one.',
    invite_revoked: 'This invitation was withdrawn. Please ask the moderators for a new one.',
    invite_full: 'All places of this invitation are taken. Please ask the moderators for a new one.',
    group_not_open: 'This group is not open to you. Please choose another one, or ask the moderators.',
    workshop_full: 'This workshop is full. Please ask the moderators.',
    membership_ended:
      'You are no longer a member of this workshop. If you have questions, please ask the moderators.',
  },
}
