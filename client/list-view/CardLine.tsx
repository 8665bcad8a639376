import { lazy, memo, Suspense, type CSSProperties } from 'react'
import { ChevronRight, EllipsisVertical, Lock, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { fieldsOf, isTextField, kinds, traitsOf } from '#shared/kinds/index.ts'
import { colourOf, detailOf, headlineOf, type Artefact } from '#shared/document/artefacts.ts'
import { useOwnBallot, useVotingOn } from '#client/ballots/votes.ts'
import { CollaborativeText } from '#client/artefacts/CollaborativeText.tsx'
import { EvidenceMark } from '#client/artefacts/EvidenceMark.tsx'
import { StandingBehind } from '#client/artefacts/clusters/StandingBehind.tsx'
import { versionOf } from '#client/artefacts/trail/version-name.ts'
import { CommentMark } from '#client/artefacts/comments/CommentMark.tsx'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { isHeldFrom, useIsLocked } from '#client/artefacts/locks.ts'
import { useArtefact, useOthersEditing } from '#client/artefacts/use-artefact.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { loadLaterRoomTexts } from '#client/i18n/i18n.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { asDefault } from '#client/ui/on-demand.ts'
import { usePrinting } from '#client/ui/use-printing.ts'
import styles from './ListView.module.css'
import type { CardRow, UnplacedRow } from './rows.ts'
import type { ListActions } from './use-list-actions.ts'

const ofVotes = async () => {
  const [parts] = await Promise.all([import('#client/ballots/card-parts.ts'), loadLaterRoomTexts()])
  return parts
}
const BallotControl = lazy(() => asDefault(async () => (await ofVotes()).BallotControl))
const CardOutcome = lazy(() => asDefault(async () => (await ofVotes()).CardOutcome))

interface CardLineProps {
  session: RoomSession
  row: CardRow | UnplacedRow
  active: boolean
  editing: boolean
  /** Among those that are moved together. */
  chosen: boolean
  actions: ListActions
  mayWrite: boolean
  onFold: (id: string, expanded: boolean) => void
}

/** One card in the list. Sleeps until its own card, its place or its focus changes. */
export const CardLine = memo(function CardLine(props: CardLineProps) {
  const { session, row, active, editing, chosen, actions } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const artefact = useArtefact(session, row.artefactId)
  const isLocked = useIsLocked(session, row.id)
  const mayWrite = props.mayWrite && !(isLocked && isHeldFrom(session, row.id))
  if (!artefact) return null
  return (
    <div
      role="row"
      id={rowElementId(row.id)}
      data-row={row.id}
      className={styles.card}
      draggable={mayWrite && !editing && row.type === 'card'}
      style={{ '--level': row.level } as CSSProperties}
      tabIndex={active ? 0 : -1}
      aria-selected={row.type === 'card' && mayWrite ? chosen : undefined}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.type === 'card' && row.holds ? row.holds.unfolded : undefined}
    >
      <div role="gridcell" className={styles.main}>
        {row.type === 'card' && row.holds ? (
          <IconButton
            label={t(row.holds.unfolded ? 'list.row.foldThis' : 'list.row.unfoldThis', {
              card: shortName(texts.nameOf(artefact), 40),
            })}
            icon={<ChevronRight aria-hidden="true" className={styles.chevron} />}
            tabIndex={-1}
            onClick={() => props.onFold(row.id, !row.holds?.unfolded)}
          />
        ) : null}
        {editing ? (
          <HeadlineEditor {...{ session, artefact, actions }} />
        ) : (
          <CardFace {...{ session, artefact, isLocked }} row={row} onOpen={() => actions.open(row)} />
        )}
      </div>
      <BallotCell {...{ session, artefact, active }} />
      <div role="gridcell" className={styles.tools}>
        {mayWrite ? <MenuButton {...{ row, artefact, actions, active }} /> : null}
      </div>
    </div>
  )
}, sameLine)

/** What this person votes on the card, or what it got. */
function BallotCell({
  session,
  artefact,
  active,
}: {
  session: RoomSession
  artefact: Artefact
  active: boolean
}) {
  const texts = useKindTexts()
  const running = useVotingOn(session, artefact.id)
  const own = useOwnBallot(session, running?.vote.id ?? '')
  if (!running)
    return (
      <div role="gridcell" className={styles.tools}>
        <Suspense fallback={null}>
          <CardOutcome session={session} artefactId={artefact.id} className={styles.outcome} />
        </Suspense>
      </div>
    )
  return (
    <div role="gridcell" className={styles.ballot}>
      <Suspense fallback={null}>
        <BallotControl
          vote={running.vote}
          candidate={artefact.id}
          name={shortName(texts.nameOf(artefact), 60)}
          ballot={own?.ballot ?? null}
          disabled={running.status === 'closed'}
          tabIndex={active ? 0 : -1}
          onChoose={(ballot) => session.ballots.cast(running.vote.id, ballot)}
        />
      </Suspense>
    </div>
  )
}

