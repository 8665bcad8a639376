import { useDeferredValue, useId, useMemo, useState, type ClipboardEvent, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { ProtocolText } from '#shared/protocol/protocol-formats.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { Unreachable } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import choices from '#client/ui/choices.module.css'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { toasts } from '#client/ui/toasts.ts'
import {
  asOneStep,
  createCard,
  pageForPhase,
  placementOf,
  type PlacedCard,
} from '#client/artefacts/card-actions.ts'
import { writerIn } from './add-state.ts'
import styles from './InterviewImport.module.css'
import { AboutFields } from './reading-in/AboutFields.tsx'
import { divide, interviewAt, type Part } from './reading-in/divide.ts'
import { DividedImport } from './reading-in/DividedImport.tsx'
import { FileChoice } from './reading-in/FileChoice.tsx'
import { isSameConversation, KnownTexts } from './reading-in/known-texts.ts'
import {
  aboutFields,
  aboutPart,
  aboutWaiting,
  conversationIn,
  nothingKnown,
  transcriptFields,
  type About,
} from './reading-in/new-cards.ts'
import { pastedText } from './reading-in/pasted-text.ts'
import { readProtocolFile, type ReadingFault } from './reading-in/protocol-file.ts'
import { stressedText } from './reading-in/stressed-text.ts'
import { supply } from './reading-in/supply.ts'
import { checkTranscript, suggestedTitle } from './transcript-file.ts'
import { useKindTexts } from '../kind-texts.ts'

interface InterviewImportProps {
  session: RoomSession
  open: boolean
  onClose: () => void
  onImported?: (card: PlacedCard) => void
  /** Where the card goes; the page prepared for interviews where it is left out. */
  pageId?: string
  /** An interview without a protocol, which gets this one. */
  supplying?: Artefact
}

/** Reads interview protocols into the room, from a file or the clipboard: one, or as many as there are in it. */
export function InterviewImport(props: InterviewImportProps) {
  return props.open ? <OpenImport {...props} /> : null
}

type Fault = ReadingFault | 'titleMissing' | 'tooManyRevisions'

function OpenImport(props: InterviewImportProps) {
  const { session, onClose, onImported, pageId, supplying } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const source = useSource(session)
  const { text, fault, setFault } = source
  const [typed, setTyped] = useState<Partial<About>>({})
  const [dividing, setDividing] = useState<{ protocol: ProtocolText; parts: Part[] } | null>(null)
  const formId = useId()
  const parts = useParts(text)
  const interviews = parts.filter(({ type }) => type === 'interview').length
  const beside = parts.length - interviews
  const parentId = pageId ?? pageForPhase(session, 'preparation')
  const [known] = useState(() => new KnownTexts(session))
  const twin = useTwin(known, text)
  const [isApart, setApart] = useState(false)
  const read = { ...readOf(text, source.fileName, parts), ...typed }
  const isBare = parts.length === 1 && parts[0]!.type === 'interview' && parts[0]!.isBare
  const waiting = supplying ?? (twin || isBare ? null : known.waitingFor(conversationIn(read)))
  const filled = supplying || !isApart ? waiting : null
  const shown = filled ? { ...aboutOf(filled, read), ...typed } : read

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = checkTranscript(text)
    if (!checked.ok) return setFault(checked.refusal)
    if (filled) return fill(filled, checked.value)
    if (shown.title.trim() === '') return setFault('titleMissing')
    const card = createCard(session, {
      kind: 'interview',
      parentId,
      fields: { ...transcriptFields(stressedText(checked.value)), ...aboutFields(shown) },
    })
    if (!card) return
    onClose()
    toasts.show({ text: t('artefacts.importing.done', { title: shown.title.trim() }) })
    onImported?.(card)
  }
  const fill = ({ id }: Artefact, words: string) => {
    const state = { ...transcriptFields(stressedText(words)), by: writerIn(session) }
    const takeBack = asOneStep(session, (roots) => supply(roots, id, state, shown))
    if (!takeBack) return setFault('tooManyRevisions')
    onClose()
    toasts.show({
      text: t('artefacts.importing.supplied', { title: shown.title.trim() }),
      action: { label: t('common.undo'), run: () => asOneStep(session, takeBack) },
    })
    const shapeId = placementOf(session.roots, id)
    if (shapeId !== null) onImported?.({ artefactId: id, shapeId })
  }
  const review = () => {
    const checked = checkTranscript(text)
    if (!checked.ok) return setFault(checked.refusal)
    const protocol = stressedText(checked.value)
    const divided = divide(protocol)
    // Where no other is found, it is one, until somebody says where the next begins
    const isOne = divided.length === 1
    setDividing({ protocol, parts: isOne ? [interviewAt(protocol, divided[0]!)] : divided })
  }
  const words = useFaultWords(fault)

  if (dividing)
    return (
      <DividedImport {...{ session, parentId, onClose }} {...dividing} onBack={() => setDividing(null)} />
    )
  return (
    <Dialog
      open
      size="large"
      title={t(supplying ? 'artefacts.importing.supply' : 'artefacts.importing.title')}
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
        <FileChoice
          reading={source.reading}
          encoding={source.encoding}
          error={source.isFileFault ? words : null}
          onFile={(file) => void source.takeFile(file)}
        />
        {parts.length === 1 && !supplying && text.trim() !== '' ? (
          <div>
            <Button onClick={review}>{t('artefacts.importing.divideByHand')}</Button>
          </div>
        ) : null}
        {interviews === 0 || parts.length < 2 ? null : (
          <Banner tone="info" action={<Button onClick={review}>{t('artefacts.importing.divide')}</Button>}>
            {t('artefacts.importing.several', { count: interviews })}{' '}
            {beside > 0 ? t('artefacts.importing.beside', { count: beside }) : null}
          </Banner>
        )}
        <TextArea
          label={t('artefacts.importing.paste')}
          hint={t('artefacts.importing.pasteHint')}
          error={fault === 'titleMissing' || source.isFileFault ? null : words}
          rows={8}
          value={text}
          onPaste={source.paste}
          onChange={source.type}
        />
        {twin ? (
          <Banner tone="attention">
            {t('artefacts.importing.known', { name: texts.nameOf(twin) })}{' '}
            {t('artefacts.importing.knownHint')}
          </Banner>
        ) : null}
        {waiting && !supplying ? (
          <Banner tone="info">
            {t('artefacts.importing.waiting', { name: texts.nameOf(waiting) })}
            <label className={choices.check}>
              <input
                type="checkbox"
                checked={!isApart}
                onChange={(event) => setApart(!event.target.checked)}
              />
              {t('artefacts.importing.supplyThere')}
            </label>
          </Banner>
        ) : null}
        {supplying ? null : (
          <AboutFields
            about={shown}
            change={(part) => setTyped({ ...typed, ...part })}
            titleError={fault === 'titleMissing' ? words : null}
          />
        )}
      </form>
    </Dialog>
  )
}

