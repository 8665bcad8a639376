import type { TextsOf } from '../texts.ts'
import type { journey as spec } from './spec.ts'

export const journey = {
  label: 'User journey',
  plural: 'User journeys',
  hint: 'What somebody lives through step by step, with ups, downs and media breaks.',
  empty: 'User journey without a title',
  face: {
    steps_one: '{{count}} step',
    steps_other: '{{count}} steps',
    breaks_one: '{{count}} media break',
    breaks_other: '{{count}} media breaks',
    chances_one: '{{count}} chance',
    chances_other: '{{count}} chances',
  },
  fields: {
    title: { label: 'Title', hint: 'Who wants what?', example: 'Yusuf wants to build a carport' },
    about: { label: 'From whose point of view?', example: 'applicant' },
    stages: {
      label: 'Steps',
      hint: 'In the order in which they happen.',
      item: 'Step',
      fields: {
        action: { label: 'What happens?', example: 'calls the building office' },
        touchpoint: { label: 'Touchpoint', example: 'telephone' },
        system: { label: 'System', example: 'building permit system' },
        mediaBreak: { label: 'Media break?', options: { none: 'no', break: 'yes' } },
        feeling: { label: 'Feeling', hint: '−2 = very bad, 2 = very good' },
        obstacle: { label: 'Obstacle' },
        opportunity: { label: 'Opportunity' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
