import type { ComponentType } from 'react'
import type { FieldSpec } from '#shared/kinds/field.ts'
import type { FieldViewProps } from './field-view.ts'
import { InterviewField } from './interview/InterviewField.tsx'
import { SourceField } from './quote/SourceField.tsx'

/** Fields that the panel shows in a view of their own instead of the standard editor. */
export const fieldViews: Partial<Record<FieldSpec['type'], ComponentType<FieldViewProps>>> = {
  transcript: InterviewField,
  source: SourceField,
}
