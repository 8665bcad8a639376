import { useTranslation } from 'react-i18next'
import { noteColours, type FieldSpec, type FieldValue } from '#shared/kinds/field.ts'
import { unreachable } from '#shared/base/result.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { setCardField } from './card-actions.ts'
import { CollaborativeText } from './CollaborativeText.tsx'
import { ColourField } from './ColourField.tsx'
import { ImageField } from './ImageField.tsx'
import { useKindTexts } from '../kinds/kind-texts.ts'
import { ScaleField } from './ScaleField.tsx'
import { useMayWrite } from './use-artefact.ts'

export interface FieldEditorProps {
  session: RoomSession
  artefact: Artefact
  field: string
  spec: FieldSpec
  autoFocus?: boolean
}

/** Up to this many steps a number is chosen, not typed. */
const MAX_SCALE_STEPS = 7

/** The editor a field's specification asks for. Sources and transcripts have views of their own (`CardPanel`). */
export function FieldEditor({ session, artefact, field, spec, autoFocus = false }: FieldEditorProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const value = artefact.fields[field] ?? null
  const label = texts.field(artefact.kind, field)
  const hint = texts.hint(artefact.kind, field)
  const change = (next: FieldValue) => setCardField(session, artefact.id, field, next)
  const shared = { label, hint, disabled: !mayWrite }

  switch (spec.type) {
    case 'text':
    case 'line':
      return (
        <CollaborativeText {...{ session, field, spec, label, hint, autoFocus }} artefactId={artefact.id} />
      )
    case 'choice':
      if (spec.options === noteColours)
        return (
          <ColourField
            {...shared}
            kind={artefact.kind}
            field={field}
            value={String(value)}
            onChange={change}
          />
        )
      return (
        <Select
          {...shared}
          value={String(value ?? spec.initial)}
          onChange={change}
          options={spec.options.map((option) => ({
            value: option,
            label: texts.option(artefact.kind, field, option),
          }))}
        />
      )
    case 'number':
      if (spec.max - spec.min < MAX_SCALE_STEPS) {
        return <ScaleField {...shared} spec={spec} value={asNumber(value)} onChange={change} />
      }
      return (
        <TextField
          {...shared}
          type="number"
          inputMode="numeric"
          min={spec.min}
          max={spec.max}
          step={1}
          placeholder={t('artefacts.editor.notSet')}
          value={value === null ? '' : String(value)}
          onChange={(text) => change(wholeNumber(text, spec))}
        />
      )
    case 'date':
      return (
        <TextField
          {...shared}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => change(day(text))}
        />
      )
    case 'image':
      return <ImageField {...{ session, artefact, field, label }} />
    case 'transcript':
    case 'source':
    case 'items':
      return null
    default:
      return unreachable(spec)
  }
}

const asNumber = (value: FieldValue) => (typeof value === 'number' ? value : null)

/** A browser lets years of five digits through while somebody types. */
export const day = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : null)

/** What cannot be a value is no value: nothing wrong is ever stored, and the field shows what is. */
export function wholeNumber(text: string, { min, max }: { min: number; max: number }): number | null {
  const number = Math.round(Number(text))
  if (text.trim() === '' || !Number.isFinite(number)) return null
  return Math.min(max, Math.max(min, number))
}
