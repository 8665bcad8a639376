import type { house as german } from '../de/house.ts'

export const house: typeof german = {
  title: 'Letterhead and look of your house',
  text: 'Word, ODT and PowerPoint files of this workshop take head and foot, letters and slides from a file that you choose here; PDF shows your logo and your colour. The words of the file and its macros stay outside.',
  none: 'Werkraum’s look',
  operators: '{{name}} (for all workshops)',
  choose: 'Choose a template',
  chooseFor: 'Choose a template for {{format}}',
  chooseLogo: 'Choose a logo',
  colour: 'Colour of headings',
  colourOnly: 'Colour {{colour}}',
  logoAnd: '{{name}}, colour {{colour}}',
  remove: 'Remove',
  removeOf: 'Remove the template for {{format}}',
  chosen: '“{{name}}” is not taken yet. Look at a trial first.',
  tryIt: 'Look at a trial',
  take: 'Take it',
  discard: 'Discard',
  tried: 'The trial is downloaded. If you like it, take the template.',
  kept: '“{{name}}” is checked and used from now on.',
  removed: 'The template is removed. What counted before counts again.',
}
