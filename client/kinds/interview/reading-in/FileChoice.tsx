import { useId } from 'react'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#client/ui/Button.tsx'
import { SpinnerMark } from '#client/ui/Spinner.tsx'
import fieldStyles from '#client/artefacts/fields.module.css'
import styles from '../InterviewImport.module.css'
import { READABLE } from './protocol-file.ts'

interface FileChoiceProps {
  /** What is being read at the moment. */
  reading: string | null
  encoding: string | null
  error: string | null
  onFile: (file: File) => void
}

/** A file from this computer; what is wrong with it stands beside it. */
export function FileChoice({ reading, encoding, error, onFile }: FileChoiceProps) {
  const { t } = useTranslation()
  const id = useId()
  const said = () => {
    if (reading !== null) return t('artefacts.importing.reading', { name: reading })
    return encoding ? t('artefacts.importing.encoding', { encoding }) : t('artefacts.importing.chooseHint')
  }
  return (
    <div className={styles.file}>
      <input
        id={id}
        type="file"
        accept={[...READABLE, '.doc', '.pdf', 'text/plain'].join(',')}
        className={fieldStyles.file}
        aria-describedby={`${id}-hint`}
        disabled={reading !== null}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className={buttonClass('secondary')}>
        <FileText aria-hidden="true" />
        {t('artefacts.importing.choose')}
      </label>
      <span className={styles.hint} id={`${id}-hint`} role="status">
        {reading !== null ? <SpinnerMark /> : null}
        {said()}
      </span>
      {error ? (
        <p className={fieldStyles.error} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}
