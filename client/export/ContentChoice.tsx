import { useId } from 'react'
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
  const id = useId()
  return (
    <fieldset className={styles.contents}>
      <legend>{t('workshop.exports.what')}</legend>
      {contentNames.map((content) => (
        <label key={content} className={styles.content}>
          <input
            type="radio"
            aria-labelledby={`${id}${content}`}
            aria-describedby={`${id}${content}-text`}
            name="export-content"
            checked={content === chosen}
            onChange={() => onChoose(content)}
          />
          <span>
            <span id={`${id}${content}`} className={styles.name}>
              {t(`workshop.exports.content.${content}`)}
            </span>
            <span id={`${id}${content}-text`} className={styles.quiet}>
              {t(`workshop.exports.contentText.${content}`)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
