import type { TextsOf } from '../texts.ts'
import type { matrix as spec } from './spec.ts'

export const matrix = {
  label: '2×2 matrix',
  plural: '2×2 matrices',
  hint: 'Two axes, four quadrants: put cards in and see where they gather.',
  empty: 'Matrix without a title',
  fields: {
    title: { label: 'Title', example: 'Where does it hurt?' },
    xAxis: { label: 'Horizontal axis', hint: 'What grows from left to right?', example: 'Kind of obstacle' },
    xLow: { label: 'Left', example: 'technological' },
    xHigh: { label: 'Right', example: 'organisational' },
    yAxis: { label: 'Vertical axis', hint: 'What grows from bottom to top?', example: 'Level' },
    yLow: { label: 'Bottom', example: 'operational' },
    yHigh: { label: 'Top', example: 'strategic' },
    quadrantTopLeft: { label: 'Top left quadrant', hint: 'A name for what is there.' },
    quadrantTopLeftSummary: {
      label: 'Summary, top left',
      hint: 'What does this quadrant say in one sentence?',
    },
    quadrantTopRight: { label: 'Top right quadrant', hint: 'A name for what is there.' },
    quadrantTopRightSummary: {
      label: 'Summary, top right',
      hint: 'What does this quadrant say in one sentence?',
    },
    quadrantBottomLeft: { label: 'Bottom left quadrant', hint: 'A name for what is there.' },
    quadrantBottomLeftSummary: {
      label: 'Summary, bottom left',
      hint: 'What does this quadrant say in one sentence?',
    },
    quadrantBottomRight: { label: 'Bottom right quadrant', hint: 'A name for what is there.' },
    quadrantBottomRightSummary: {
      label: 'Summary, bottom right',
      hint: 'What does this quadrant say in one sentence?',
    },
  },
} satisfies TextsOf<typeof spec>
