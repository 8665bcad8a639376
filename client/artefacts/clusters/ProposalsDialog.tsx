import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposalsView } from '#shared/protocol/proposals.ts'
import { useErrorText } from '#client/app/error-text.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { tellWithUndo } from '../undo-offer.ts'
import styles from '../trail/trail.module.css'
import { acceptGroups, askForGroups, looseCards } from './proposals.ts'
import { ProposedGroup } from './ProposedGroup.tsx'

interface ProposalsDialogProps {
  session: RoomSession
  pageId: string
  /** Who would read the headlines. */
  service: ProposalsView['service']
  onClose: () => void
}

type State =
  | { type: 'asking' | 'waiting' }
  | { type: 'failed'; reason: string }
  | { type: 'answered'; view: ProposalsView }

/**
 * Which cards of a page may belong together, as a service sees it that the operator runs. First it says what would be
 * sent to whom; then every card is accepted by hand, and one undo takes all of it back.
 */
export function ProposalsDialog({ session, pageId, service, onClose }: ProposalsDialogProps) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const [cards] = useState(() => looseCards(session, pageId))
  const [state, setState] = useState<State>({ type: 'asking' })
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const ask = () => {
    setState({ type: 'waiting' })
    askForGroups(session, cards).then(
      (view) => setState({ type: 'answered', view }),
      (error: unknown) => setState({ type: 'failed', reason: explain(error) }),
    )
  }
  const groups = state.type === 'answered' ? state.view.groups : []
  const usable = groups.filter((ids) => ids.filter((id) => accepted.has(id)).length > 1).length
  const take = () => {
    const origin = t('artefacts.proposals.origin', { model: service.model })
    const count = acceptGroups(session, groups, accepted, origin)
    onClose()
    if (count === 0) return
    tellWithUndo(session, t('artefacts.proposals.made', { count }), t('common.undo'))
  }
  return (
    <Dialog
      title={t('artefacts.proposals.title')}
      open
      onClose={onClose}
      actions={
        groups.length > 0 ? (
          <Button variant="primary" disabled={usable === 0} onClick={take}>
            {t('artefacts.proposals.take', { count: usable })}
          </Button>
        ) : state.type === 'answered' ? undefined : (
          <Button
            variant="primary"
            busy={state.type === 'waiting'}
            disabled={cards.length < 2 || state.type === 'waiting'}
            onClick={ask}
          >
            {t('artefacts.proposals.ask')}
          </Button>
        )
      }
    >
      {state.type === 'failed' ? <Banner tone="danger">{state.reason}</Banner> : null}
      {state.type === 'answered' ? (
        <Answer {...{ session, accepted, onAccepted: setAccepted }} view={state.view} />
      ) : (
        <>
          <p>
            {t(cards.length < 2 ? 'artefacts.proposals.tooFew' : 'artefacts.proposals.what', {
              count: cards.length,
            })}
          </p>
          <p className={styles.quiet}>{t('artefacts.proposals.who', { ...service })}</p>
        </>
      )}
    </Dialog>
  )
}

interface AnswerProps {
  session: RoomSession
  view: ProposalsView
  accepted: ReadonlySet<string>
  onAccepted: (accepted: ReadonlySet<string>) => void
}

function Answer({ session, view, accepted, onAccepted }: AnswerProps) {
  const { t } = useTranslation()
  const { groups, unsent, service } = view
  return (
    <>
      <p role="status">
        {t(groups.length === 0 ? 'artefacts.proposals.none' : 'artefacts.proposals.found', {
          count: groups.length,
          ...service,
        })}{' '}
        {unsent > 0 ? t('artefacts.proposals.unsent', { count: unsent }) : null}
      </p>
      {groups.map((ids, n) => (
        <ProposedGroup key={ids[0]} {...{ session, ids, accepted, onAccepted }} rank={n + 1} />
      ))}
    </>
  )
}
