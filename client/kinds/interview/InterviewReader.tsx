import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSameText } from '#shared/base/folded-text.ts'
import { limits } from '#shared/base/limits.ts'
import { transcriptsOf, type Transcript } from '#shared/evidence/transcripts.ts'
import { evidenceRole } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import styles from './InterviewReader.module.css'
import { shortName, useKindTexts } from '../kind-texts.ts'
import { CorrectText } from './CorrectText.tsx'
import { EraseTranscript } from './EraseTranscript.tsx'
import { MarkBar } from './MarkBar.tsx'
import { hitsOf, paragraphsOf, sentencesOf, type Mark, type Passage } from './passages.ts'
import { proposalsIn, quotedIn, renderingOf, type Proposal, type Rendering } from './proposals.ts'
import { differentTopics, quotePassage, topicsIn } from './quote-passage.ts'
import { ReaderProposals } from './ReaderProposals.tsx'
import { ReaderQuotes } from './ReaderQuotes.tsx'
import { ReaderRedactions } from './ReaderRedactions.tsx'
import { ReaderSearch, type Search } from './ReaderSearch.tsx'
import { ReaderStates } from './ReaderStates.tsx'
import { redact, redactedPlaces, redactionsOf } from './redactions.ts'
import { TranscriptText } from './TranscriptText.tsx'
import { useArtefact, useMayWrite } from '#client/artefacts/use-artefact.ts'
import { useInterviewQuotes, type PlacedQuote } from './use-interview-quotes.ts'
import { useMarkedText } from './use-marked-text.ts'
import { useNamesToReview } from './use-names-to-review.ts'
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
  const { states, shown, show, isLatest } = useStates(interview)
  const { text } = shown
  const isInterview = evidenceRole(interview.kind) === 'source'
  // Older states are read; what is marked is marked in the text that counts
  const mayMark = useMayWrite(session) && isInterview && isLatest
  const region = useRef<HTMLDivElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(text), [text])
  const sentences = useMemo(() => sentencesOf(text, paragraphs), [text, paragraphs])
  const quotes = useInterviewQuotes(session, interview.id, states, shown)
  const [topic, setTopic] = useState('')
  const listed = useMemo(
    () =>
      quotes.filter(
        ({ quote }) => topic === '' || topicsIn(quote.fields.topic).some((one) => isSameText(one, topic)),
      ),
    [quotes, topic],
  )
  const [search, setSearch] = useState<Search>({ query: '', hits: [], current: 0 })
  const selected = useMarkedText(region, text)
  const cursor = useSentenceCursor({ region, text, sentences, paragraphs, onMark: () => mark() })
  const picked = cursor.picked ?? selected.passage
  const [said, setSaid] = useState('')
  const [correcting, setCorrecting] = useState(false)
  const facts = useQuoteFacts(text, picked)
  const redactions = useMemo(() => redactionsOf(interview), [interview])
  const proposing = useProposals(shown, quotes, mayMark)
  const names = useNamesToReview(session, interview, mayMark ? text : '')

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
  const take = (passage: Passage, rendering: Rendering) => {
    const topics = topicsIn(facts.topics)
    const card = mayMark ? quotePassage(session, interview, passage, { topics, rendering }) : null
    if (!card) return
    const quote = shortName(text.slice(passage.start, passage.end))
    setSaid(t('artefacts.reader.marked', { quote }))
    toasts.show({
      text: t('artefacts.reader.marked', { quote }),
      about: { topic: 'quotes', again: (count) => t('artefacts.reader.markedMany', { count, quote }) },
      action: { label: t('artefacts.reader.openQuote'), run: () => openCard(card.artefactId) },
    })
  }
  const mark = () => {
    if (!picked) return
    take(picked, facts.rendering)
    selected.clear()
    facts.forget()
  }
  const keepInside = (words: string) => {
    if (words === '' || !mayMark) return
    const isKept = redact(session, interview, words)
    setSaid(isKept ? t('artefacts.reader.redacted') : '')
    toasts.show({
      text: isKept
        ? t('artefacts.reader.redacted')
        : t('artefacts.reader.tooManyRedactions', { max: limits.maxRedactions }),
    })
    selected.clear()
  }
  const find = (words: string) => setSearch({ query: words, hits: hitsOf(text, words), current: 0 })
  const marks = useMarks({ quotes: listed, search, picked: cursor.picked, shown, redactions })

  return (
    <Dialog
      open
      size="large"
      title={texts.nameOf(interview)}
      onClose={onClose}
      actions={
        mayMark && text !== '' ? (
          <MarkBar
            {...{ text, picked }}
            topics={facts.topics}
            rendering={facts.rendering}
            onTopics={facts.onTopics}
            onRendering={facts.onRendering}
            known={knownTopics(session)}
            keyboard={cursor.active}
            onKeyboard={cursor.toggle}
            onMark={mark}
            onRedact={() => picked && keepInside(text.slice(picked.start, picked.end).trim())}
          />
        ) : undefined
      }
    >
      {text === '' ? (
        <p>{t('artefacts.reader.noTranscript')}</p>
      ) : (
        <div className={styles.reader}>
          <ReaderSearch text={text} search={search} onSearch={setSearch} />
          <TranscriptText {...{ text, paragraphs, marks, cursor }} ref={region} onOpenQuote={openCard} />
          <div className={styles.beside}>
            {isInterview ? (
              <ReaderQuotes
                {...{ session, interview, text, topic }}
                all={quotes}
                quotes={listed}
                onTopic={setTopic}
                onOpen={openCard}
                onShow={(id) => showQuote(region.current, id)}
              />
            ) : null}
            <ReaderProposals
              {...{ text }}
              proposals={proposing.proposals}
              onShow={({ start, end }) => find(text.slice(start, end))}
              onTake={(proposal) => take(proposal, proposal.rendering)}
              onLeave={proposing.leave}
            />
            <ReaderRedactions
              {...{ session, interview }}
              names={names.names}
              mayWrite={mayMark}
              onRedact={keepInside}
              onShow={find}
              onKeep={names.keep}
            />
            <ReaderStates
              {...{ states, shown }}
              onShow={show}
              onCorrect={mayMark ? () => setCorrecting(true) : null}
            />
          </div>
          <VisuallyHidden>
            <span role="status">{cursor.said || said}</span>
          </VisuallyHidden>
        </div>
      )}
      <EraseTranscript {...{ session, interview }} quoteCount={quotes.length} hasText={text !== ''} />
      {correcting ? (
        <CorrectText
          {...{ session, interview }}
          current={shown}
          quotes={quotes.map(({ quote }) => quote)}
          onClose={() => setCorrecting(false)}
        />
      ) : null}
    </Dialog>
  )
}

