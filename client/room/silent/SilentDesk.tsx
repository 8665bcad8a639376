import { useEffect, useId, useState, type ReactNode } from 'react'
import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { isBlank } from '#shared/document/artefacts.ts'
import type { DraftCard } from '#shared/document/draft-cards.ts'
import { kindForPage } from '#shared/kinds/index.ts'
import type { SeenRound } from '#shared/facilitation/silent/state.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import { useSilentRound } from '#client/facilitation/silent/silent-round.ts'
import { useFacilitation, useOwnPage, useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { SilentCard } from './SilentCard.tsx'
import own from '../own-cards.module.css'
import styles from './SilentDesk.module.css'
import { SilentForm } from './SilentForm.tsx'
import { writeWords } from './write-words.ts'
import { useDraft } from './use-draft.ts'

/**
 * Where one writes what nobody else sees: beside board and list, on a phone in their place. After the revealing it holds
 * what came too late, as long as there is any.
 * Half-written words outlive the step: they become a card when their round is revealed.
 */
export function SilentDesk({ otherwise = null }: { otherwise?: ReactNode }) {
  const [begun, setBegun] = useState<Readonly<Record<string, string>>>({})
  const page = useOwnPage()
  const round = useSilentRound(page?.id ?? null)
  const isObserver = useFacilitation(({ me }) => me?.role === 'observer')
  if (!page || !round || isObserver) return otherwise
  const { stepId, generation } = round
  const text = begun[stepId] ?? ''
  const setText = (next: string) => setBegun((all) => ({ ...all, [stepId]: next }))
  return <OpenDesk key={`${stepId} ${generation}`} {...{ page, round, text, setText, otherwise }} />
}

interface DeskProps {
  page: RoomPage
  round: SeenRound
  text: string
  setText: (text: string) => void
  otherwise: ReactNode
}

function OpenDesk(props: DeskProps) {
  const draft = useDraft(props.round, props.page)
  return draft ? <Desk draft={draft} {...props} /> : props.otherwise
}

function Desk({ draft, page, round, text, setText, otherwise }: DeskProps & { draft: DraftSession }) {
  const { t } = useTranslation()
  const titleId = useId()
  const cards = useStore(draft.cards)
  useOnBoard(draft, round)
  useEffect(() => {
    if (round.status !== 'revealed' || text.trim() === '') return
    writeWords(draft, { page, fieldId: null, kind: kindForPage(page.id), words: text, createdAt: Date.now() })
    setText('')
  }, [draft, page, round.status, text, setText])
  if (round.status === 'revealed' && cards.length === 0) return otherwise
  return (
    <aside className={styles.desk} aria-labelledby={titleId}>
      {round.status === 'writing' ? (
        <>
          <SilentBand round={round} titleId={titleId} />
          <SilentForm {...{ draft, page, text, setText }} />
        </>
      ) : (
        <div className={styles.late}>
          <h2 id={titleId}>{t('facilitation.silent.late.title')}</h2>
          <p>{t('facilitation.silent.late.text')}</p>
        </div>
      )}
      <OwnCards draft={draft} cards={cards} isOpen={round.status === 'revealed'} />
    </aside>
  )
}

/** Where the desk is not on screen, own cards still lie on the board. */
export function SilentFeed() {
  const page = useOwnPage()
  const round = useSilentRound(page?.id ?? null)
  const isObserver = useFacilitation(({ me }) => me?.role === 'observer')
  return page && round && !isObserver ? <OpenFeed page={page} round={round} /> : null
}

function OpenFeed({ page, round }: Pick<DeskProps, 'page' | 'round'>) {
  const draft = useDraft(round, page)
  return draft ? <Feed draft={draft} round={round} /> : null
}

function Feed({ draft, round }: { draft: DraftSession; round: SeenRound }) {
  useOnBoard(draft, round)
  return null
}

/** Own cards lie on the board for their writer alone, until they are revealed. */
function useOnBoard({ cards }: DraftSession, { status }: SeenRound): void {
  const { ownCards } = useRoom()
  useEffect(() => {
    if (status !== 'writing') return
    const show = () =>
      ownCards.setState(
        cards.getState().filter(({ artefact }) => !isBlank(artefact)),
        true,
      )
    show()
    const stop = cards.subscribe(show)
    return () => {
      stop()
      ownCards.setState([], true)
    }
  }, [cards, status, ownCards])
}

/** What is promised, before the first word. */
function SilentBand({ round, titleId }: { round: SeenRound; titleId: string }) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const count = useStore(session.draftCounts, (counts) => counts.get(round.stepId) ?? 0)
  return (
    <>
      <div className={styles.band}>
        <EyeOff aria-hidden="true" />
        <h2 id={titleId}>{t('facilitation.silent.band')}</h2>
        <span className={styles.count}>{t('facilitation.silent.count', { count })}</span>
      </div>
      <p className={styles.promise}>{t(`facilitation.silent.promise.${round.authorship}`)}</p>
    </>
  )
}

interface OwnCardsProps {
  draft: DraftSession
  cards: readonly DraftCard[]
  isOpen: boolean
}

function OwnCards({ draft, cards, isOpen }: OwnCardsProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const saved = useStore(draft.state)
  return (
    <section className={styles.own} aria-labelledby={titleId}>
      <div className={styles.ownHead}>
        <h3 id={titleId}>{t('facilitation.silent.own', { count: cards.length })}</h3>
        <span role="status" className={styles.saved}>
          {t(`facilitation.silent.saved.${savedState(saved)}`)}
        </span>
      </div>
      {cards.length === 0 ? <p className={styles.quiet}>{t('facilitation.silent.none')}</p> : null}
      <ul className={own.cards}>
        {[...cards].reverse().map((card) => (
          <SilentCard key={card.shapeId} draft={draft} card={card} isOpen={isOpen} />
        ))}
      </ul>
    </section>
  )
}

function savedState({ status, unsaved }: ReturnType<DraftSession['state']['getState']>) {
  if (!unsaved) return 'saved'
  return status === 'online' ? 'saving' : 'here'
}
