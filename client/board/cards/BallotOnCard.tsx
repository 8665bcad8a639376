import { stopEventPropagation } from 'tldraw'
import type { Artefact } from '#shared/document/artefacts.ts'
import { BallotControl } from '#client/ballots/BallotControl.tsx'
import { CardOutcome } from '#client/ballots/CardOutcome.tsx'
import { isChosen } from '#client/ballots/choices.ts'
import { useOwnBallot, useTurnout, useVotingOn } from '#client/ballots/votes.ts'
import ballotStyles from '#client/ballots/ballots.module.css'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { BALLOT_BAR } from './ballot-bars.ts'

interface BallotOnCardProps {
  session: RoomSession
  artefact: Artefact
}

/** What this person chooses for a card, at its foot; and after the counting what it got. */
export function BallotOnCard({ session, artefact }: BallotOnCardProps) {
  const running = useVotingOn(session, artefact.id)
  if (!running)
    return <CardOutcome session={session} artefactId={artefact.id} className={ballotStyles.outcome} />
  return <Bar session={session} artefact={artefact} running={running} />
}

function Bar({
  session,
  artefact,
  running,
}: BallotOnCardProps & { running: NonNullable<ReturnType<typeof useVotingOn>> }) {
  const texts = useKindTexts()
  const { vote, status } = running
  const own = useOwnBallot(session, vote.id)
  const isVoid = useTurnout(session, vote.id) === null
  return (
    <>
      {own && isChosen(own.ballot, artefact.id) ? <span className={ballotStyles.ring} /> : null}
      <div
        className={ballotStyles.bar}
        style={{ height: BALLOT_BAR }}
        onPointerDown={stopEventPropagation}
        onDoubleClick={stopEventPropagation}
      >
        <BallotControl
          vote={vote}
          candidate={artefact.id}
          name={shortName(texts.nameOf(artefact), 60)}
          ballot={own?.ballot ?? null}
          disabled={status === 'closed' || isVoid}
          onChoose={(ballot) => session.ballots.cast(vote.id, ballot)}
        />
      </div>
    </>
  )
}