/** In the tab order only in the active row, so that the list has two stops and not two thousand. */
function MenuButton(props: Pick<CardLineProps, 'row' | 'actions' | 'active'> & { artefact: Artefact }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  return (
    <IconButton
      label={t('list.row.menu', { card: shortName(texts.nameOf(props.artefact), 40) })}
      icon={<EllipsisVertical aria-hidden="true" />}
      aria-haspopup="menu"
      tabIndex={props.active ? 0 : -1}
      onClick={() => props.actions.openMenu(props.row)}
    />
  )
}

/** Rows are made anew with every outline; what they say decides. */
function sameLine(a: CardLineProps, b: CardLineProps): boolean {
  return (
    a.active === b.active &&
    a.editing === b.editing &&
    a.chosen === b.chosen &&
    a.mayWrite === b.mayWrite &&
    a.actions === b.actions &&
    a.session === b.session &&
    a.row.id === b.row.id &&
    a.row.artefactId === b.row.artefactId &&
    a.row.level === b.row.level &&
    a.row.position === b.row.position &&
    a.row.siblings === b.row.siblings &&
    holdsOf(a.row)?.cards === holdsOf(b.row)?.cards &&
    holdsOf(a.row)?.unfolded === holdsOf(b.row)?.unfolded
  )
}

const holdsOf = (row: CardRow | UnplacedRow) => (row.type === 'card' ? row.holds : null)

const rowElementId = (id: string) => `list-row-${id}`

interface CardFaceProps {
  session: RoomSession
  artefact: Artefact
  row: CardRow | UnplacedRow
  isLocked: boolean
  onOpen: () => void
}

function CardFace({ session, artefact, row, isLocked, onOpen }: CardFaceProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const printing = usePrinting()
  const colour = colourOf(artefact)
  const detail = detailOf(artefact)
  const version = versionOf(artefact)
  return (
    <button type="button" tabIndex={-1} className={styles.face} onClick={onOpen}>
      <span className={styles.kind} data-colour={colour}>
        <KindIcon kind={artefact.kind} />
        {texts.label(artefact.kind)}
        {version === null ? null : ` v${version}`}
        {colour ? ` · ${texts.option(artefact.kind, traitsOf(artefact.kind).colouredBy!, colour)}` : null}
      </span>
      <span
        className={headlineOf(artefact) ? styles.headline : styles.blank}
        lang={headlineOf(artefact) ? session.language : undefined}
      >
        {printing ? texts.nameOf(artefact) : shortName(texts.nameOf(artefact), 240)}
      </span>
      {detail ? (
        <span className={styles.detail} lang={session.language}>
          {detail}
        </span>
      ) : null}
      {row.type === 'card' && row.holds ? (
        <StandingBehind
          {...{ session }}
          artefactId={artefact.id}
          cards={row.holds.cards}
          className={styles.detail}
        />
      ) : null}
      <span className={styles.marks}>
        {row.type === 'card' && row.holds ? null : <EvidenceMark {...{ session, artefact }} />}
        <CommentMark session={session} artefactId={artefact.id} />
      </span>
      {isLocked ? (
        <span className={styles.busy}>
          <Lock aria-hidden="true" />
          {t('artefacts.lock.locked')}
        </span>
      ) : null}
      <BeingEdited {...{ session, artefact }} />
    </button>
  )
}

function BeingEdited({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const others = useOthersEditing(session, artefact.id)
  if (!others) return null
  return (
    <span className={styles.busy}>
      <PenLine aria-hidden="true" />
      {t('list.row.beingEdited', { names: others.split('\n').join(', ') })}
    </span>
  )
}

/** Writing the headline in its place. Enter and Escape end it; in between, the text is everybody's. */
function HeadlineEditor(props: { session: RoomSession; artefact: Artefact; actions: ListActions }) {
  const { session, artefact, actions } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const { headline } = kinds[artefact.kind]
  const spec = fieldsOf(artefact.kind)[headline]
  if (!spec || !isTextField(spec)) return null
  return (
    <CollaborativeText
      {...{ session, spec }}
      artefactId={artefact.id}
      field={headline}
      label={t('list.row.editing', { card: shortName(texts.nameOf(artefact), 40) })}
      labelHidden
      autoFocus
      onBlur={() => actions.endEditing()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return
        event.preventDefault()
        event.stopPropagation()
        actions.endEditing()
      }}
    />
  )
}
