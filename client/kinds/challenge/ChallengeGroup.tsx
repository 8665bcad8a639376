import { useTranslation } from 'react-i18next'
import { Select } from '#client/ui/Select.tsx'
import { setCardText } from '#client/artefacts/card-actions.ts'
import { useMayWrite } from '#client/artefacts/use-artefact.ts'
import type { FieldViewProps } from '../field-view.ts'
import { useKindTexts } from '../kind-texts.ts'
import { StandardField } from '../StandardField.tsx'
import { useGroupNames } from './use-group-names.ts'

/**
 * Which group works on it: one of the workshop's, by name, so that the card still says it in a file. Where the groups
 * cannot be asked for it is written by hand.
 */
export function ChallengeGroup(props: FieldViewProps) {
  const { session, artefact, field } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const names = useGroupNames(session)
  if (names.length === 0) return <StandardField {...props} />
  const value = typeof artefact.fields[field] === 'string' ? artefact.fields[field] : ''
  const all = value === '' || names.includes(value) ? names : [...names, value]
  const { label, hint } = texts.fieldWords(artefact.kind, field)
  return (
    <Select
      {...{ label, hint, value }}
      disabled={!mayWrite}
      onChange={(name) => setCardText(session, artefact.id, field, name)}
      options={[
        { value: '', label: t('artefacts.helps.challenge.noGroup') },
        ...all.map((name) => ({ value: name, label: name })),
      ]}
    />
  )
}
