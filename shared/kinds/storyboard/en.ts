import type { TextsOf } from '../texts.ts'
import type { storyboard as spec } from './spec.ts'

export const storyboard = {
  label: 'Storyboard',
  plural: 'Storyboards',
  hint: 'The solution as a picture story: what happens, step by step?',
  empty: 'Storyboard without a title',
  face: { pictures_one: '{{count}} picture', pictures_other: '{{count}} pictures' },
  fields: {
    title: { label: 'Title', example: 'Maren knows' },
    scenes: {
      label: 'Pictures',
      hint: 'Stick figures are enough.',
      item: 'Picture',
      fields: {
        picture: { label: 'Picture' },
        text: { label: 'What happens?', example: 'Maren sees the status at a glance.' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