/** All states of the text, and the one that is read: the last, unless somebody chose another. */
function useStates({ fields }: Artefact) {
  const states = useMemo(() => transcriptsOf(fields), [fields])
  const [chosen, show] = useState<Transcript['revision'] | undefined>()
  const latest = states.at(-1)!
  const shown = states.find(({ revision }) => revision === chosen) ?? latest
  return { states, shown, show, isLatest: shown === latest }
}

/** What is said of the next quote: topics stay for the one after, how it was said is asked anew of each passage. */
function useQuoteFacts(text: string, picked: Passage | null) {
  const [topics, setTopics] = useState('')
  const [chosen, setChosen] = useState<Rendering | null>(null)
  const quoted = useMemo(() => quotedIn(text), [text])
  return {
    topics,
    onTopics: setTopics,
    rendering: chosen ?? (picked ? renderingOf(picked, quoted) : 'verbatim'),
    onRendering: (rendering: Rendering) => setChosen(rendering),
    forget: () => setChosen(null),
  }
}

/** Proposals that nobody has taken, and that this person has not put away. */
function useProposals({ text, strong }: Transcript, quotes: readonly PlacedQuote[], mayMark: boolean) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const key = ({ start, end }: Passage) => `${start}-${end}`
  const proposals = useMemo(() => {
    const taken = quotes.flatMap(({ place }) => place ?? [])
    return mayMark ? proposalsIn(text, strong, taken) : []
  }, [text, strong, quotes, mayMark])
  return {
    proposals: proposals.filter((proposal) => !left.has(key(proposal))),
    leave: (proposal: Proposal) => setLeft((now) => new Set([...now, key(proposal)])),
  }
}

function knownTopics(session: RoomSession): string[] {
  const topics = [...session.roots.artefacts.keys()].flatMap((id) =>
    topicsIn(session.artefacts.get(id)?.fields.topic),
  )
  return differentTopics(topics).sort((a, b) => a.localeCompare(b))
}

function useMarks(over: {
  quotes: readonly PlacedQuote[]
  search: Search
  picked: Passage | null
  shown: Transcript
  redactions: ReturnType<typeof redactionsOf>
}): Mark[] {
  const { quotes, search, picked, shown, redactions } = over
  return useMemo(
    () => [
      ...shown.strong.map((place): Mark => ({ ...place, type: 'strong', id: '' })),
      ...redactedPlaces(shown.text, redactions).map((place): Mark => ({
        ...place,
        type: 'redacted',
        id: '',
      })),
      ...quotes.flatMap(({ quote, place }): Mark[] =>
        place ? [{ ...place, type: 'quote', id: quote.id }] : [],
      ),
      ...search.hits.map((hit, index): Mark => ({
        ...hit,
        type: index === search.current ? 'current-hit' : 'hit',
        id: '',
      })),
      ...(picked ? [{ ...picked, type: 'picked' as const, id: '' }] : []),
    ],
    [quotes, search, picked, shown, redactions],
  )
}

const showQuote = (region: HTMLElement | null, id: string) => scrollTo(region, `[data-quotes~="${id}"]`)

function scrollTo(region: HTMLElement | null, selector: string) {
  region?.querySelector(selector)?.scrollIntoView({ block: 'center' })
}
