import type { house as german } from '../de/house.ts'

export const house: typeof german = {
  title: 'Letterhead and styles of your house',
  text: 'Word and ODT files of this workshop take headers, footers, letters and headings from a file that you choose here. Its text and macros stay out. Download minutes afterwards to see what they look like.',
  none: 'Werkraum’s own look',
  choose: 'Choose a template',
  chooseFor: 'Choose a template for {{format}}',
  remove: 'Remove',
  removeOf: 'Remove the template for {{format}}',
  kept: '“{{name}}” was checked and is used from now on.',
  removed: 'The template is removed. Werkraum’s own look is used again.',
}
