import type { TextsOf } from '../texts.ts'
import type { prototype as spec } from './spec.ts'

export const prototype = {
  label: 'Prototype',
  plural: 'Prototypes',
  hint: 'Something to try out. It may be ugly.',
  empty: 'Prototype without a name',
  fields: {
    name: { label: 'Name', example: 'Status light' },
    version: { label: 'Version', hint: '1, 2, 3 …' },
    prototypeType: {
      label: 'Type',
      hint: 'The simplest thing that can check the assumption.',
      options: {
        paper: 'Paper',
        click: 'Clickable picture',
        service: 'Acted-out service',
        technical: 'Technical',
        other: 'Other',
      },
    },
    progress: {
      label: 'Progress',
      options: { planned: 'planned', building: 'in progress', ready: 'ready for testing', tested: 'tested' },
    },
    tested: { label: 'What is tested?', hint: 'Which assumption do you want to check?' },
    changes: {
      label: 'What is new?',
      hint: 'Compared with the version before.',
      example: 'three states instead of seven',
    },
    link: { label: 'Web address', hint: 'Where can this version be looked at?' },
    pictures: {
      label: 'Pictures',
      item: 'Picture',
      fields: {
        picture: { label: 'Picture' },
        text: { label: 'What does it show?', example: 'The status line on the first page' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
