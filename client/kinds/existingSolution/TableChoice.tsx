import { useId } from 'react'
import { FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import fieldStyles from '#client/artefacts/fields.module.css'
import { buttonClass } from '#client/ui/Button.tsx'
import styles from './SolutionCatalogue.module.css'
import type { TableFault } from './table-fault.ts'

interface TableChoiceProps {
  hint: string
  /** Endings of files that may be chosen. */
  accept: string
  fault: TableFault | null
  onFile: (file: File) => void
}

/** Asks for a file with a table, and says why one could not be read. */
export function TableChoice({ hint, accept, fault, onFile }: TableChoiceProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className={styles.file}>
      <input
        id={id}
        type="file"
        accept={accept}
        className={fieldStyles.file}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className={buttonClass('secondary')}>
        <FileSpreadsheet aria-hidden="true" />
        {t('artefacts.catalogue.choose')}
      </label>
      <span className={styles.quiet} id={`${id}-hint`}>
        {hint}
      </span>
      {fault ? (
        <p className={fieldStyles.error} role="alert">
          {t(`artefacts.catalogue.faults.${fault}`, {
            max: limits.maxCatalogueRows,
            mb: Math.floor(limits.maxForeignFileBytes / 1024 / 1024),
          })}
        </p>
      ) : null}
    </div>
  )
}
