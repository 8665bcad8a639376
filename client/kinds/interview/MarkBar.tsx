import { useId } from 'react'
import { EyeOff, Keyboard, Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import { kinds } from '#shared/kinds/index.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import styles from './InterviewReader.module.css'
import { shortName, useKindTexts } from '../kind-texts.ts'
import type { Passage } from './passages.ts'
import type { Rendering } from './proposals.ts'
import { MAX_QUOTE_CHARS } from './quote-passage.ts'

interface MarkBarProps {
  text: string
  picked: Passage | null
  /** What the text itself says of the passage, or somebody has chosen. */
  rendering: Rendering
  topics: string
  /** Topics of other quotes in the room, so that one word stays one word. */
  known: readonly string[]
  keyboard: boolean
  onRendering: (rendering: Rendering) => void
  onTopics: (topics: string) => void
  onKeyboard: () => void
  onMark: () => void
  onRedact: () => void
}

/** Always in sight: what is selected, and what can be made of it. */
export function MarkBar(props: MarkBarProps) {
  const { text, picked, rendering, topics, known, keyboard } = props
  const { onRendering, onTopics, onKeyboard, onMark, onRedact } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const listId = useId()
  const chars = picked ? picked.end - picked.start : 0
  const tooLong = chars > MAX_QUOTE_CHARS
  // The press must not take the selection away before it is used.
  const keepSelection = { onPointerDown: (event: React.PointerEvent) => event.preventDefault() }
  return (
    <div className={styles.markBar}>
      <span className={styles.selection}>
        {chars === 0 ? t('artefacts.reader.markHint') : null}
        {tooLong ? t('artefacts.reader.tooLong', { max: MAX_QUOTE_CHARS }) : null}
        {picked && !tooLong ? `„${shortName(text.slice(picked.start, picked.end), 90)}“` : null}
      </span>
      <div className={styles.markFields}>
        <TextField
          label={t('artefacts.reader.topics')}
          value={topics}
          list={listId}
          autoComplete="off"
          maxLength={kinds.quote.fields.topic.maxChars}
          placeholder={t('artefacts.reader.topicsExample')}
          onChange={onTopics}
        />
        <datalist id={listId}>
          {known.map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
        <Select
          label={texts.field('quote', 'rendering')}
          value={rendering}
          onChange={onRendering}
          options={kinds.quote.fields.rendering.options.map((value) => ({
            value,
            label: texts.option('quote', 'rendering', value),
          }))}
        />
      </div>
      <div className={styles.markButtons}>
        <IconButton
          label={t('artefacts.reader.keyboard')}
          pressed={keyboard}
          icon={<Keyboard aria-hidden="true" />}
          onClick={onKeyboard}
        />
        <Button
          {...keepSelection}
          icon={<EyeOff aria-hidden="true" />}
          aria-disabled={chars === 0 || chars > limits.maxRedactedChars}
          onClick={onRedact}
        >
          {t('artefacts.reader.redact')}
        </Button>
        <Button
          {...keepSelection}
          variant="primary"
          icon={<Quote aria-hidden="true" />}
          aria-disabled={chars === 0 || tooLong}
          onClick={onMark}
        >
          {t('artefacts.reader.mark')}
        </Button>
      </div>
    </div>
  )
}
