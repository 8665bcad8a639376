import { useEffect, useId, useRef } from 'react'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { statuses } from '#shared/document/authorship.ts'
import { fieldsOf, kinds } from '#shared/kinds/index.ts'
import { headlineOf, type Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import type { CardPart } from '#client/ui-state/room-view.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Select } from '#client/ui/Select.tsx'
import { useFocusGivenBack } from '#client/ui/use-focus-given-back.ts'
import { AuthorshipLine, HomeLine } from './Authorship.tsx'
import { currentPage, putBackOnBoard, setCardStatus } from './card-actions.ts'
import { CardMenu } from './CardMenu.tsx'
import { ClearanceField } from './ClearanceField.tsx'
import { HeldSection } from './clusters/HeldSection.tsx'
import { CommentsSection } from './comments/CommentsSection.tsx'
import styles from './CardPanel.module.css'
import { PrecedentsSection } from './precedents/PrecedentsSection.tsx'
import { HeldCard, useIsCardHeld, useIsInHeldCard, useLocked } from './locks.ts'
import { LineageSection } from './trail/LineageSection.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { FieldEditor } from './FieldEditor.tsx'
import { fieldViewOf } from '#client/kinds/field-views.ts'
import { KindIcon } from '../kinds/KindIcon.tsx'
import { useKindTexts } from '../kinds/kind-texts.ts'
import { TagsField } from './TagsField.tsx'
import { useArtefact, useMayWrite } from './use-artefact.ts'
import { WithdrawInArchive } from './WithdrawInArchive.tsx'
import { usePlacement } from './use-placement.ts'

interface CardPanelProps {
  session: RoomSession
  artefactId: string
  onClose: () => void
  onOpenArtefact: (artefactId: string) => void
  /** Opens a card that was derived or duplicated here; it then comes with `isJustMade`. */
  onOpenMade: (artefactId: string) => void
  isJustMade?: boolean
  /** The part that somebody came for. */
  at?: CardPart | undefined
}

/** Everything about one card: its fields, what it rests on, and what can be done with it. */
export function CardPanel(props: CardPanelProps) {
  const { session, artefactId, onClose } = props
  const { t } = useTranslation()
  const artefact = useArtefact(session, artefactId)
  useFocusGivenBack()
  const isHeld = useIsCardHeld(session, artefactId)
  if (artefact)
    return (
      <HeldCard value={isHeld}>
        <OpenCard key={artefactId} {...props} artefact={artefact} />
      </HeldCard>
    )
  return (
    <section className={styles.panel} aria-label={t('artefacts.panel.missing')}>
      <p>{t('artefacts.panel.missing')}</p>
      <Button onClick={onClose}>{t('artefacts.panel.close')}</Button>
    </section>
  )
}

function OpenCard(props: CardPanelProps & { artefact: Artefact }) {
  const { session, artefact, onClose, onOpenArtefact } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // Decided once, on opening: a card just made wants to be written, any other is read first.
  const isNew = useRef(props.isJustMade || headlineOf(artefact) === '').current
  const isFor = useRef(props.at !== undefined).current
  useEffect(() => {
    if (!isNew && !isFor) heading.current?.focus()
  }, [isNew, isFor])

  return (
    <section
      className={styles.panel}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.title} id={titleId} ref={heading} tabIndex={-1}>
          <KindIcon kind={artefact.kind} />
          {texts.label(artefact.kind)}
        </h2>
        <CardMenu {...{ session, artefact, onClose, onOpenArtefact }} onOpenMade={props.onOpenMade} />
        <IconButton label={t('artefacts.panel.close')} icon={<X aria-hidden="true" />} onClick={onClose} />
      </header>
      <HomeLine artefact={artefact} />
      <LockBanner {...{ session, artefact }} />
      <OffBoardBanner {...{ session, artefact }} />
      <Fields {...{ session, artefact, onOpenArtefact }} autoFocus={isNew && !isFor} />
      <PrecedentsSection {...{ session, artefact, onOpenArtefact }} />
      <StatusField {...{ session, artefact }} />
      <ClearanceField {...{ session, artefact }} />
      <WithdrawInArchive {...{ session, artefact }} />
      <TagsField {...{ session, artefact }} />
      <HeldSection {...{ session, artefact, onOpenArtefact }} />
      <LineageSection {...{ session, artefact, onOpenArtefact }} />
      <EvidenceSection {...{ session, artefact, onOpenArtefact }} />
      <CommentsSection
        {...{ session }}
        artefactId={artefact.id}
        inFront={props.at === 'comments'}
        key={props.at ?? ''}
      />
      <AuthorshipLine artefact={artefact} />
    </section>
  )
}

function Fields(props: {
  session: RoomSession
  artefact: Artefact
  onOpenArtefact: (id: string) => void
  autoFocus: boolean
}) {
  const { session, artefact, onOpenArtefact, autoFocus } = props
  return Object.entries(fieldsOf(artefact.kind)).map(([field, spec]) => {
    const OwnView = fieldViewOf(artefact.kind, field, spec)
    const isFirst = autoFocus && field === kinds[artefact.kind].headline
    // A field of the same name in another kind is another field: the key keeps them apart when a card is turned.
    const key = `${artefact.kind}.${field}`
    return OwnView ? (
      <OwnView key={key} {...{ session, artefact, field, onOpenArtefact }} autoFocus={isFirst} />
    ) : (
      <FieldEditor key={key} {...{ session, artefact, field, spec }} autoFocus={isFirst} />
    )
  })
}

function StatusField({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  return (
    <Select
      label={t('artefacts.status.label')}
      value={artefact.status}
      disabled={!mayWrite}
      onChange={(status) => setCardStatus(session, artefact.id, status)}
      options={statuses.map((status) => ({ value: status, label: t(`artefacts.status.options.${status}`) }))}
    />
  )
}

function LockBanner({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const isHeld = useIsInHeldCard()
  if (!useLocked(session).cards.has(artefact.id)) return null
  return <Banner tone="info">{t(isHeld ? 'artefacts.lock.held' : 'artefacts.lock.heldFromOthers')}</Banner>
}

function OffBoardBanner({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const placement = usePlacement(session, artefact.id)
  if (placement) return null
  const putBack = () => putBackOnBoard(session, artefact, currentPage(session))
  return (
    <Banner
      tone="info"
      action={mayWrite ? <Button onClick={putBack}>{t('artefacts.panel.putBack')}</Button> : undefined}
    >
      {t('artefacts.panel.offBoard')}
    </Banner>
  )
}
