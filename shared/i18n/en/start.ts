import type { start as german } from '../de/start.ts'

export const start: typeof german = {
  title: 'Working on solutions together',
  toStart: 'Go to the start page',
  notFound: {
    title: 'This page does not exist',
    text: 'The link is outdated or incomplete. Check it, or ask the person who gave it to you.',
  },
  broken: {
    title: 'Something went wrong here',
    safe: 'Whatever was shown as “saved” is safe on the server. Anything else is kept in this browser and will be sent when you open the page again.',
    what: 'Reload the page. If that does not help, please tell the moderator.',
  },
}
