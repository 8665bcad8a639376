import type { ComponentType } from 'react'
import type { FieldSpec } from '#shared/kinds/field.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { ChallengeGroup } from './challenge/ChallengeGroup.tsx'
import { ChallengeQuestion } from './challenge/ChallengeQuestion.tsx'
import type { FieldViewProps } from './field-view.ts'
import { InterviewField } from './interview/InterviewField.tsx'
import { PresetAxis } from './matrix/PresetAxis.tsx'
import { SourceField } from './quote/SourceField.tsx'
import { Crazy8Fields } from './rounds/Crazy8Fields.tsx'
import { RotatingRows } from './rounds/RotatingRows.tsx'

type FieldView = ComponentType<FieldViewProps>

/** Fields that the panel shows in a view of their own instead of the standard editor. */
const byType: Partial<Record<FieldSpec['type'], FieldView>> = {
  transcript: InterviewField,
  source: SourceField,
}

/** Fields of one kind that have a help of their own around the standard editor. */
const byField: Partial<Record<ArtefactKind, Readonly<Record<string, FieldView>>>> = {
  challenge: { question: ChallengeQuestion, group: ChallengeGroup },
  brainwriting: { rows: RotatingRows },
  crazy8: { sketches: Crazy8Fields },
  matrix: { xAxis: PresetAxis },
}

export const fieldViewOf = (kind: ArtefactKind, field: string, { type }: FieldSpec): FieldView | undefined =>
  byField[kind]?.[field] ?? byType[type]
