import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import { stepWithVote } from '#shared/facilitation/step/modes.ts'
import type { VoteState } from '#shared/facilitation/vote/state.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { useTurnout } from '#client/ballots/votes.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { BallotPaper } from './BallotPaper.tsx'
import { CandidateNames } from './CandidateName.tsx'
import { ResultView } from './ResultView.tsx'
import { useVoteActions } from './vote-actions.ts'
import type { VoteDraft } from './vote-form.ts'
import styles from './votes.module.css'

interface VoteViewProps {
  known: VoteState
  /** Opens the form with this vote. */
  onChange: () => void
  /** Opens the form for another round of it. */
  onAgain: (over: Partial<VoteDraft>) => void
  onGone: () => void
}

/** One vote, as far as it has come: before, while and after people vote. */
export function VoteView({ known, onChange, onAgain, onGone }: VoteViewProps) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  const { vote, status } = known
  return (
    <>
      <div className={styles.about}>
        <h3>{vote.question}</h3>
        <p className={styles.quiet}>{useAbout(vote, status)}</p>
      </div>
      {status === 'counted' ? (
        <ResultView vote={vote} result={known.result} onAgain={mayFacilitate ? onAgain : null} />
      ) : mayFacilitate ? (
        <Lead known={known} onChange={onChange} onGone={onGone} />
      ) : status !== 'prepared' && session.ballots.isEligible(vote) ? (
        <BallotPaper vote={vote} status={status} />
      ) : (
        <p className={styles.quiet}>
          {t(status === 'prepared' ? 'votes.band.preparing' : 'votes.band.others')}
        </p>
      )}
    </>
  )
}

function useAbout(vote: Vote, status: VoteState['status']): string {
  const { t } = useTranslation()
  const kind =
    vote.kind.type === 'dots'
      ? t('votes.rules.dots', { dots: vote.kind.dotsPerPerson, perCard: vote.kind.dotsPerCard })
      : t(`votes.kinds.${vote.kind.type}`)
  return [
    kind,
    t(vote.secret ? 'votes.result.secret' : 'votes.result.notSecret'),
    t(`votes.status.${status}`),
    ...(vote.trial ? [t('votes.trial')] : []),
  ].join(' · ')
}

interface LeadProps extends Pick<VoteViewProps, 'onChange' | 'onGone'> {
  known: VoteState
}

/** What the moderation does next; what cannot be taken back is asked first. */
function Lead({ known: { vote, status }, onChange, onGone }: LeadProps) {
  const { t } = useTranslation()
  const actions = useVoteActions()
  const [asks, setAsks] = useState<'discard' | 'count' | null>(null)
  const runs = useFacilitation(({ state }) => state !== null && stepWithVote(state.step, vote.id) !== null)
  const turnout = useTurnout(useRoom().session, vote.id)
  const few = vote.secret && !vote.trial && (turnout ?? 0) < limits.leastSecretBallots
  return (
    <>
      {status === 'prepared' ? (
        <>
          <CandidateNames ids={vote.candidates} />
          <Notices vote={vote} />
        </>
      ) : turnout === null ? (
        <Banner tone="danger">{t('votes.void')}</Banner>
      ) : (
        <p className={styles.turnout} role="status">
          {t('votes.turnout', { count: turnout })}
        </p>
      )}
      {status === 'open' && !runs ? <Banner tone="attention">{t('votes.paused')}</Banner> : null}
      {status === 'closed' && few && turnout !== null ? (
        <Banner tone="attention">{t('votes.notices.least', { least: limits.leastSecretBallots })}</Banner>
      ) : null}
      <div className={styles.actions}>
        {status === 'prepared' ? (
          <>
            <Button variant="primary" onClick={() => void actions.open(vote)}>
              {t('votes.act.open')}
            </Button>
            <Button onClick={onChange}>{t('votes.act.change')}</Button>
          </>
        ) : null}
        {status === 'open' ? (
          <>
            {runs ? null : (
              <Button variant="primary" onClick={() => void actions.resume(vote.id)}>
                {t('votes.act.resume')}
              </Button>
            )}
            <Button variant={runs ? 'primary' : 'secondary'} onClick={() => void actions.close(vote.id)}>
              {t('votes.act.close')}
            </Button>
          </>
        ) : null}
        {status === 'closed' ? (
          <>
            <Button
              variant="primary"
              aria-disabled={few || turnout === null}
              onClick={() => !few && turnout !== null && setAsks('count')}
            >
              {t('votes.act.count')}
            </Button>
            <Button onClick={() => void actions.reopen(vote.id)}>{t('votes.act.reopen')}</Button>
          </>
        ) : null}
        <Button variant="quiet" onClick={() => setAsks('discard')}>
          {t('votes.act.discard')}
        </Button>
      </div>
      {status === 'prepared' ? null : <p className={styles.hint}>{t('votes.notices.unanimous')}</p>}
      <ConfirmDialog
        title={t('votes.act.discardTitle')}
        open={asks === 'discard'}
        confirm={t('votes.act.discard')}
        danger
        onClose={() => setAsks(null)}
        onConfirm={() => void actions.discard(vote.id).then((gone) => gone && onGone())}
      >
        <p>{t('votes.act.discardText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={t('votes.act.countTitle')}
        open={asks === 'count'}
        confirm={t('votes.act.count')}
        onClose={() => setAsks(null)}
        onConfirm={() => void actions.count(vote.id).then(() => setAsks(null))}
      >
        <p>{t('votes.act.countText')}</p>
      </ConfirmDialog>
    </>
  )
}

/** What has to be known before it is opened, because it cannot be changed afterwards. */
function Notices({ vote }: { vote: Vote }) {
  const { t } = useTranslation()
  const least = limits.leastSecretBallots
  const parts = vote.parts === 'roles' ? t('votes.notices.byRole') : t('votes.notices.byKind')
  const notices = [
    ...(vote.trial ? [t('votes.notices.trial')] : []),
    t('votes.notices.secret'),
    ...(vote.trial ? [] : [vote.secret ? t('votes.notices.least', { least }) : t('votes.notices.notSecret')]),
    t('votes.notices.unanimous'),
    ...(vote.parts === 'none' ? [] : [t('votes.notices.parts', { parts })]),
    t('votes.notices.frozen'),
  ]
  return (
    <section className={styles.notices}>
      <h4>{t('votes.notices.title')}</h4>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </section>
  )
}
