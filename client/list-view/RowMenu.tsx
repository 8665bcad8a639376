import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  ArrowDown,
  ArrowUp,
  Blend,
  Copy,
  FileInput,
  FoldVertical,
  GitBranch,
  Landmark,
  Link2,
  ListChecks,
  Lock,
  LockOpen,
  LogOut,
  MessageCircle,
  PenLine,
  SquareArrowOutUpRight,
  Trash2,
  Undo2,
  UnfoldVertical,
} from 'lucide-react'
import { useStore } from 'zustand'
import { isFolded } from '#shared/document/containers.ts'
import { isDirectlyLocked } from '#shared/document/locks.ts'
import { evidenceRole } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { useBecoming } from '#client/kinds/kind-menu.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { clusterAround, isCluster } from '#client/artefacts/clusters/cluster-actions.ts'
import { useHomes } from '#client/artefacts/homes.ts'
import { useArtefact } from '#client/artefacts/use-artefact.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { MenuList, type MenuEntry, type MenuItem } from '#client/ui/Menu.tsx'
import type { CardRow, UnplacedRow } from './rows.ts'
import type { ListActions } from './use-list-actions.ts'

interface RowMenuProps {
  session: RoomSession
  row: CardRow | UnplacedRow
  actions: ListActions
  /** The row's button. */
  anchor: HTMLElement
  onClose: (giveFocusBack: boolean) => void
}

/** What needs evidence is asked for it. */
const linkWords = (kind: Artefact['kind']) =>
  evidenceRole(kind) === 'needed' ? 'artefacts.evidence.addProof' : 'artefacts.evidence.add'

/** Every action on a card in words, for fingers and screen readers. One menu serves all rows. */
export function RowMenu({ session, row, ...rest }: RowMenuProps) {
  const artefact = useArtefact(session, row.artefactId)
  return artefact ? <OpenRowMenu {...{ session, row, artefact }} {...rest} /> : null
}

function OpenRowMenu(props: RowMenuProps & { artefact: Artefact }) {
  const { session, row, artefact, actions, anchor, onClose } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const anchorRef = useRef<HTMLButtonElement | null>(anchor as HTMLButtonElement)
  return (
    <MenuList
      id={useId()}
      label={t('list.row.menu', { card: shortName(texts.nameOf(artefact), 40) })}
      items={useItems(
        row,
        artefact,
        actions,
        clusterState(session, row),
        useLockState(session, row.id),
        useHomes().bring,
      )}
      anchor={anchorRef}
      onClose={onClose}
    />
  )
}

/** Whether a card lies in a cluster, or is one. */
function clusterState({ roots }: RoomSession, { type, id }: CardRow | UnplacedRow) {
  if (type !== 'card') return 'none'
  if (isCluster(roots, id)) return isFolded(roots.board, id) ? 'folded' : 'unfolded'
  return clusterAround(roots, id) === null ? 'none' : 'inside'
}

/** Whether a row has a lock of its own; locks are the moderation's. */
function useLockState(session: RoomSession, id: string): 'locked' | 'open' | 'notMine' {
  const mayFacilitate = useStore(session.facilitation, (view) => view.mayFacilitate)
  if (!mayFacilitate) return 'notMine'
  return isDirectlyLocked(session.roots.board, id) ? 'locked' : 'open'
}

function useItems(
  row: CardRow | UnplacedRow,
  artefact: Artefact,
  actions: ListActions,
  cluster: ReturnType<typeof clusterState>,
  lock: 'locked' | 'open' | 'notMine',
  bring: ReturnType<typeof useHomes>['bring'],
): MenuEntry[] {
  const { t } = useTranslation()
  const becoming = useBecoming()
  const open: MenuItem = {
    id: 'open',
    label: t('list.row.open'),
    icon: <SquareArrowOutUpRight aria-hidden="true" />,
    onSelect: () => actions.open(row),
  }
  if (row.type === 'put-aside') {
    const putBack = {
      id: 'put-back',
      label: t('list.row.putBack'),
      icon: <Undo2 aria-hidden="true" />,
      onSelect: () => actions.putBack(row),
    }
    return [putBack, open]
  }
  const act = (id: string, label: string, Icon: typeof Copy, onSelect: () => void): MenuItem => ({
    id,
    label,
    icon: <Icon aria-hidden="true" />,
    onSelect,
  })
  return [
    open,
    act('comment', t('list.row.comment'), MessageCircle, () => actions.comment(row)),
    act('edit', t('list.row.edit'), PenLine, () => actions.edit(row)),
    act('move', t('list.row.moveTo'), FileInput, () => actions.chooseTarget(row)),
    act('link', t(linkWords(artefact.kind)), Link2, () => actions.link(row)),
    act('choose', t('list.row.choose'), ListChecks, () => actions.choose(row)),
    act('earlier', t('list.row.earlier'), ArrowUp, () => actions.reorder(row, -1)),
    act('later', t('list.row.later'), ArrowDown, () => actions.reorder(row, 1)),
    act('similar', t('artefacts.clusters.find'), Blend, () => actions.findSimilar(row)),
    ...(cluster === 'inside'
      ? [act('take-out', t('artefacts.clusters.takeOut'), LogOut, () => actions.takeOut(row))]
      : []),
    ...(cluster === 'folded'
      ? [act('unfold', t('artefacts.clusters.unfold'), UnfoldVertical, () => actions.foldForAll(row, false))]
      : []),
    ...(cluster === 'unfolded'
      ? [act('fold', t('artefacts.clusters.fold'), FoldVertical, () => actions.foldForAll(row, true))]
      : []),
    act('duplicate', t('artefacts.panel.duplicate'), Copy, () => actions.duplicate(row)),
    act('next-version', t('artefacts.panel.nextVersion'), GitBranch, () => actions.renew(row)),
    ...(bring ? [act('bring', t('artefacts.home.bring'), Landmark, () => bring([row.artefactId]))] : []),
    ...(lock === 'notMine'
      ? []
      : [
          act(
            'lock',
            t(lock === 'locked' ? 'artefacts.lock.unlock' : 'artefacts.lock.lock'),
            lock === 'locked' ? LockOpen : Lock,
            () => actions.lock(row.id),
          ),
        ]),
    { ...act('take-off', t('artefacts.panel.takeOff'), Trash2, () => actions.takeOff(row)), danger: true },
    ...becoming(artefact.kind, {
      derive: (kind) => actions.derive(row, kind),
      turn: (kind) => actions.turn(row, kind),
    }),
  ]
}
