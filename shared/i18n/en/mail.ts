import type { mail as source } from '../de/mail.ts'

export const mail: typeof source = {
  hello: 'Hello,',
  confirm: {
    subject: 'Werkraum: confirm your daily reminder',
    text: 'somebody asked for a daily reminder of the workshop “{{workshop}}” at this address. If it was you, please confirm it here (the link is valid for three days):',
    otherwise: 'If not, there is nothing to do: without a confirmation you will get no further message.',
  },
  digest: {
    subject_one: 'Werkraum: {{count}} open item in “{{workshop}}”',
    subject_other: 'Werkraum: {{count}} open items in “{{workshop}}”',
    lead: 'this is open for you in the workshop “{{workshop}}”:',
    vote: 'Vote “{{title}}”',
    step: 'Task “{{title}}”',
    until: 'until {{when}}',
    overdue: 'due since {{when}}',
    inGroup: '{{what}} ({{group}})',
    tasks_one: '{{count}} task that you took on',
    tasks_other: '{{count}} tasks that you took on',
    late_one: '{{count}} of them overdue',
    late_other: '{{count}} of them overdue',
    feedback_one: '{{count}} request for your feedback',
    feedback_other: '{{count}} requests for your feedback',
    minutes_one: 'About {{count}} minute in all.',
    minutes_other: 'About {{count}} minutes in all.',
    page: 'Open “Your 2 hours” in the browser that you usually take part with:',
    why: 'This message comes once a day at most, and only when something is open for you. To unsubscribe:',
  },
}
