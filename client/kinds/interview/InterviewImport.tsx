import { useId, useState, type FormEvent } from 'react'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { interview } from '#shared/kinds/interview/spec.ts'
import { limits } from '#shared/base/limits.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { createCard, pageForPhase, type PlacedCard } from '#client/artefacts/card-actions.ts'
import { day, wholeNumber } from '#client/artefacts/field-values.ts'
import fieldStyles from '#client/artefacts/fields.module.css'
import styles from './InterviewImport.module.css'
import { useKindTexts } from '../kind-texts.ts'
import { checkTranscript, readTranscript, suggestedTitle, type TranscriptFault } from './transcript-file.ts'

interface InterviewImportProps {
  session: RoomSession
  open: boolean
  onClose: () => void
  onImported?: (card: PlacedCard) => void
  /** Where the card goes; the page prepared for interviews where it is left out. */
  pageId?: string
}

const emptyDraft = {
  text: '',
  title: '',
  municipality: '',
  function: '',
  date: '',
  minutes: '',
  interviewer: '',
  consent: 'unknown',
}
type Draft = typeof emptyDraft

/** Reads an interview protocol into the room, from a file or the clipboard. */
export function InterviewImport(props: InterviewImportProps) {
  return props.open ? <OpenImport {...props} /> : null
}

function OpenImport({ session, onClose, onImported, pageId }: InterviewImportProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(emptyDraft)
  const [fault, setFault] = useState<TranscriptFault | 'titleMissing' | null>(null)
  const [encoding, setEncoding] = useState<string | null>(null)
  const formId = useId()
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))

  const takeText = (text: string, fileName?: string) =>
    setDraft((now) => {
      const untouched = now.title === '' || now.title === suggestedTitle(now.text)
      return { ...now, text, title: untouched ? suggestedTitle(text, fileName) : now.title }
    })
  const takeFile = async (file: File | undefined) => {
    if (!file) return
    const read = await readTranscript(file)
    setFault(read.ok ? null : read.refusal)
    setEncoding(read.ok ? read.value.encoding : null)
    if (read.ok) takeText(read.value.text, file.name)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = checkTranscript(draft.text)
    if (!checked.ok) return setFault(checked.refusal)
    if (draft.title.trim() === '') return setFault('titleMissing')
    const card = createCard(session, {
      kind: 'interview',
      parentId: pageId ?? pageForPhase(session, 'preparation'),
      fields: fieldsFrom(draft, checked.value),
    })
    if (!card) return
    onClose()
    toasts.show({ text: t('artefacts.importing.done', { title: draft.title.trim() }) })
    onImported?.(card)
  }
  const words = fault && t(`artefacts.importing.${fault}`, { max: limits.maxTranscriptChars })

  return (
    <Dialog
      open
      size="large"
      title={t('artefacts.importing.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t('artefacts.importing.run')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        <FileChoice encoding={encoding} onFile={(file) => void takeFile(file)} />
        <TextArea
          label={t('artefacts.importing.paste')}
          hint={t('artefacts.importing.pasteHint')}
          error={fault === 'titleMissing' ? null : words}
          rows={8}
          value={draft.text}
          onChange={(text) => {
            setFault(null)
            takeText(text)
          }}
        />
        <About {...{ draft, change }} titleError={fault === 'titleMissing' ? words : null} />
      </form>
    </Dialog>
  )
}

function FileChoice(props: { encoding: string | null; onFile: (file: File | undefined) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className={styles.file}>
      <input
        id={id}
        type="file"
        accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
        className={fieldStyles.file}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          props.onFile(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className={buttonClass('secondary')}>
        <FileText aria-hidden="true" />
        {t('artefacts.importing.choose')}
      </label>
      <span className={styles.hint} id={`${id}-hint`}>
        {props.encoding
          ? t('artefacts.importing.encoding', { encoding: props.encoding })
          : t('artefacts.importing.chooseHint')}
      </span>
    </div>
  )
}

interface AboutProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  titleError: string | null
}

function About({ draft, change, titleError }: AboutProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const field = (name: Exclude<keyof Draft, 'text'>) => ({
    label: texts.field('interview', name),
    hint: texts.hint('interview', name),
    value: draft[name],
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
      <Select
        {...field('consent')}
        options={interview.fields.consent.options.map((value) => ({
          value,
          label: texts.option('interview', 'consent', value),
        }))}
      />
    </fieldset>
  )
}

function fieldsFrom(draft: Draft, transcript: string) {
  return {
    transcript,
    title: draft.title.trim(),
    municipality: draft.municipality.trim(),
    function: draft.function.trim(),
    interviewer: draft.interviewer.trim(),
    date: day(draft.date),
    minutes: wholeNumber(draft.minutes, interview.fields.minutes),
    consent: draft.consent,
  }
}
