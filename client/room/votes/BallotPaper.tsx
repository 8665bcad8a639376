import { useTranslation } from 'react-i18next'
import { detailOf } from '#shared/document/artefacts.ts'
import { limits } from '#shared/base/limits.ts'
import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'
import { useArtefact } from '#client/artefacts/use-artefact.ts'
import { BallotControl } from '#client/ballots/BallotControl.tsx'
import { ballotOf, isChosen, withReason } from '#client/ballots/choices.ts'
import { useOwnBallot, useTurnout } from '#client/ballots/votes.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { useCandidateName } from './CandidateName.tsx'
import { DotsLeft } from './DotsLeft.tsx'
import { RankingPaper } from './RankingPaper.tsx'
import styles from './votes.module.css'

interface BallotPaperProps {
  vote: Vote
  status: 'open' | 'closed'
}

/** Everything one votes on, in one list: beside the board, and on a phone in its place. */
export function BallotPaper({ vote, status }: BallotPaperProps) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const own = useOwnBallot(session, vote.id)
  const isVoid = useTurnout(session, vote.id) === null
  const disabled = status === 'closed' || isVoid
  const cast = (ballot: Ballot) => session.ballots.cast(vote.id, ballot)
  const ballot = own?.ballot ?? null
  const rule =
    vote.kind.type === 'dots'
      ? t('votes.rules.dots', { dots: vote.kind.dotsPerPerson, perCard: vote.kind.dotsPerCard })
      : t(`votes.rules.${vote.kind.type}`)
  return (
    <section className={styles.paper} aria-label={t('votes.paper.title')}>
      {isVoid ? <Banner tone="danger">{t('votes.void')}</Banner> : null}
      <p>{rule}.</p>
      <PartsNotice vote={vote} />
      {vote.kind.type === 'dots' ? <DotsLeft vote={vote} ballot={ballot} /> : null}
      <p className={styles.state} role="status">
        {t(`votes.paper.state.${stateOf(own?.status ?? null, status)}`)}
      </p>
      {vote.kind.type === 'ranking' ? (
        <RankingPaper vote={vote} ballot={ballot} disabled={disabled} onCast={cast} />
      ) : (
        <ul className={styles.plain}>
          {vote.candidates.map((candidate) => (
            <PaperLine key={candidate} {...{ vote, candidate, ballot, disabled }} onCast={cast} />
          ))}
        </ul>
      )}
    </section>
  )
}

function stateOf(own: 'cast' | 'sending' | 'waiting' | null, status: 'open' | 'closed') {
  if (status === 'closed') return own === null ? 'noneClosed' : 'castClosed'
  return own ?? 'none'
}

/** By what the result is shown apart, said before anybody votes. */
function PartsNotice({ vote }: { vote: Vote }) {
  const { t } = useTranslation()
  if (vote.parts === 'none') return null
  const parts = vote.parts === 'roles' ? t('votes.notices.byRole') : t('votes.notices.byKind')
  return <p className={styles.hint}>{t('votes.notices.parts', { parts })}</p>
}

interface PaperLineProps {
  vote: Vote
  candidate: string
  ballot: Ballot | null
  disabled: boolean
  onCast: (ballot: Ballot) => void
}

function PaperLine({ vote, candidate, ballot, disabled, onCast }: PaperLineProps) {
  const { session } = useRoom()
  const name = useCandidateName(candidate)
  const artefact = useArtefact(session, candidate)
  const detail = artefact && detailOf(artefact)
  const isMine = ballot !== null && isChosen(ballot, candidate)
  return (
    <li className={styles.line} data-chosen={isMine}>
      <strong>{name}</strong>
      {detail ? <span className={styles.quiet}>{detail}</span> : null}
      <BallotControl {...{ vote, candidate, name, ballot, disabled }} onChoose={onCast} />
      <Objection {...{ vote, candidate, name, ballot, disabled, onCast }} />
    </li>
  )
}

/** Why not: an objection is of use to the others only with its reason. */
function Objection({ vote, candidate, name, ballot, disabled, onCast }: PaperLineProps & { name: string }) {
  const { t } = useTranslation()
  if (vote.kind.type !== 'consent') return null
  const own = ballotOf('consent', vote, ballot)
  if (own.answers[candidate] !== 'objection') return null
  return (
    <TextArea
      label={t('votes.paper.reason', { card: name })}
      hint={t('votes.paper.reasonHint')}
      rows={2}
      value={own.reasons[candidate] ?? ''}
      maxLength={limits.maxObjectionChars}
      readOnly={disabled}
      onChange={(reason) => onCast(withReason(own, candidate, reason))}
    />
  )
}
