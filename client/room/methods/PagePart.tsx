import { useTranslation } from 'react-i18next'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import { pictured } from '#shared/methods/own-as-method.ts'
import { FieldRows } from './FieldRows.tsx'
import { fieldsOfDraft, newPage, type MethodDraft } from './method-draft.ts'
import { MethodPicture } from './MethodPicture.tsx'
import { useTemplateLanguage } from './use-template-language.ts'
import styles from './MethodEditor.module.css'

interface PagePartProps {
  draft: MethodDraft
  faults: ReadonlySet<string>
  onChange: (page: MethodDraft['page']) => void
}

/** The page that a method lays on the board, with its picture as it becomes; or none. */
export function PagePart({ draft, faults, onChange }: PagePartProps) {
  const { t } = useTranslation()
  const language = useTemplateLanguage()
  const { page } = draft
  const template = pictured(fieldsOfDraft(draft))
  return (
    <fieldset className={styles.part}>
      <legend>{t('room.methods.edit.page')}</legend>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={page !== null}
          onChange={(event) =>
            onChange(event.target.checked ? newPage(draft.name, t('room.methods.edit.newField')) : null)
          }
        />
        {t('room.methods.edit.hasPage')}
      </label>
      {page && template ? (
        <>
          <MethodPicture page={template} language={language} />
          <TextField
            label={t('room.pages.name')}
            maxLength={limits.maxTitleChars}
            value={page.name}
            onChange={(name) => onChange({ ...page, name })}
            error={faults.has('page') ? t('room.pages.nameMissing') : null}
          />
          {(['question', 'instruction', 'tip'] as const).map((part) => (
            <TextArea
              key={part}
              label={t(`room.methods.edit.${part}`)}
              hint={t(`room.methods.edit.${part}Hint`)}
              rows={2}
              maxLength={limits.maxInstructionChars}
              value={page[part]}
              onChange={(text) => onChange({ ...page, [part]: text })}
            />
          ))}
          <FieldRows
            fields={page.fields}
            faults={faults}
            onChange={(fields) => onChange({ ...page, fields })}
          />
        </>
      ) : null}
    </fieldset>
  )
}
