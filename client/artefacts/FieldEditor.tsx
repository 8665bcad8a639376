import { useTranslation } from 'react-i18next'
import { isFixed, isItemValue, type FieldSpec, type ItemValue } from '#shared/kinds/field.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { toasts } from '#client/ui/toasts.ts'
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

/** Whether the value lets the card out of the group; only where the field is the one that decides it. */
function releases({ kind }: Artefact, field: string, value: unknown): boolean {
  const { release } = traitsOf(kind)
  return release?.by === field && release.open.includes(String(value))
}

/** The editor a field's specification asks for. Sources and transcripts have views of their own (`CardPanel`). */
export function FieldEditor({ session, artefact, field, spec, autoFocus = false }: FieldEditorProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const isHeld = !useMayRelease(session) && isHeldByModerators(artefact, field)
  const value = artefact.fields[field] ?? null
  if (isFixed(spec)) return null
  if (spec.type === 'items' && spec.inside !== undefined) return null
  if (spec.type === 'items') return <ItemsEditor {...{ session, artefact, field, spec }} />
  const words = texts.fieldWords(artefact.kind, field)
  const isOpen = releases(artefact, field, value)
  const change = (next: ItemValue) => {
    setCardField(session, artefact.id, field, next)
    if (isOpen && !releases(artefact, field, next)) toasts.show({ text: t('artefacts.release.withdrawn') })
  }
  return (
    <ValueEditor
      {...{ session, spec, autoFocus }}
      place={{ artefactId: artefact.id, field }}
      value={isItemValue(value) ? value : null}
      texts={isOpen ? { ...words, hint: [words.hint, t('artefacts.release.keeps')].join(' ') } : words}
      of={texts.nameOf(artefact)}
      isHeld={isHeld}
      onChange={change}
    />
  )
}
