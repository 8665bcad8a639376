import { useTranslation } from 'react-i18next'
import { ensureText, replaceText } from '#shared/document/artefacts.ts'
import { matrixPresets, namedFields, type MatrixPreset } from '#shared/kinds/matrix/presets.ts'
import { Select } from '#client/ui/Select.tsx'
import { tellWithUndo } from '#client/artefacts/undo-offer.ts'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { useMayWrite } from '#client/artefacts/use-artefact.ts'
import type { FieldViewProps } from '../field-view.ts'
import { StandardField } from '../StandardField.tsx'

/** The first axis, and before it the pairs of axes that come up again and again: they name all of it at once. */
export function PresetAxis(props: FieldViewProps) {
  const { session, artefact } = props
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const presets = matrixPresets[session.language]
  const now = presets.find(({ fields }) =>
    namedFields.every((name) => artefact.fields[name] === fields[name]),
  )
  const choose = (key: string) => {
    const preset = presets.find((one) => one.key === key)
    if (!preset || preset === now) return
    asOneStep(session, ({ artefacts }) => {
      for (const name of namedFields) {
        const text = ensureText(artefacts, artefact.id, name)
        if (text) replaceText(text, preset.fields[name])
      }
    })
    tellWithUndo(session, t('artefacts.helps.matrix.named', { preset: preset.name }), t('common.undo'))
  }
  return (
    <>
      {mayWrite ? (
        <Select
          label={t('artefacts.helps.matrix.preset')}
          hint={t('artefacts.helps.matrix.hint')}
          value={now?.key ?? ''}
          onChange={choose}
          options={[{ value: '', label: t('artefacts.helps.matrix.own') }, ...presets.map(optionOf)]}
        />
      ) : null}
      <StandardField {...props} />
    </>
  )
}

const optionOf = ({ key, name }: MatrixPreset) => ({ value: key, label: name })
