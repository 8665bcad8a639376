/** Trying an agenda alone, with people who are not there. */
export const rehearsal = {
  title: 'Ablauf proben',
  about:
    'Der Raum wird kopiert, mit Ablauf und Karten. In der Kopie machen sechs simulierte Teilnehmende mit: Sie schreiben, stimmen ab und melden „Ich bin fertig“, so wie es der laufende Schritt verlangt. Sie leiten, als wären alle da.',
  trace:
    'In dieser Werkstatt ändert sich nichts, und niemand merkt etwas davon. Wenn Sie die Probe beenden, wird die Kopie mit allem darin gelöscht; zehn Minuten, nachdem Sie gegangen sind, auch von selbst.',
  start: 'Probe beginnen',
  banner: 'Probe: Alle anderen hier sind simuliert. Nichts davon bleibt.',
  bannerIdle: 'Probe: Beginnen Sie einen Schritt des Ablaufs, dann machen die simulierten Teilnehmenden mit.',
  end: 'Probe beenden',
  ended: 'Die Probe ist beendet. Von ihr ist nichts geblieben.',
  /** Lists have an entry to a line. */
  simulated: {
    marked: '{{name}} (simuliert)',
    names: 'Anna\nBilal\nCarla\nDavid\nElif\nFrank',
    cards: `
Wer ruft an, landet dreimal in der Warteschleife
Der Antrag lässt sich am Handy nicht ausfüllen
Zwei Ämter fragen dieselben Angaben ab
Eine Liste aller Ansprechpersonen fehlt
Die Auskunft am Empfang ist freundlich und schnell
Termine gibt es nur vormittags
Vorlagen liegen in drei verschiedenen Ablagen
Nach der Schulung kommt niemand zum Üben
Die Nachbarstadt hat dafür schon eine Lösung
Rückfragen brauchen oft mehr als eine Woche
Ein kurzer Leitfaden würde allen helfen
Die Zuständigkeit wechselt mitten im Verfahren
`.trim(),
    objection: 'Dafür fehlt uns im Alltag die Zeit.',
  },
}
