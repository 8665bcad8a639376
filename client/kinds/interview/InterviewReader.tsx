import { useEffect, useMemo, useRef, useState } from 'react'
import { Keyboard, Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { evidenceRole } from '#shared/kinds/index.ts'
import { sourceOf } from '#shared/kinds/source.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { useEvidenceGraph } from '#client/artefacts/evidence-trail.ts'
import styles from './InterviewReader.module.css'
import { shortName, useKindTexts } from '../kind-texts.ts'
import { paragraphsOf, sentencesOf, type Mark, type Passage } from './passages.ts'
import { MAX_QUOTE_CHARS, quotePassage } from './quote-passage.ts'
import { ReaderQuotes } from './ReaderQuotes.tsx'
import { ReaderSearch, type Search } from './ReaderSearch.tsx'
import { TranscriptText } from './TranscriptText.tsx'
import { useArtefact, useMayWrite } from '#client/artefacts/use-artefact.ts'
import { useMarkedText } from './use-marked-text.ts'
import { useSentenceCursor } from './use-sentence-cursor.ts'

interface InterviewReaderProps {
  session: RoomSession
  interviewId: string
  onClose: () => void
  /** Opens a card; the reader closes first. */
  onOpenArtefact: (artefactId: string) => void
  /** Begins at the passage of this quote. */
  focusQuoteId?: string
}

/** Reading an interview and marking passages, which become quote cards with their place. */
export function InterviewReader(props: InterviewReaderProps) {
  const interview = useArtefact(props.session, props.interviewId)
  return interview ? <OpenReader {...props} interview={interview} /> : null
}

function OpenReader(props: InterviewReaderProps & { interview: Artefact }) {
  const { session, interview, onClose, focusQuoteId } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const text = String(interview.fields.transcript)
  const region = useRef<HTMLDivElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(text), [text])
  const sentences = useMemo(() => sentencesOf(text, paragraphs), [text, paragraphs])
  const quotes = useQuotesOf(session, interview.id)
  const [search, setSearch] = useState<Search>({ query: '', hits: [], current: 0 })
  const selected = useMarkedText(region, text)
  const cursor = useSentenceCursor({ region, text, sentences, paragraphs, onMark: () => mark() })
  const picked = cursor.picked ?? selected.passage
  const [said, setSaid] = useState('')

  useEffect(() => {
    if (focusQuoteId) showQuote(region.current, focusQuoteId)
  }, [focusQuoteId])
  useEffect(() => {
    if (search.hits.length > 0) scrollTo(region.current, '[data-mark~="current-hit"]')
  }, [search])

  const openCard = (id: string) => {
    onClose()
    props.onOpenArtefact(id)
  }
  const mark = () => {
    const card = picked && mayWrite ? quotePassage(session, interview, picked) : null
    if (!card || !picked) return
    const quote = shortName(text.slice(picked.start, picked.end))
    setSaid(t('artefacts.reader.marked', { quote }))
    selected.clear()
    toasts.show({
      text: t('artefacts.reader.marked', { quote }),
      about: { topic: 'quotes', again: (count) => t('artefacts.reader.markedMany', { count, quote }) },
      action: { label: t('artefacts.reader.openQuote'), run: () => openCard(card.artefactId) },
    })
  }
  const marks = useMarks(quotes, search, cursor.picked)

  return (
    <Dialog
      open
      size="large"
      title={texts.nameOf(interview)}
      onClose={onClose}
      actions={
        mayWrite ? (
          <MarkBar {...{ text, picked }} keyboard={cursor.active} onKeyboard={cursor.toggle} onMark={mark} />
        ) : undefined
      }
    >
      {text === '' ? (
        <p>{t('artefacts.reader.noTranscript')}</p>
      ) : (
        <div className={styles.reader}>
          <ReaderSearch text={text} search={search} onSearch={setSearch} />
          <TranscriptText {...{ text, paragraphs, marks, cursor }} ref={region} onOpenQuote={openCard} />
          <ReaderQuotes
            {...{ session, interview, quotes, text }}
            onOpen={openCard}
            onShow={(id) => showQuote(region.current, id)}
          />
          <VisuallyHidden>
            <span role="status">{cursor.said || said}</span>
          </VisuallyHidden>
        </div>
      )}
    </Dialog>
  )
}

/** Quotes of an interview that lie on the board, in the order of their places. Their places never change. */
function useQuotesOf(session: RoomSession, interviewId: string): readonly Artefact[] {
  const graph = useEvidenceGraph(session)
  return useMemo(() => {
    const sources = graph
      .relations(interviewId)
      .filter(
        ({ outgoing, type, id }) =>
          !outgoing && type === 'derivedFrom' && evidenceRole(graph.kindOf(id)) === 'is',
      )
      .flatMap(({ id }) => session.artefacts.get(id) ?? [])
    return sources.filter((quote) => placeOf(quote)).sort((a, b) => placeOf(a)!.start - placeOf(b)!.start)
  }, [graph, interviewId, session])
}

const placeOf = (quote: Artefact): Passage | null => sourceOf(quote)

function useMarks(quotes: readonly Artefact[], search: Search, picked: Passage | null): Mark[] {
  return useMemo(
    () => [
      ...quotes.map((quote): Mark => ({ ...placeOf(quote)!, type: 'quote', id: quote.id })),
      ...search.hits.map((hit, index): Mark => ({
        ...hit,
        type: index === search.current ? 'current-hit' : 'hit',
        id: '',
      })),
      ...(picked ? [{ ...picked, type: 'picked' as const, id: '' }] : []),
    ],
    [quotes, search, picked],
  )
}

const showQuote = (region: HTMLElement | null, id: string) => scrollTo(region, `[data-quotes~="${id}"]`)

function scrollTo(region: HTMLElement | null, selector: string) {
  region?.querySelector(selector)?.scrollIntoView({ block: 'center' })
}

interface MarkBarProps {
  text: string
  picked: Passage | null
  keyboard: boolean
  onKeyboard: () => void
  onMark: () => void
}

/** Always in sight: what is selected, and what can be made of it. */
function MarkBar({ text, picked, keyboard, onKeyboard, onMark }: MarkBarProps) {
  const { t } = useTranslation()
  const chars = picked ? picked.end - picked.start : 0
  const tooLong = chars > MAX_QUOTE_CHARS
  return (
    <>
      <span className={styles.selection}>
        {chars === 0 ? t('artefacts.reader.markHint') : null}
        {tooLong ? t('artefacts.reader.tooLong', { max: MAX_QUOTE_CHARS }) : null}
        {picked && !tooLong ? `„${shortName(text.slice(picked.start, picked.end), 90)}“` : null}
      </span>
      <Button aria-pressed={keyboard} icon={<Keyboard aria-hidden="true" />} onClick={onKeyboard}>
        {t('artefacts.reader.keyboard')}
      </Button>
      <Button
        variant="primary"
        icon={<Quote aria-hidden="true" />}
        aria-disabled={chars === 0 || tooLong}
        // The press must not take the selection away before it is used.
        onPointerDown={(event) => event.preventDefault()}
        onClick={onMark}
      >
        {t('artefacts.reader.mark')}
      </Button>
    </>
  )
}