/** The text, wherever it comes from, and what was wrong with it. */
function useSource(session: RoomSession) {
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState('')
  const [encoding, setEncoding] = useState<string | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [isFileFault, setFileFault] = useState(false)
  const fail = (next: Fault | null, ofFile = false) => {
    setFault(next)
    setFileFault(ofFile)
  }
  return {
    text,
    fileName,
    encoding,
    reading,
    fault,
    isFileFault,
    setFault: (next: Fault) => fail(next),
    type: (next: string) => {
      fail(null)
      setText(next)
    },
    takeFile: async (file: File) => {
      fail(null)
      setReading(file.name)
      const read = await readProtocolFile(session, file).finally(() => setReading(null))
      if (!read.ok) return fail(read.refusal, true)
      setEncoding(read.value.encoding)
      setFileName(file.name)
      setText(read.value.text)
    },
    /** What is bold where it was copied stays so. */
    paste: (event: ClipboardEvent<HTMLTextAreaElement>) => {
      const words = pastedText(event.clipboardData.getData('text/html'))
      if (words === null) return
      event.preventDefault()
      fail(null)
      const { selectionStart, selectionEnd, value } = event.currentTarget
      setText(value.slice(0, selectionStart) + words + value.slice(selectionEnd))
    },
  }
}

function useFaultWords(fault: Fault | null): string | null {
  const { t } = useTranslation()
  const errorText = useErrorText()
  if (fault === null) return null
  if (fault instanceof Problem || fault instanceof Unreachable) return errorText(fault)
  if (fault === 'tooManyRevisions')
    return t('artefacts.reader.tooManyRevisions', { max: limits.maxRevisions })
  return t(`artefacts.importing.${fault}`, { max: limits.maxTranscriptChars })
}

/** What the text is made of; a moment late while somebody types. */
function useParts(text: string): readonly Part[] {
  const settled = useDeferredValue(text)
  return useMemo(() => {
    const checked = checkTranscript(settled)
    return checked.ok ? divide(stressedText(checked.value)) : []
  }, [settled])
}

/** The card that says the same already; a moment late while somebody types. */
function useTwin(known: KnownTexts, text: string): Artefact | null {
  const settled = useDeferredValue(text)
  return useMemo(() => {
    const checked = checkTranscript(settled)
    return checked.ok ? known.twinOf(stressedText(checked.value).text) : null
  }, [known, settled])
}

/** What the heading of a single interview says of it; it stands in the form until somebody writes something else there. */
function readOf(text: string, fileName: string, parts: readonly Part[]): About {
  const only = parts.length === 1 && parts[0]!.type === 'interview' ? aboutPart(parts[0]!) : nothingKnown
  return { ...only, title: suggestedTitle(text, fileName) }
}

/** Of a card that gets this protocol: what the protocol of another conversation says is none of it. */
function aboutOf(card: Artefact, read: About): About {
  const { number, place } = conversationIn(read)
  const saysNothing = number === null && place === ''
  const isOfIt = saysNothing || isSameConversation(card, { number, place })
  return aboutWaiting(card, isOfIt ? read : nothingKnown)
}
