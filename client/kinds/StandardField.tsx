import { fieldsOf } from '#shared/kinds/index.ts'
import { FieldEditor } from '#client/artefacts/FieldEditor.tsx'
import type { FieldViewProps } from './field-view.ts'

/** The standard editor of a field, for views that put a help around it. */
export function StandardField({ session, artefact, field, autoFocus }: FieldViewProps) {
  const spec = fieldsOf(artefact.kind)[field]
  return spec ? <FieldEditor {...{ session, artefact, field, spec, autoFocus }} /> : null
}
