import { useState } from 'react'
import { useStore } from 'zustand'
import {
  Blend,
  Copy,
  EllipsisVertical,
  FoldVertical,
  GitBranch,
  Landmark,
  Lock,
  LockOpen,
  LogOut,
  Presentation,
  Trash2,
  UnfoldVertical,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { pageOf, textIn } from '#shared/document/board-record.ts'
import { traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import { headlineOf, type Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Menu, type MenuItem } from '#client/ui/Menu.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { named } from '#client/ui/named.ts'
import { deriveCard, nextVersionOf } from './derive-card.ts'
import { duplicateCard, placementOf, takeOffBoard, turnCardInto, type PlacedCard } from './card-actions.ts'
import { clusterAround, foldCluster, isCluster, takeOutOfCluster } from './clusters/cluster-actions.ts'
import { useIsFolded } from './clusters/use-clusters.ts'
import { SimilarDialog } from './clusters/SimilarDialog.tsx'
import { useKindTexts } from '../kinds/kind-texts.ts'
import { useBecoming } from '../kinds/kind-menu.tsx'
import { useHomes } from './homes.ts'
import { lockRecords, useLocked } from './locks.ts'
import { isDirectlyLocked } from '#shared/document/locks.ts'
import { useSlidesOfCard } from './slides-of-card.ts'
import { useMayWrite } from './use-artefact.ts'

interface CardMenuProps {
  session: RoomSession
  artefact: Artefact
  onClose: () => void
  /** Opens a card that has just come of this one, to be written. */
  onOpenMade: (artefactId: string) => void
  onOpenArtefact: (artefactId: string) => void
}

/** The actions of the open card. */
export function CardMenu({ session, artefact, onClose, onOpenMade, onOpenArtefact }: CardMenuProps) {
  const { t } = useTranslation()
  const becoming = useBecoming()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const [similar, setSimilar] = useState(false)
  const mayFacilitate = useStore(session.facilitation, (view) => view.mayFacilitate)
  useLocked(session)
  const { bring } = useHomes()
  const asSlides = useSlidesOfCard()
  const shapeId = placementOf(session.roots, artefact.id)
  const isFoldedNow = useIsFolded(session, shapeId ?? '')
  const cluster = shapeId && clusterAround(session.roots, shapeId)

  const isLocked = shapeId ? isDirectlyLocked(session.roots.board, shapeId) : false
  const open = (card: { artefactId: string } | null) => (card ? onOpenMade(card.artefactId) : undefined)
  const tellWhere = (card: PlacedCard | null, kind: ArtefactKind) => {
    const { board } = session.roots
    const page = card && pageOf(board, card.shapeId)
    if (!page || (shapeId && page === pageOf(board, shapeId))) return
    const name = textIn(board.get(page)?.get('name'))
    toasts.show({
      text: t('artefacts.panel.derivedThere', {
        kind: texts.label(kind),
        page: named(name, session.language),
      }),
    })
  }
  const takeOff = () => {
    const putBack = takeOffBoard(session, shapeId!)
    onClose()
    toasts.show({ text: t('list.said.takenOff'), action: { label: t('common.undo'), run: putBack } })
  }
  const onBoard: MenuItem[] = [
    {
      id: 'duplicate',
      label: t('artefacts.panel.duplicate'),
      icon: <Copy aria-hidden="true" />,
      onSelect: () => open(duplicateCard(session, shapeId!)),
    },
    {
      id: 'next-version',
      label: t('artefacts.panel.nextVersion'),
      icon: <GitBranch aria-hidden="true" />,
      onSelect: () => open(nextVersionOf(session, artefact)),
    },
    {
      id: 'similar',
      label: t('artefacts.clusters.find'),
      icon: <Blend aria-hidden="true" />,
      onSelect: () => setSimilar(true),
    },
    ...(cluster
      ? [
          {
            id: 'take-out',
            label: t('artefacts.clusters.takeOut'),
            icon: <LogOut aria-hidden="true" />,
            onSelect: () => takeOutOfCluster(session, [shapeId]),
          },
        ]
      : []),
    ...(isCluster(session.roots, shapeId ?? '')
      ? [
          {
            id: 'fold',
            label: t(isFoldedNow ? 'artefacts.clusters.unfold' : 'artefacts.clusters.fold'),
            icon: isFoldedNow ? <UnfoldVertical aria-hidden="true" /> : <FoldVertical aria-hidden="true" />,
            onSelect: () => foldCluster(session, shapeId!, !isFoldedNow),
          },
        ]
      : []),
    ...(bring
      ? [
          {
            id: 'bring',
            label: t('artefacts.home.bring'),
            icon: <Landmark aria-hidden="true" />,
            onSelect: () => bring([artefact.id]),
          },
        ]
      : []),
    ...(mayFacilitate
      ? [
          {
            id: 'lock',
            label: t(isLocked ? 'artefacts.lock.unlock' : 'artefacts.lock.lock'),
            icon: isLocked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />,
            onSelect: () => lockRecords(session, [shapeId!], !isLocked),
          },
        ]
      : []),
    {
      id: 'take-off',
      label: t('artefacts.panel.takeOff'),
      icon: <Trash2 aria-hidden="true" />,
      danger: true,
      onSelect: takeOff,
    },
  ]
  const slides: MenuItem[] =
    asSlides && traitsOf(artefact.kind).slides
      ? [
          {
            id: 'slides',
            label: t('artefacts.panel.slides'),
            icon: <Presentation aria-hidden="true" />,
            onSelect: () =>
              asSlides({ id: artefact.id, name: headlineOf(artefact) || texts.label(artefact.kind) }),
          },
        ]
      : []
  const changing = () => [
    ...(shapeId ? onBoard : []),
    ...becoming(artefact.kind, {
      derive: (kind) => {
        const card = deriveCard(session, artefact, kind)
        tellWhere(card, kind)
        open(card)
      },
      turn: (kind) => turnCardInto(session, artefact.id, kind),
    }),
  ]
  const items = [...slides, ...(mayWrite ? changing() : [])]
  if (items.length === 0) return null
  return (
    <>
      <Menu
        iconOnly
        label={t('artefacts.panel.actions')}
        icon={<EllipsisVertical aria-hidden="true" />}
        items={items}
      />
      {similar ? (
        <SimilarDialog {...{ session, artefact, onOpenArtefact }} onClose={() => setSimilar(false)} />
      ) : null}
    </>
  )
}
