import { crazy8Rounds } from '#shared/kinds/rounds.ts'
import type { FieldViewProps } from '../field-view.ts'
import { TimedRounds } from './TimedRounds.tsx'

/** Eight fields, a minute for each. */
export const Crazy8Fields = (props: FieldViewProps) => (
  <TimedRounds {...props} rounds={crazy8Rounds} texts="crazy8" />
)
