import { useRef, type KeyboardEvent } from 'react'
import { GripVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'
import { BallotControl } from '#client/ballots/BallotControl.tsx'
import { ballotOf, movedBy } from '#client/ballots/choices.ts'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import { useRankDrag } from '#client/ui/use-rank-drag.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { named } from '#client/ui/named.ts'
import { useCandidateName } from './CandidateName.tsx'
import styles from './votes.module.css'

/** Marks the line of a candidate. */
const candidateAttribute = 'data-candidate'

interface RankingPaperProps {
  vote: Vote
  ballot: Ballot | null
  disabled: boolean
  onCast: (ballot: Ballot) => void
}

/** The own order: dragged, moved by buttons, or by Alt and arrow keys. It is cast once it is said to be meant. */
export function RankingPaper({ vote, ballot, disabled, onCast }: RankingPaperProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const own = ballotOf('ranking', vote, ballot)
  const move = (candidate: string, by: number) => {
    const next = movedBy(own, candidate, by)
    if (!disabled && next !== own) onCast(next)
  }
  const drag = useRankDrag(candidateAttribute, own.order, move)
  const keepFocus = (candidate: string) =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[${candidateAttribute}="${candidate}"]`)?.focus(),
    )
  const onKeyDown = (event: KeyboardEvent, candidate: string) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0 || disabled) return
    event.preventDefault()
    move(candidate, by)
    keepFocus(candidate)
  }
  return (
    <>
      {disabled ? null : <p className={styles.hint}>{t('votes.paper.rankingHint')}</p>}
      {ballot === null && !disabled ? (
        <Button variant="primary" onClick={() => onCast(own)}>
          {t('votes.paper.castRanking')}
        </Button>
      ) : null}
      <ol ref={list} className={styles.plain} {...(disabled ? {} : drag.list)}>
        {own.order.map((candidate, n) => (
          <RankedLine
            key={candidate}
            {...{ vote, candidate, ballot, disabled }}
            place={n + 1}
            handle={drag.handle(candidate)}
            onKeyDown={(event) => onKeyDown(event, candidate)}
            onChoose={(next) => {
              onCast(next)
              keepFocus(candidate)
            }}
          />
        ))}
      </ol>
    </>
  )
}

interface RankedLineProps {
  vote: Vote
  candidate: string
  ballot: Ballot | null
  disabled: boolean
  place: number
  handle: ReturnType<ReturnType<typeof useRankDrag>['handle']>
  onKeyDown: (event: KeyboardEvent) => void
  onChoose: (ballot: Ballot) => void
}

function RankedLine(props: RankedLineProps) {
  const { vote, candidate, ballot, disabled, place, handle, onKeyDown, onChoose } = props
  const { t } = useTranslation()
  const { session } = useRoom()
  const name = useCandidateName(candidate)
  const tell = (next: Ballot) => {
    onChoose(next)
    const at = next.type === 'ranking' ? next.order.indexOf(candidate) + 1 : place
    announce(t('votes.rank.moved', { card: named(name, session.language), place: at }))
  }
  return (
    <li
      className={styles.ranked}
      tabIndex={0}
      aria-label={t('votes.rank.of', { card: name, place, count: vote.candidates.length })}
      onKeyDown={onKeyDown}
      {...{ [candidateAttribute]: candidate }}
    >
      {disabled ? null : (
        <span className={styles.handle} {...handle} title={t('votes.paper.handle', { card: name })}>
          <GripVertical aria-hidden="true" />
        </span>
      )}
      <span className={styles.place}>{place}</span>
      <strong className={styles.rankedName}>{name}</strong>
      <BallotControl {...{ vote, candidate, name, ballot, disabled }} onChoose={tell} />
    </li>
  )
}
