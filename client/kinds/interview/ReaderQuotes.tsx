import { useId } from 'react'
import { Check, SquareArrowOutUpRight, TriangleAlert, Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isVerbatim } from '#shared/evidence/evidence.ts'
import { isErased } from '#shared/evidence/transcripts.ts'
import { sourceOf } from '#shared/kinds/source.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Select } from '#client/ui/Select.tsx'
import styles from './InterviewReader.module.css'
import { ReleaseQuotes } from './ReleaseQuotes.tsx'
import { shortName, useKindTexts } from '../kind-texts.ts'
import type { Passage } from './passages.ts'
import { differentTopics, topicsIn } from './quote-passage.ts'
import { useArtefact } from '#client/artefacts/use-artefact.ts'
import type { PlacedQuote } from './use-interview-quotes.ts'

interface ReaderQuotesProps {
  session: RoomSession
  interview: Artefact
  /** All quotes of the interview, and those of the chosen topic. */
  all: readonly PlacedQuote[]
  quotes: readonly PlacedQuote[]
  text: string
  /** Empty: every topic. */
  topic: string
  onTopic: (topic: string) => void
  onShow: (artefactId: string) => void
  onOpen: (artefactId: string) => void
}

/** The quotes taken from this interview, in the order of the text: each leads to its place and to its card. */
export function ReaderQuotes(props: ReaderQuotesProps) {
  const { session, interview, all, quotes, text, topic, onTopic, onShow, onOpen } = props
  const { t } = useTranslation()
  const titleId = useId()
  const topics = differentTopics(all.flatMap(({ quote }) => topicsIn(quote.fields.topic))).sort((a, b) =>
    a.localeCompare(b),
  )
  return (
    <section className={styles.quotes} aria-labelledby={titleId}>
      <h3 className={styles.quotesTitle} id={titleId}>
        {t('artefacts.reader.quotes')} ({quotes.length})
      </h3>
      <ReleaseQuotes {...{ session, interview, quotes }} />
      {topics.length > 0 ? (
        <Select
          label={t('artefacts.reader.ofTopic')}
          value={topics.includes(topic) ? topic : ''}
          onChange={onTopic}
          options={[
            { value: '', label: t('artefacts.reader.everyTopic') },
            ...topics.map((one) => ({ value: one, label: one })),
          ]}
        />
      ) : null}
      {all.length === 0 ? <p className={styles.hint}>{t('artefacts.reader.noQuotes')}</p> : null}
      <ol className={styles.quoteList}>
        {quotes.map(({ quote, place }) => (
          <QuoteRow key={quote.id} {...{ session, text, place, onShow, onOpen }} quoteId={quote.id} />
        ))}
      </ol>
    </section>
  )
}

interface QuoteRowProps {
  session: RoomSession
  quoteId: string
  text: string
  place: Passage | null
  onShow: (artefactId: string) => void
  onOpen: (artefactId: string) => void
}

function QuoteRow({ session, quoteId, text, place, onShow, onOpen }: QuoteRowProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const quote = useArtefact(session, quoteId)
  if (!quote) return null
  const name = shortName(texts.nameOf(quote), 100)
  const origin = [...topicsIn(quote.fields.topic), markedBy(quote)].filter(Boolean).join(' · ')
  return (
    <li className={styles.quoteRow}>
      <button
        type="button"
        className={styles.quote}
        title={t('artefacts.reader.showQuote')}
        aria-disabled={place === null || undefined}
        onClick={() => onShow(quoteId)}
      >
        <span lang={session.language}>„{name}“</span>
        <State {...{ quote, text, place }} />
        {origin ? <span className={styles.origin}>{origin}</span> : null}
      </button>
      <IconButton
        label={t('artefacts.reader.openQuote')}
        icon={<SquareArrowOutUpRight aria-hidden="true" />}
        onClick={() => onOpen(quoteId)}
      />
    </li>
  )
}

/** Whether it says what stands there; a paraphrase need not, and one without a place cannot be asked. */
function State({ quote, text, place }: { quote: Artefact; text: string; place: Passage | null }) {
  const { t } = useTranslation()
  if (place === null) {
    const source = sourceOf(quote)
    return (
      <span className={styles.state} data-verbatim={false}>
        <Unlink aria-hidden="true" />
        {t(source && isErased(source) ? 'artefacts.panel.transcriptErased' : 'artefacts.reader.orphaned')}
      </span>
    )
  }
  if (quote.fields.rendering === 'paraphrased')
    return <span className={styles.origin}>{t('artefacts.reader.paraphrased')}</span>
  const verbatim = isVerbatim(String(quote.fields.wording), text, place)
  const Sign = verbatim ? Check : TriangleAlert
  return (
    <span className={styles.state} data-verbatim={verbatim}>
      <Sign aria-hidden="true" />
      {t(verbatim ? 'artefacts.reader.verbatim' : 'artefacts.reader.changed')}
    </span>
  )
}

/** Who marked it, as far as they said so. */
function markedBy({ authorship }: Artefact): string {
  switch (authorship.as) {
    case 'named':
      return authorship.name
    case 'organisation':
      return authorship.organisation
    case 'anonymous':
      return ''
  }
}
