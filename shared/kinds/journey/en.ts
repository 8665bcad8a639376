import type { TextsOf } from '../texts.ts'
import type { journey as spec } from './spec.ts'

export const journey = {
  label: 'User journey',
  plural: 'User journeys',
  hint: 'What somebody experiences step by step, with ups, downs and changes of medium.',
  empty: 'User journey without a title',
  face: {
    steps_one: '{{count}} step',
    steps_other: '{{count}} steps',
    breaks_one: '{{count}} change of medium',
    breaks_other: '{{count}} changes of medium',
    chances_one: '{{count}} opportunity',
    chances_other: '{{count}} opportunities',
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
        mediaBreak: { label: 'Change of medium?', options: { none: 'no', break: 'yes' } },
        feeling: { label: 'Feeling', hint: '−2 = very bad, 2 = very good' },
        obstacle: { label: 'Obstacle', example: 'Nobody answers the phone.' },
        opportunity: {
          label: 'Opportunity',
          hint: 'What could be done better here?',
          example: 'The answer is already online.',
        },
      },
    },
  },
} satisfies TextsOf<typeof spec>
