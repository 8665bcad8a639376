import { useTranslation } from 'react-i18next'
import { contentNames, type ExportContent } from '#shared/protocol/export-formats.ts'
import styles from './ExportsPanel.module.css'

interface ContentChoiceProps {
  chosen: ExportContent
  onChoose: (content: ExportContent) => void
}

/** What is to be taken home; in which formats follows from it. */
export function ContentChoice({ chosen, onChoose }: ContentChoiceProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.contents}>
      <legend>{t('workshop.exports.what')}</legend>
      {contentNames.map((content) => (
        <label key={content} className={styles.content}>
          <input
            type="radio"
            name="export-content"
            checked={content === chosen}
            onChange={() => onChoose(content)}
          />
          <span>
            <span className={styles.name}>{t(`workshop.exports.content.${content}`)}</span>
            <span className={styles.quiet}>{t(`workshop.exports.contentText.${content}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
