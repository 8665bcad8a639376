import { useTranslation } from 'react-i18next'
import { interview } from '#shared/kinds/interview/spec.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { useKindTexts } from '../../kind-texts.ts'
import styles from '../InterviewImport.module.css'
import { agreedFields, type About } from './new-cards.ts'

interface AboutFieldsProps {
  about: About
  change: (part: Partial<About>) => void
  titleError: string | null
}

/** What is known of one conversation. */
export function AboutFields({ about, change, titleError }: AboutFieldsProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const field = (name: keyof About) => ({
    label: texts.field('interview', name),
    hint: texts.hint('interview', name),
    value: about[name],
    onChange: (value: string) => change({ [name]: value }),
  })
  const line = { maxLength: interview.fields.municipality.maxChars, autoComplete: 'off' }
  return (
    <fieldset className={styles.about}>
      <legend className={styles.legend}>{t('artefacts.importing.about')}</legend>
      <div className={styles.wide}>
        <TextField
          {...field('title')}
          error={titleError}
          maxLength={interview.fields.title.maxChars}
          autoComplete="off"
        />
      </div>
      <TextField {...field('municipality')} {...line} />
      <TextField {...field('function')} {...line} />
      <TextField {...field('interviewer')} {...line} />
      <TextField {...field('date')} type="date" />
      <TextField {...field('minutes')} type="number" inputMode="numeric" min={1} max={600} />
      <TextField {...field('number')} type="number" inputMode="numeric" min={1} max={999} />
      {agreedFields.map((name) => (
        <Select
          key={name}
          {...field(name)}
          options={interview.fields[name].options.map((value) => ({
            value,
            label: texts.option('interview', name, value),
          }))}
        />
      ))}
    </fieldset>
  )
}
