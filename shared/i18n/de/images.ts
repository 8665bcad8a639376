/** Images of a group, and deleting them; part of `workshop`. */
export const images = {
  of: 'Bilder von „{{name}}“',
  hint: 'Löschen Sie Bilder, wenn eine abgebildete Person das wünscht oder der Platz nicht reicht.',
  none: 'Diese Gruppe hat keine Bilder.',
  name: 'Bild {{number}} vom {{day}}',
  kilobytes: '{{formatted}} kB',
  uses_zero: 'wird nirgends gezeigt',
  uses_one: 'einmal zu sehen',
  uses_other: '{{count}}-mal zu sehen',
  erase: '{{name}} löschen',
  eraseTitle: 'Dieses Bild löschen?',
  eraseText_zero:
    'Das Bild wird zurzeit nirgends gezeigt. Gelöscht wird es mit seinen Kopien in anderen Gruppen, auch aus allen Versionen. Das lässt sich nicht zurücknehmen; nur in Sicherungen und heruntergeladenen Dateien bleibt es erhalten.',
  eraseText_one:
    'Das Bild ist in dieser Gruppe an einer Stelle zu sehen. Es verschwindet dort und mit seinen Kopien aus allen anderen Gruppen, auch aus den Versionen. Das lässt sich nicht zurücknehmen; nur in Sicherungen und heruntergeladenen Dateien bleibt es erhalten.',
  eraseText_other:
    'Das Bild ist in dieser Gruppe an {{count}} Stellen zu sehen. Es verschwindet dort und mit seinen Kopien aus allen anderen Gruppen, auch aus den Versionen. Das lässt sich nicht zurücknehmen; nur in Sicherungen und heruntergeladenen Dateien bleibt es erhalten.',
  eraseCopies: 'Ein Browser ohne Verbindung zeigt es noch, bis er zurückkommt.',
  eraseAgain: 'Das Löschen ist nicht fertig geworden. Bitte wiederholen Sie es.',
  erased_zero: 'Das Bild ist gelöscht.',
  erased_one: 'Das Bild ist gelöscht und von einer Stelle verschwunden.',
  erased_other: 'Das Bild ist gelöscht und von {{count}} Stellen verschwunden.',
  inGroups: 'Es lag in {{count}} Gruppen.',
}
