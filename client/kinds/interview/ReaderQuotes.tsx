import { useId } from 'react'
import { Check, SquareArrowOutUpRight, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isVerbatim } from '#shared/evidence/evidence.ts'
import { sourceOf } from '#shared/kinds/source.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import styles from './InterviewReader.module.css'
import { ReleaseQuotes } from './ReleaseQuotes.tsx'
import { shortName, useKindTexts } from '../kind-texts.ts'
import { useArtefact } from '#client/artefacts/use-artefact.ts'

interface ReaderQuotesProps {
  session: RoomSession
  interview: Artefact
  quotes: readonly Artefact[]
  text: string
  onShow: (artefactId: string) => void
  onOpen: (artefactId: string) => void
}

/** The quotes taken from this interview, in the order of the text: each leads to its place and to its card. */
export function ReaderQuotes({ session, interview, quotes, text, onShow, onOpen }: ReaderQuotesProps) {
  const { t } = useTranslation()
  const titleId = useId()
  return (
    <section className={styles.quotes} aria-labelledby={titleId}>
      <h3 className={styles.quotesTitle} id={titleId}>
        {t('artefacts.reader.quotes')} ({quotes.length})
      </h3>
      <ReleaseQuotes {...{ session, quotes, interview }} />
      {quotes.length === 0 ? <p className={styles.hint}>{t('artefacts.reader.noQuotes')}</p> : null}
      <ol className={styles.quoteList}>
        {quotes.map((quote) => (
          <QuoteRow key={quote.id} {...{ session, text, onShow, onOpen }} quoteId={quote.id} />
        ))}
      </ol>
    </section>
  )
}

function QuoteRow(props: Omit<ReaderQuotesProps, 'quotes' | 'interview'> & { quoteId: string }) {
  const { session, quoteId, text, onShow, onOpen } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const quote = useArtefact(session, quoteId)
  const source = quote && sourceOf(quote)
  if (!quote || !source) return null
  const name = shortName(texts.nameOf(quote), 100)
  const verbatim = isVerbatim(String(quote.fields.wording), text, source)
  const Sign = verbatim ? Check : TriangleAlert
  return (
    <li className={styles.quoteRow}>
      <button
        type="button"
        className={styles.quote}
        aria-label={t('artefacts.reader.showQuote', { quote: name })}
        onClick={() => onShow(quoteId)}
      >
        <span>„{name}“</span>
        <span className={styles.state} data-verbatim={verbatim}>
          <Sign aria-hidden="true" />
          {t(verbatim ? 'artefacts.reader.verbatim' : 'artefacts.reader.changed')}
        </span>
      </button>
      <IconButton
        label={t('artefacts.reader.openQuote')}
        icon={<SquareArrowOutUpRight aria-hidden="true" />}
        onClick={() => onOpen(quoteId)}
      />
    </li>
  )
}
