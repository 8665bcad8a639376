import { useEffect, type ReactNode } from 'react'
import { CircleDot, FlaskConical, Lock, LockOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { stepOnPage } from '#shared/facilitation/step/modes.ts'
import type { VoteState } from '#shared/facilitation/vote/state.ts'
import { useOwnBallot, useTurnout, voteOnPage } from '#client/ballots/votes.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useFacilitation, useOwnPage, useRoom, useView } from '#client/room-context/room-context.ts'
import { usePhone } from '#client/room-context/use-phone.ts'
import { Button } from '#client/ui/Button.tsx'
import { announce } from '#client/ui/announcements.ts'
import { toasts } from '#client/ui/toasts.ts'
import { named, plainly } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import { Problem } from '#shared/errors/problem.ts'
import { DotsLeft } from './DotsLeft.tsx'
import { ResultOnBoard } from './ResultOnBoard.tsx'
import styles from './VoteBand.module.css'

/** Above board and list, while people vote on this page or have just done so: what is promised, and how far it is. */
export function VoteBand() {
  const page = useOwnPage()
  const known = useFacilitation(({ state }) => (state && page ? bandVote(state, page.id) : null))
  const isVoting = useFacilitation(
    ({ state }) =>
      state !== null && page !== null && stepOnPage(state.step, page.id)?.step.mode.type === 'vote',
  )
  useVoteNews()
  if (known) return <Band known={known} />
  return isVoting ? <Preparing /> : null
}

type State = NonNullable<Parameters<typeof voteOnPage>[0]>

/** The vote of the step; while it is talked about, the one that was counted on this page last. */
function bandVote(state: State, pageId: string): VoteState | null {
  const running = voteOnPage(state, pageId)
  if (running || stepOnPage(state.step, pageId)?.step.mode.type !== 'discuss') return running
  return state.votes.findLast(({ status, vote }) => status === 'counted' && vote.pageId === pageId) ?? null
}

function Preparing() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  return (
    <Row icon={<CircleDot aria-hidden="true" />} title={t('votes.band.preparing')}>
      {mayFacilitate ? (
        <Button
          variant="primary"
          onClick={() => view.setState({ panel: { type: 'votes', voteId: null, prepares: true } })}
        >
          {t('votes.band.prepare')}
        </Button>
      ) : (
        <span>{t('votes.band.preparingText')}</span>
      )}
    </Row>
  )
}

function Band({ known }: { known: VoteState }) {
  const { t } = useTranslation()
  const { session, view } = useRoom()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  const { vote, status } = known
  const own = useOwnBallot(session, vote.id)
  const turnout = useTurnout(session, vote.id)
  const mayVote = session.ballots.isEligible(vote)
  const isOpen = useView(({ panel }) => panel?.type === 'votes' && panel.voteId === vote.id)
  // On a phone the ballot paper below says the rest.
  const face = useView((state) => state.face)
  const phone = usePhone()
  const isPaperBelow = phone && face === 'write' && mayVote
  const toggle = () => view.setState({ panel: isOpen ? null : { type: 'votes', voteId: vote.id } })
  if (status === 'prepared' && !mayFacilitate) return <Preparing />
  // There the panel with the result says all of this
  if (status === 'counted' && isOpen && phone) return null
  if (status === 'counted')
    return (
      <Row
        icon={<CircleDot aria-hidden="true" />}
        title={t('votes.band.counted', { question: named(vote.question, session.language) })}
      >
        <ResultOnBoard voteId={vote.id} />
        <Button aria-pressed={isOpen} onClick={toggle}>
          {t('votes.band.show')}
        </Button>
      </Row>
    )
  const promise = promiseOf(known, mayVote || mayFacilitate)
  const Sign = vote.trial ? FlaskConical : vote.secret ? Lock : LockOpen
  return (
    <Row icon={<Sign aria-hidden="true" />} title={t(promise.title)} text={t(promise.text)}>
      {mayVote && status === 'open' && !isPaperBelow ? (
        <DotsLeft vote={vote} ballot={own?.ballot ?? null} />
      ) : null}
      {status === 'prepared' || turnout === null ? null : (
        <span className={styles.turnout}>{t('votes.turnout', { count: turnout })}</span>
      )}
      {(mayVote && !isPaperBelow) || mayFacilitate ? (
        <Button aria-pressed={isOpen} onClick={toggle}>
          {t(mayFacilitate ? 'votes.band.manage' : 'votes.band.paper')}
        </Button>
      ) : null}
    </Row>
  )
}

function promiseOf({ vote, status }: VoteState, concerns: boolean) {
  if (status === 'closed') return { title: 'votes.band.closed', text: 'votes.band.closedText' } as const
  if (!concerns) return { title: 'votes.band.others', text: 'votes.band.othersText' } as const
  if (vote.trial) return { title: 'votes.band.trial', text: 'votes.band.trialText' } as const
  if (!vote.secret) return { title: 'votes.band.notSecret', text: 'votes.band.notSecretText' } as const
  return { title: 'votes.band.secret', text: 'votes.band.secretText' } as const
}

interface RowProps {
  icon: ReactNode
  title: string
  text?: string
  children: ReactNode
}

function Row({ icon, title, text, children }: RowProps) {
  return (
    <section className={styles.band} aria-label={plainly(title)}>
      {icon}
      <p className={styles.words}>
        <strong>
          <Said>{title}</Said>
        </strong>{' '}
        {text ? <span>{text}</span> : null}
      </p>
      {children}
    </section>
  )
}

/** Says what happens to the votes of the room, shows what was counted, and says when a choice was not taken. */
function useVoteNews(): void {
  const { t } = useTranslation()
  const { session, view } = useRoom()
  const explain = useErrorText()
  useEffect(() => {
    /** A former result gives way to the vote that opens: on a phone it would lie over the ballot paper. A form stays. */
    const makeWayFor = (voteId: string) => {
      const { panel } = view.getState()
      if (panel?.type === 'votes' && !panel.prepares && panel.voteId !== voteId)
        view.setState({ panel: null })
    }
    return session.facilitation.subscribe(({ state }, before) => {
      if (!state || !before.state || state.votes === before.state.votes) return
      for (const { vote, status } of state.votes) {
        const former = before.state.votes.find((each) => each.vote.id === vote.id)?.status
        if (former === undefined || former === status) continue
        if (status === 'open') {
          announce(t('votes.said.opened', { question: named(vote.question, session.language) }))
          makeWayFor(vote.id)
        }
        if (status === 'closed') announce(t('votes.said.closed'))
        if (status !== 'counted') continue
        announce(t('votes.said.counted', { question: named(vote.question, session.language) }))
        const { panel, pageId } = view.getState()
        const isInTheWay = panel !== null && (panel.type !== 'votes' || panel.prepares)
        if (!isInTheWay && vote.pageId === pageId)
          view.setState({ panel: { type: 'votes', voteId: vote.id } })
      }
    })
  }, [session, view, t])
  useEffect(
    () =>
      session.ballots.state.subscribe(({ refusal }, before) => {
        if (!refusal || refusal === before.refusal) return
        const text = t('votes.said.takenBack', { reason: explain(new Problem(refusal.code)) })
        toasts.show({ text, tone: 'attention' })
      }),
    [session, explain, t],
  )
}
