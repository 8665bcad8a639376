import { Ellipsis } from 'lucide-react'
import { useStore } from 'zustand'
import { useEditor, useTools, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { menuPlaceOf } from '#shared/document/fields.ts'
import { writableKinds } from '#shared/kinds/index.ts'
import { kindMenu } from '#shared/kinds/menu.ts'
import { isDirectlyLocked } from '#shared/document/locks.ts'
import { lockRecords, useLocked } from '#client/artefacts/locks.ts'
import { useKindEntries } from '#client/kinds/kind-menu.tsx'
import { Menu, type MenuEntry, type MenuItem } from '#client/ui/Menu.tsx'
import type { CardRoom } from '../cards/card-room.ts'
import { cardToolId } from '../cards/card-tools.ts'

const rarer = [
  'eraser',
  'line',
  'highlight',
  'laser',
  'frame',
  'rectangle',
  'ellipse',
  'triangle',
  'diamond',
  'star',
] as const

/** What is used rarely, and what can be done with a selection. */
export function MoreTools({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const tools = useTools()
  const { t } = useTranslation()
  const selected = useValue('selection', () => editor.getSelectedShapeIds(), [editor])
  const pageId = useValue('page', () => editor.getCurrentPageId(), [editor])
  const entriesOf = useKindEntries()
  const mayFacilitate = useStore(room.session.facilitation, (view) => view.mayFacilitate)
  useLocked(room.session)
  const areLocked =
    selected.length > 0 && selected.every((id) => isDirectlyLocked(room.session.roots.board, id))
  const lock: MenuItem = {
    id: 'lock',
    label: t(areLocked ? 'artefacts.lock.unlock' : 'artefacts.lock.lock'),
    disabled: selected.length === 0,
    onSelect: () => lockRecords(room.session, selected, !areLocked),
  }
  const cards = entriesOf(kindMenu(menuPlaceOf(room.session.roots.board, pageId), writableKinds), (kind) => {
    editor.setCurrentTool(cardToolId(kind))
  })
  const drawing: MenuItem[] = [
    ...rarer.map((id) => ({
      id,
      label: t(`board.tools.names.${id}`),
      onSelect: () => tools[id]?.onSelect('toolbar'),
    })),
  ]
  const selectedCards = selected.filter((id) => editor.getShape(id)?.type === 'card')
  const selection: MenuItem[] = [
    { id: 'bring', label: t('list.bring.title'), onSelect: () => room.arrange({ type: 'bring' }) },
    {
      id: 'move',
      label: t('list.row.moveTo'),
      disabled: selectedCards.length === 0,
      onSelect: () => room.arrange({ type: 'move', shapeIds: selectedCards }),
    },
    {
      id: 'duplicate',
      label: t('board.tools.duplicate'),
      disabled: selected.length === 0,
      onSelect: () => {
        editor.markHistoryStoppingPoint('duplicate')
        editor.duplicateShapes(selected, { x: 24, y: 24 })
      },
    },
    ...(mayFacilitate ? [lock] : []),
    {
      id: 'remove',
      label: t('board.tools.remove'),
      danger: true,
      disabled: selected.length === 0,
      onSelect: () => {
        editor.markHistoryStoppingPoint('delete')
        editor.deleteShapes(selected)
      },
    },
  ]
  const items: MenuEntry[] = [
    ...selection,
    { id: 'drawing', heading: t('board.tools.drawing'), items: drawing },
    ...cards,
  ]
  return <Menu iconOnly label={t('board.tools.more')} icon={<Ellipsis aria-hidden="true" />} items={items} />
}
