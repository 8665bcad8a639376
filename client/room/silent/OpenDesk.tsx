import { useEffect, useId, type ReactNode } from 'react'
import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { isBlank } from '#shared/document/artefacts.ts'
import type { DraftCard } from '#shared/document/draft-cards.ts'
import { kindForPage } from '#shared/kinds/index.ts'
import type { SeenRound } from '#shared/facilitation/silent/state.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import type { RoundStage } from '#client/facilitation/silent/silent-round.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { usePhone } from '#client/room-context/use-phone.ts'
import { Folded } from './Folded.tsx'
import { SilentCard } from './SilentCard.tsx'
import own from '../own-cards.module.css'
import styles from './SilentDesk.module.css'
import { SilentForm } from './SilentForm.tsx'
import { writeWords } from './write-words.ts'
import { useDraft } from './use-draft.ts'

interface DeskProps {
  page: RoomPage
  round: SeenRound
  stage: RoundStage
  text: string
  setText: (text: string) => void
  otherwise: ReactNode
}

/** The desk of one round, once this person's draft of it is there. */
export function OpenDesk(props: DeskProps) {
  const draft = useDraft(props.round, props.page)
  return draft ? <Desk draft={draft} {...props} /> : props.otherwise
}

function Desk({ draft, page, round, stage, text, setText, otherwise }: DeskProps & { draft: DraftSession }) {
  const titleId = useId()
  const phone = usePhone()
  const cards = useStore(draft.cards)
  useOnBoard(draft, stage)
  useEffect(() => {
    if (stage === 'writing' || text.trim() === '') return
    writeWords(draft, { page, fieldId: null, kind: kindForPage(page.id), words: text, createdAt: Date.now() })
    setText('')
  }, [draft, page, stage, text, setText])
  if (stage === 'writing')
    return (
      <aside className={styles.desk} aria-labelledby={titleId}>
        <SilentBand round={round} titleId={titleId} />
        <SilentForm {...{ draft, page, text, setText }} />
        <OwnCards draft={draft} cards={cards} isOpen={false} />
      </aside>
    )
  const left = cards.length > 0 ? <LeftCards {...{ draft, cards, stage, titleId }} /> : null
  if (phone)
    return (
      <Folded count={cards.length} left={left}>
        {otherwise}
      </Folded>
    )
  return left ? (
    <aside className={styles.desk} aria-labelledby={titleId}>
      {left}
    </aside>
  ) : (
    otherwise
  )
}

interface LeftCardsProps extends Omit<OwnCardsProps, 'isOpen'> {
  stage: Exclude<RoundStage, 'writing'>
  titleId: string
}

/** Own cards that were not revealed, and why. */
function LeftCards({ draft, cards, stage, titleId }: LeftCardsProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className={styles.late}>
        <h2 id={titleId}>{t(`facilitation.silent.${stage}.title`)}</h2>
        <p>{t(`facilitation.silent.${stage}.text`)}</p>
      </div>
      <OwnCards draft={draft} cards={cards} isOpen />
    </>
  )
}

/** Own cards of a round, for the board alone. */
export function OpenFeed({ page, round }: Pick<DeskProps, 'page' | 'round'>) {
  const draft = useDraft(round, page)
  return draft ? <Feed draft={draft} /> : null
}

function Feed({ draft }: { draft: DraftSession }) {
  useOnBoard(draft, 'writing')
  return null
}

/** Own cards lie on the board for their writer alone, as long as people write. */
function useOnBoard({ cards }: DraftSession, stage: RoundStage): void {
  const { ownCards } = useRoom()
  useEffect(() => {
    if (stage !== 'writing') return
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
  }, [cards, stage, ownCards])
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
