import { isItemValue, type FieldSpec } from '#shared/kinds/field.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { setCardField } from './card-actions.ts'
import { ItemsEditor } from './items/ItemsEditor.tsx'
import { useKindTexts } from '../kinds/kind-texts.ts'
import { useMayRelease } from './use-artefact.ts'
import { ValueEditor } from './ValueEditor.tsx'

interface FieldEditorProps {
  session: RoomSession
  artefact: Artefact
  field: string
  spec: FieldSpec
  autoFocus?: boolean
}

/** Whether a field is for those who may release: what is closed for good, only they open again. */
function isHeldByModerators({ kind, fields }: Artefact, field: string): boolean {
  const { release } = traitsOf(kind)
  if (release?.by !== field) return false
  return release.writableBy === 'moderators' || !release.open.includes(String(fields[field]))
}

/** The editor a field's specification asks for. Sources and transcripts have views of their own (`CardPanel`). */
export function FieldEditor({ session, artefact, field, spec, autoFocus = false }: FieldEditorProps) {
  const texts = useKindTexts()
  const isHeld = !useMayRelease(session) && isHeldByModerators(artefact, field)
  const value = artefact.fields[field] ?? null
  if (spec.type === 'transcript' || spec.type === 'source') return null
  if (spec.type === 'items') return <ItemsEditor {...{ session, artefact, field, spec }} />
  return (
    <ValueEditor
      {...{ session, spec, autoFocus }}
      place={{ artefactId: artefact.id, field }}
      value={isItemValue(value) ? value : null}
      texts={texts.fieldWords(artefact.kind, field)}
      of={texts.nameOf(artefact)}
      isHeld={isHeld}
      onChange={(next) => setCardField(session, artefact.id, field, next)}
    />
  )
}
