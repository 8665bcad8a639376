import { useEffect, useRef, useState } from 'react'
import { ArrowLeft, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { newId } from '#shared/base/ids.ts'
import { voteOf } from '#shared/facilitation/vote/rules.ts'
import type { VoteState } from '#shared/facilitation/vote/state.ts'
import { useCurrentMeeting } from '#client/facilitation/agenda/meetings.ts'
import { useFacilitation, useGroupPage, useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { useFocusGivenBack } from '#client/ui/use-focus-given-back.ts'
import type { RoomPanel } from '#client/ui-state/room-view.ts'
import { draftOfVote, newVoteDraft, type VoteDraft } from './vote-form.ts'
import { idForVote } from './vote-actions.ts'
import { VoteForm } from './VoteForm.tsx'
import { VoteView } from './VoteView.tsx'
import styles from './votes.module.css'

type VotesPanelState = Extract<RoomPanel, { type: 'votes' }>

/** Votes of the group: all of them, one of them, or the form for a new one. */
export function VotesPanel({ panel, onClose }: { panel: VotesPanelState; onClose: () => void }) {
  const { t } = useTranslation()
  const { view } = useRoom()
  const heading = useRef<HTMLHeadingElement>(null)
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  const votes = useFacilitation(({ state }) => state?.votes) ?? []
  const [seed, setSeed] = useState<VoteDraft | null>(null)
  const { voteId, prepares } = panel
  const chosen = voteId === null ? null : voteOf(votes, voteId)
  const isForm = mayFacilitate && prepares === true
  const show = (id: string | null) => {
    setSeed(null)
    view.setState({ panel: { type: 'votes', voteId: id } })
  }
  const fillIn = (draft: VoteDraft) => {
    setSeed(draft)
    view.setState({ panel: { type: 'votes', voteId, prepares: true } })
  }
  useFocusGivenBack()
  const where = isForm ? 'form' : (chosen?.vote.id ?? 'all')
  useEffect(() => heading.current?.focus(), [where])
  return (
    <>
      <div className={styles.head}>
        {isForm || chosen ? (
          <IconButton
            label={t('votes.back')}
            icon={<ArrowLeft aria-hidden="true" />}
            onClick={() => show(null)}
          />
        ) : null}
        <h2 ref={heading} tabIndex={-1}>
          {isForm ? t('votes.new') : chosen ? t('votes.one') : t('room.opens.votes')}
        </h2>
        <IconButton label={t('room.panel.close')} icon={<X aria-hidden="true" />} onClick={onClose} />
      </div>
      <div className={styles.content}>
        {isForm ? (
          seed ? (
            <VoteForm key={seed.id} initial={seed} onPrepared={show} onCancel={() => show(null)} />
          ) : (
            <FreshForm onPrepared={show} onCancel={() => show(null)} />
          )
        ) : chosen ? (
          <VoteView
            known={chosen}
            onChange={() => fillIn(draftOfVote(chosen.vote))}
            onAgain={(over) => fillIn(draftOfVote(chosen.vote, { ...over, id: newId() }))}
            onGone={() => show(null)}
          />
        ) : (
          <AllVotes votes={votes} mayPrepare={mayFacilitate} onShow={show} />
        )}
      </div>
    </>
  )
}

interface AllVotesProps {
  votes: readonly VoteState[]
  mayPrepare: boolean
  onShow: (voteId: string) => void
}

function AllVotes({ votes, mayPrepare, onShow }: AllVotesProps) {
  const { t } = useTranslation()
  const { view } = useRoom()
  const prepare = () => view.setState({ panel: { type: 'votes', voteId: null, prepares: true } })
  return (
    <>
      {mayPrepare ? (
        <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={prepare}>
          {t('votes.new')}
        </Button>
      ) : null}
      {votes.length === 0 ? <p className={styles.quiet}>{t('votes.none')}</p> : null}
      <ul className={styles.plain}>
        {[...votes].reverse().map(({ vote, status }) => (
          <li key={vote.id}>
            <button type="button" className={styles.row} onClick={() => onShow(vote.id)}>
              <strong>{vote.question}</strong>
              <span className={styles.quiet}>
                {[t(`votes.kinds.${vote.kind.type}`), t(`votes.status.${status}`)].join(' · ')}
                {vote.trial ? ` · ${t('votes.trial')}` : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A new vote begins with the method and the question that the agenda has for this step. */
function FreshForm(props: { onPrepared: (voteId: string) => void; onCancel: () => void }) {
  const page = useGroupPage()
  const state = useFacilitation((facilitation) => facilitation.state)
  const meeting = useCurrentMeeting()
  // Of its own for each form: under an id that was used before nothing can be prepared
  const [id] = useState(() => (page && state ? idForVote(state, page.id) : newId()))
  const planned = meeting?.steps.find((step) => step.id === id)
  const over: Partial<VoteDraft> =
    planned?.mode.type === 'vote' ? { type: planned.mode.ballot, question: planned.title } : {}
  return <VoteForm isNew initial={newVoteDraft(id, over)} {...props} />
}
