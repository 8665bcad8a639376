import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { Button } from '#client/ui/Button.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import { isKind, kindNames } from '#shared/kinds/index.ts'
import { flowFor } from '#shared/methods/layout.ts'
import { newField, withMoved, type DraftField } from './method-draft.ts'
import { RowButtons } from './RowButtons.tsx'
import styles from './MethodEditor.module.css'

interface FieldRowsProps {
  fields: readonly DraftField[]
  faults: ReadonlySet<string>
  onChange: (fields: DraftField[]) => void
}

const widths = [12, 8, 6, 4, 3] as const

/** The fields of a method's page, in the order in which they fill its rows. */
export function FieldRows({ fields, faults, onChange }: FieldRowsProps) {
  const { t } = useTranslation()
  const set = (key: string, change: Partial<DraftField>) =>
    onChange(fields.map((field) => (field.key === key ? { ...field, ...change } : field)))
  return (
    <>
      <ol className={styles.rows}>
        {fields.map((field, n) => (
          <li key={field.key} className={styles.row}>
            <div className={styles.rowHead}>
              <b>{t('room.methods.edit.field', { number: n + 1 })}</b>
              <RowButtons
                name={field.name.trim() || t('room.methods.edit.field', { number: n + 1 })}
                onMove={(by) => onChange(withMoved(fields, n, by))}
                onRemove={() => onChange(fields.filter((one) => one !== field))}
                mayRemove={fields.length > 1}
              />
            </div>
            <div className={styles.pair}>
              <TextField
                label={t('room.methods.edit.fieldName')}
                maxLength={limits.maxTitleChars}
                value={field.name}
                onChange={(name) => set(field.key, { name })}
                error={faults.has(`field ${field.key}`) ? t('agenda.errors.title') : null}
              />
              <TextField
                label={t('room.methods.edit.fieldExample')}
                maxLength={limits.maxInstructionChars}
                value={field.example}
                onChange={(example) => set(field.key, { example })}
              />
            </div>
            <div className={styles.pair}>
              <WidthChoice field={field} onChange={(change) => set(field.key, change)} />
              <KindChoice field={field} onChange={(change) => set(field.key, change)} />
            </div>
          </li>
        ))}
      </ol>
      <Button
        icon={<Plus aria-hidden="true" />}
        disabled={fields.length >= limits.maxFieldsOfMethod}
        onClick={() => onChange([...fields, newField(t('room.methods.edit.newField'), fields)])}
      >
        {t('room.methods.edit.addField')}
      </Button>
    </>
  )
}

interface FieldProps {
  field: DraftField
  onChange: (change: Partial<DraftField>) => void
}

function WidthChoice({ field: { span, flow }, onChange }: FieldProps) {
  const { t } = useTranslation()
  // A page of the catalogue may have others
  const offered = [...new Set([...widths, span])].sort((a, b) => b - a)
  return (
    <Select
      label={t('room.methods.edit.width')}
      value={String(span)}
      onChange={(value) =>
        onChange({ span: Number(value), flow: flow === null ? null : flowFor(Number(value)) })
      }
      options={offered.map((one) => ({
        value: String(one),
        label: t('room.methods.edit.columns', { count: one }),
      }))}
    />
  )
}

const EVERY_KIND = ''

function KindChoice({ field: { takes }, onChange }: FieldProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const several =
    takes.length > 1
      ? [{ value: takes.join(), label: takes.map((kind) => texts.plural(kind)).join(', ') }]
      : []
  return (
    <Select
      label={t('room.methods.edit.kind')}
      value={takes.join()}
      onChange={(value) => onChange({ takes: value.split(',').filter(isKind) })}
      options={[
        { value: EVERY_KIND, label: t('room.methods.edit.everyKind') },
        ...several,
        ...kindNames.map((kind) => ({ value: kind, label: texts.plural(kind) })),
      ]}
    />
  )
}
