import { useEffect, useId, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { interview } from '#shared/kinds/interview/spec.ts'
import type { ProtocolText } from '#shared/protocol/protocol-formats.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { useKindTexts } from '../../kind-texts.ts'
import styles from '../InterviewImport.module.css'
import { paragraphsOf } from '../passages.ts'
import type { Hint } from './consistency.ts'
import { agreedFields, type Agreed, type PartDraft } from './new-cards.ts'
import { localeOf } from '#shared/base/locale.ts'

/** An interview that seems to be missing, and whether it is to be kept as such. */
export interface MissingDraft {
  name: string
  place: string
  number: number | null
  taken: boolean
}

interface DividedPartsProps {
  protocol: ProtocolText
  parts: readonly PartDraft[]
  hints: readonly Hint[]
  missing: readonly MissingDraft[]
  agreed: Agreed
  onPart: (index: number, part: PartDraft) => void
  /** At a line's beginning, in units of the whole text. */
  onSplit: (index: number, at: number) => void
  /** With the part before it. */
  onJoin: (index: number) => void
  onMissing: (index: number, taken: boolean) => void
  onAgreed: (agreed: Agreed) => void
}

/** What a file was divided into, before anything is made of it: each part can be changed, called something else, or left out. */
export function DividedParts(props: DividedPartsProps) {
  const { protocol, parts, hints, missing, agreed, onPart, onSplit, onJoin, onMissing, onAgreed } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const counts = hints.filter(({ type }) => type === 'count' || type === 'twice')
  const twins = parts.filter(({ twin }) => twin !== null).length
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const goTo = useFocusAfter(list, parts)
  const split = (index: number, at: number) => {
    goTo(index + 1)
    setSaid(t('artefacts.importing.divided', { count: parts.length + 1 }))
    onSplit(index, at)
  }
  const join = (index: number) => {
    goTo(index - 1)
    setSaid(t('artefacts.importing.joined', { count: parts.length - 1 }))
    onJoin(index)
  }
  return (
    <div className={styles.form}>
      <p>{t('artefacts.importing.divideHint')}</p>
      {twins > 0 ? (
        <Banner tone="info">
          {twins === parts.length
            ? t('artefacts.importing.allKnown')
            : t('artefacts.importing.someKnown', { count: twins })}
        </Banner>
      ) : null}
      {counts.length > 0 ? (
        <Banner tone="attention">
          {counts.map((hint) => (
            <p key={JSON.stringify(hint)}>{t(`artefacts.importing.hints.${hint.type}`, { ...hint })}</p>
          ))}
        </Banner>
      ) : null}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      <ol ref={list} className={styles.parts}>
        {parts.map((part, index) => (
          <PartRow
            key={part.start}
            part={part}
            text={protocol.text.slice(part.start, part.end)}
            onChange={(next) => onPart(index, next)}
            onSplit={(at) => split(index, at)}
            onJoin={index > 0 ? () => join(index) : null}
          />
        ))}
      </ol>
      {missing.length > 0 ? (
        <fieldset className={styles.missing}>
          <legend className={styles.legend}>{t('artefacts.importing.missingTitle')}</legend>
          <p className={styles.hint}>{t('artefacts.importing.missingHint')}</p>
          {missing.map((one, index) => (
            <label key={one.name} className={styles.check}>
              <input
                type="checkbox"
                checked={one.taken}
                onChange={(event) => onMissing(index, event.target.checked)}
              />
              {t('artefacts.importing.keepMissing', { name: one.name })}
            </label>
          ))}
        </fieldset>
      ) : null}
      <fieldset className={styles.about}>
        <legend className={styles.legend}>{t('artefacts.importing.agreedWithAll')}</legend>
        {agreedFields.map((name) => (
          <Select
            key={name}
            label={texts.field('interview', name)}
            hint={texts.hint('interview', name)}
            value={agreed[name]}
            onChange={(value) => onAgreed({ ...agreed, [name]: value })}
            options={interview.fields[name].options.map((value) => ({
              value,
              label: texts.option('interview', name, value),
            }))}
          />
        ))}
      </fieldset>
    </div>
  )
}

/** Where reading goes on once the parts are others, for what was pressed is gone: at the one that is told of here. */
function useFocusAfter(list: RefObject<HTMLOListElement | null>, parts: readonly PartDraft[]) {
  const next = useRef<number | null>(null)
  useEffect(() => {
    const row = next.current === null ? null : list.current?.children[next.current]
    next.current = null
    if (row instanceof HTMLElement) row.focus()
  }, [list, parts])
  return (index: number) => {
    next.current = index
  }
}

const PREVIEW_CHARS = 700

interface PartRowProps extends SplitProps {
  onChange: (part: PartDraft) => void
}

function PartRow(props: PartRowProps) {
  const { part, text, onChange } = props
  const { t, i18n } = useTranslation()
  const texts = useKindTexts()
  const titleId = useId()
  const { about, type } = part
  const change = (facts: Partial<PartDraft['about']>) => onChange({ ...part, about: { ...about, ...facts } })
  const chars = t('artefacts.panel.transcriptChars', {
    formatted: text.length.toLocaleString(localeOf(i18n.language)),
  })
  return (
    <li
      className={styles.part}
      data-left={type === 'nothing' || undefined}
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <div className={styles.partHead}>
        <strong id={titleId} className={styles.partTitle}>
          {about.title || texts.label(type === 'document' ? 'document' : 'interview')}
        </strong>
        <span className={styles.hint}>{chars}</span>
      </div>
      <div className={styles.partFields}>
        <Select
          label={t('artefacts.importing.whatIsIt')}
          value={type}
          onChange={(next) => onChange({ ...part, type: next })}
          options={[
            ...(part.waiting
              ? [
                  {
                    value: 'supply' as const,
                    label: t('artefacts.importing.supplyTo', { name: texts.nameOf(part.waiting) }),
                  },
                ]
              : []),
            { value: 'interview', label: texts.label('interview') },
            { value: 'document', label: texts.label('document') },
            { value: 'nothing', label: t('artefacts.importing.leaveOut') },
          ]}
        />
        {type === 'nothing' ? null : (
          <TextField
            label={texts.field('interview', 'title')}
            value={about.title}
            maxLength={interview.fields.title.maxChars}
            onChange={(title) => change({ title })}
          />
        )}
        {type === 'interview' || type === 'supply' ? (
          <>
            <TextField
              label={texts.field('interview', 'municipality')}
              value={about.municipality}
              maxLength={interview.fields.municipality.maxChars}
              onChange={(municipality) => change({ municipality })}
            />
            <TextField
              label={texts.field('interview', 'date')}
              type="date"
              value={about.date}
              onChange={(date) => change({ date })}
            />
          </>
        ) : null}
      </div>
      {part.isBare && !part.twin ? <p className={styles.hint}>{t('artefacts.importing.bare')}</p> : null}
      {part.twin ? (
        <p className={styles.hint}>{t('artefacts.importing.known', { name: texts.nameOf(part.twin) })}</p>
      ) : null}
      {part.waiting ? (
        <p className={styles.hint}>
          {t('artefacts.importing.waiting', { name: texts.nameOf(part.waiting) })}
        </p>
      ) : null}
      <details className={styles.preview}>
        <summary>{t('artefacts.importing.preview')}</summary>
        <p lang="de">{text.length > PREVIEW_CHARS ? `${text.slice(0, PREVIEW_CHARS).trimEnd()} …` : text}</p>
      </details>
      <SplitPart {...props} />
    </li>
  )
}

const LINE_CHARS = 110

interface SplitProps {
  part: PartDraft
  text: string
  onSplit: (at: number) => void
  onJoin: (() => void) | null
}

/** Where nobody saw that another interview begins, or somebody saw one where none is. */
function SplitPart({ part, text, onSplit, onJoin }: SplitProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const lines = isOpen ? paragraphsOf(text).slice(1) : []
  return (
    <details className={styles.preview} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('artefacts.importing.split')}</summary>
      {onJoin ? <Button onClick={onJoin}>{t('artefacts.importing.join')}</Button> : null}
      {lines.length > 0 ? <p className={styles.hint}>{t('artefacts.importing.splitHint')}</p> : null}
      <ol className={styles.lines}>
        {lines.map(({ start, end }) => {
          const words = text.slice(start, end).trim()
          const line = words.length > LINE_CHARS ? `${words.slice(0, LINE_CHARS).trimEnd()} …` : words
          return (
            <li key={start}>
              <button
                type="button"
                className={styles.line}
                aria-label={t('artefacts.importing.splitAt', { line })}
                onClick={() => onSplit(part.start + start)}
              >
                <span lang="de">{line}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
