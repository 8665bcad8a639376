/** Mails: what is open, once a day, for whoever asked for it. Plain text. */
export const mail = {
  hello: 'Guten Tag,',
  confirm: {
    subject: 'Werkraum: Tägliche Erinnerung bestätigen',
    text: 'für die Werkstatt „{{workshop}}“ hat jemand eine tägliche Erinnerung an diese Adresse gewünscht. Wenn Sie das waren, bestätigen Sie es bitte hier (der Link gilt drei Tage):',
    otherwise: 'Wenn nicht, brauchen Sie nichts zu tun: Ohne Bestätigung kommt keine weitere Nachricht.',
  },
  digest: {
    subject_one: 'Werkraum: {{count}} offener Punkt in „{{workshop}}“',
    subject_other: 'Werkraum: {{count}} offene Punkte in „{{workshop}}“',
    lead: 'in der Werkstatt „{{workshop}}“ ist für Sie offen:',
    vote: 'Abstimmung „{{title}}“',
    step: 'Aufgabe „{{title}}“',
    until: 'bis {{when}}',
    overdue: 'seit {{when}} fällig',
    inGroup: '{{what}} ({{group}})',
    tasks_one: '{{count}} Aufgabe, die Sie übernommen haben',
    tasks_other: '{{count}} Aufgaben, die Sie übernommen haben',
    late_one: 'davon {{count}} überfällig',
    late_other: 'davon {{count}} überfällig',
    feedback_one: '{{count}} Bitte um Ihre Rückmeldung',
    feedback_other: '{{count}} Bitten um Ihre Rückmeldung',
    minutes_one: 'Zusammen etwa {{count}} Minute.',
    minutes_other: 'Zusammen etwa {{count}} Minuten.',
    page: 'Öffnen Sie „Ihre 2 Stunden“ in dem Browser, in dem Sie sonst mitarbeiten:',
    why: 'Diese Nachricht kommt höchstens einmal am Tag und nur, wenn etwas für Sie offen ist. Abbestellen:',
  },
}
