import type { house as german } from '../de/house.ts'

export const house: typeof german = {
  title: 'Letterhead and design of your organisation',
  text: 'Word, ODT and PowerPoint files of this workshop take their header, footer, fonts and slides from a file that you choose here; PDFs show your logo and your colour. The text of that file and its macros are left out.',
  none: 'Werkraum’s own design',
  operators: '{{name}} (for all workshops)',
  choose: 'Choose a template',
  chooseFor: 'Choose a template: {{format}}',
  chooseLogo: 'Choose a logo',
  chooseLogoFor: 'Choose a logo: {{format}}',
  colour: 'Colour of headings',
  colourOnly: 'Colour {{colour}}',
  logoAnd: '{{name}}, colour {{colour}}',
  remove: 'Remove',
  removeOf: 'Remove the template for {{format}}',
  chosen: '“{{name}}” is not in use yet. Look at a sample first.',
  tryIt: 'Look at a sample',
  take: 'Use it',
  discard: 'Discard',
  tried: 'The sample has been downloaded. If you like it, use the template.',
  kept: '“{{name}}” has been checked and is used from now on.',
  removed: 'The template has been removed. What applied before applies again.',
}
