export const practice = {
  title: 'Eine Minute üben',
  you: 'Sie',
  sheet: 'Blatt zum Üben',
  intro:
    'Drei Handgriffe, mehr brauchen Sie in einer Sitzung nicht. Niemand sieht zu, und nichts davon wird gespeichert.',
  board: {
    write: 'Klicken Sie doppelt ins Feld „Ideen“ und schreiben Sie eine Idee.',
    move: 'Ziehen Sie die Karte ins Feld „Ausgewählt“.',
    undo: 'Nehmen Sie das zurück: mit dem Pfeil in der Leiste links oder mit Strg+Z.',
  },
  phone: {
    write: 'Tippen Sie auf „Neue Karte“ und schreiben Sie eine Idee.',
    move: 'Verschieben Sie die Karte nach „Ausgewählt“, mit dem Menü in ihrer Zeile.',
    undo: 'Nehmen Sie das zurück, mit dem Pfeil neben „Neue Karte“.',
  },
  opens: 'In einer Sitzung öffnet sich daneben die ganze Karte mit allen Feldern.',
  done: 'Geschafft.',
  allDone: 'Das war alles. Sie können mitarbeiten.',
}
