import type { TextsOf } from '../texts.ts'
import type { testSession as spec } from './spec.ts'

export const testSession = {
  label: 'Test session',
  plural: 'Test sessions',
  hint: 'What happened when somebody tried the prototype.',
  empty: 'Test session without a finding',
  fields: {
    person: {
      label: 'Who tested?',
      hint: 'A pseudonym or the role.',
      example: 'Tester 3, building office',
    },
    date: { label: 'When?' },
    task: {
      label: 'Task',
      hint: 'What was the person to do?',
      example: 'Find out where the application is.',
    },
    seen: { label: 'Seen', hint: 'What did they do?' },
    said: { label: 'Said', hint: 'Word for word, in quotation marks.' },
    finding: { label: 'Finding', hint: 'In one sentence.', example: '“Under review” tells her nothing.' },
    outcome: {
      label: 'Outcome',
      hint: 'Did the person manage the task?',
      options: { open: 'no result yet', worked: 'worked', partly: 'partly worked', failed: 'did not work' },
    },
  },
} satisfies TextsOf<typeof spec>
