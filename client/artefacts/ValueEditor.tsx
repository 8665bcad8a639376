import { useTranslation } from 'react-i18next'
import { unreachable } from '#shared/base/result.ts'
import { noteColours, type ItemValue, type SimpleSpec } from '#shared/kinds/field.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { FieldWords } from '../kinds/kind-texts.ts'
import { CollaborativeText } from './CollaborativeText.tsx'
import { ColourField } from './ColourField.tsx'
import type { FieldPlace } from './field-place.ts'
import { DateField } from './DateField.tsx'
import { wholeNumber } from './field-values.ts'
import { ImageField } from './ImageField.tsx'
import { ScaleField } from './ScaleField.tsx'
import { useMayWrite } from './use-artefact.ts'

interface ValueEditorProps {
  session: RoomSession
  place: FieldPlace
  spec: SimpleSpec
  value: ItemValue
  texts: FieldWords
  /** The card or item whose value it is, to be read out. */
  of: string
  onChange: (value: ItemValue) => void
  autoFocus?: boolean
  /** Only moderators decide it, and this person is none. */
  isHeld?: boolean
}

/** Up to this many steps a number is chosen, not typed. */
const MAX_SCALE_STEPS = 7

/** The editor for one value, by how it is stored; the same in a card and in the items of a card. */
export function ValueEditor(props: ValueEditorProps) {
  const { session, place, spec, value, texts, of, onChange, autoFocus = false, isHeld = false } = props
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const { label, example } = texts
  // An example stands in a text's own place; where nothing can stand, behind the hint.
  const also = example && t('artefacts.editor.example', { example })
  const hints = isHeld ? [t('artefacts.editor.forModerators')] : [texts.hint, also]
  const shared = { label, hint: hints.filter(Boolean).join(' '), disabled: !mayWrite || isHeld }

  switch (spec.type) {
    case 'text':
    case 'line':
      return (
        <CollaborativeText {...{ session, spec, label, example, autoFocus }} {...place} hint={texts.hint} />
      )
    case 'choice': {
      const options = spec.options.map((option) => ({ value: option, label: texts.option(option) }))
      const choice = { ...shared, value: String(value ?? spec.initial), options, onChange }
      return spec.options === noteColours ? <ColourField {...choice} /> : <Select {...choice} />
    }
    case 'number':
      if (spec.max - spec.min < MAX_SCALE_STEPS)
        return <ScaleField {...shared} spec={spec} value={asNumber(value)} onChange={onChange} />
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
          onChange={(text) => onChange(wholeNumber(text, spec))}
        />
      )
    case 'date':
      return <DateField {...shared} value={typeof value === 'string' ? value : null} onChange={onChange} />
    case 'image':
      return (
        <ImageField
          {...{ session, label, value, of, onChange }}
          hint={shared.hint}
          isOneOfMany={place.item !== undefined}
        />
      )
    case 'transcript':
    case 'spans':
      return null
    default:
      return unreachable(spec)
  }
}

const asNumber = (value: ItemValue) => (typeof value === 'number' ? value : null)
