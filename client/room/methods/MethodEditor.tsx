import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useMethodShelf } from '#client/facilitation/methods/own-methods.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import type { MethodFields, OwnMethod } from '#shared/methods/own-method.ts'
import { phases } from '#shared/workshop/phases.ts'
import { faultsOf, fieldsOfDraft, type MethodDraft } from './method-draft.ts'
import { PagePart } from './PagePart.tsx'
import { StepRows } from './StepRows.tsx'
import styles from './MethodEditor.module.css'

interface MethodEditorProps {
  draft: MethodDraft
  onChange: (draft: MethodDraft) => void
  /** What it is a change of; null for a new one. */
  from: OwnMethod | null
  onSaved: (method: OwnMethod) => void
  onLeave: () => void
}

/** A method of the workshop's own as a form: words, steps, page. */
export function MethodEditor({ draft, onChange, from, onSaved, onLeave }: MethodEditorProps) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const [asked, setAsked] = useState(false)
  const { save, busy, fault } = useSaving(from, onSaved)
  const set = (change: Partial<MethodDraft>) => onChange({ ...draft, ...change })
  const faults = faultsOf(draft)
  const shown = asked ? faults : none
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (faults.size === 0) void save(fieldsOfDraft(draft))
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <p>{t('room.methods.edit.hint', { workshop: workshop.title })}</p>
      <div className={styles.pair}>
        <TextField
          label={t('room.methods.edit.name')}
          maxLength={limits.maxTitleChars}
          autoFocus
          value={draft.name}
          onChange={(name) => set({ name })}
          error={shown.has('name') ? t('agenda.errors.title') : null}
        />
        <Select
          label={t('room.methods.phase')}
          value={draft.phase}
          onChange={(phase) => set({ phase })}
          options={phases.map((value) => ({ value, label: t(`workshop.phaseShort.${value}`) }))}
        />
        <Select
          label={t('room.methods.edit.language')}
          value={draft.language ?? workshop.language}
          onChange={(language) => set({ language })}
          options={(['de', 'en'] as const).map((value) => ({
            value,
            label: t(`room.methods.edit.languages.${value}`),
          }))}
        />
      </div>
      {(['what', 'why', 'example', 'hints'] as const).map((part) => (
        <TextArea
          key={part}
          label={t(`room.methods.${part}`)}
          rows={2}
          maxLength={limits.maxInstructionChars}
          value={draft[part]}
          onChange={(text) => set({ [part]: text })}
        />
      ))}
      <StepRows steps={draft.steps} faults={shown} onChange={(steps) => set({ steps })} />
      <PagePart draft={draft} faults={shown} onChange={(page) => set({ page })} />
      {fault ? <Banner tone="danger">{fault}</Banner> : null}
      <div className={styles.buttons}>
        <Button onClick={onLeave}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {t(from ? 'common.save' : 'room.methods.edit.saveNew')}
        </Button>
      </div>
    </form>
  )
}

const none: ReadonlySet<string> = new Set()

/** Keeps the form open where the server refuses, and says why. */
function useSaving(from: OwnMethod | null, onSaved: (method: OwnMethod) => void) {
  const shelf = useMethodShelf()
  const explain = useErrorText()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const save = async (fields: MethodFields) => {
    setBusy(true)
    setFault(null)
    try {
      onSaved(await shelf.save(fields, from))
    } catch (error) {
      setFault(explain(error))
    } finally {
      setBusy(false)
    }
  }
  return { save, busy, fault }
}
