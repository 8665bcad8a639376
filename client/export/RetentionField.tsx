import { useTranslation } from 'react-i18next'
import { TextField } from '#client/ui/TextField.tsx'
import { MAX_RETENTION_YEARS } from '#shared/protocol/export-formats.ts'
import styles from './ExportsPanel.module.css'

interface RetentionFieldProps {
  years: string
  onChange: (years: string) => void
}

/** Whether it is a number of years that a file can be kept for. */
export const isRetention = (years: string): boolean =>
  /^\d+$/u.test(years) && Number(years) >= 1 && Number(years) <= MAX_RETENTION_YEARS

/** For how long files for the records are to be kept. */
export function RetentionField({ years, onChange }: RetentionFieldProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.retention}>
      <TextField
        label={t('workshop.exports.retention.label')}
        hint={t('workshop.exports.retention.hint')}
        error={
          isRetention(years) ? null : t('workshop.exports.retention.wrong', { most: MAX_RETENTION_YEARS })
        }
        type="number"
        inputMode="numeric"
        min={1}
        max={MAX_RETENTION_YEARS}
        value={years}
        onChange={onChange}
      />
    </div>
  )
}
