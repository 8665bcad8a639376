import { Ellipsis } from 'lucide-react'
import { useEditor, useTools, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { writableKinds } from '#shared/kinds/index.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { Menu, type MenuItem } from '#client/ui/Menu.tsx'
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
export function MoreTools() {
  const editor = useEditor()
  const tools = useTools()
  const { t } = useTranslation()
  const selected = useValue('selection', () => editor.getSelectedShapeIds(), [editor])
  const items: MenuItem[] = [
    ...writableKinds.map((kind) => ({
      id: kind,
      label: t(`kinds.${kind}.label`),
      icon: <KindIcon kind={kind} />,
      onSelect: () => void editor.setCurrentTool(cardToolId(kind)),
    })),
    ...rarer.map((id) => ({
      id,
      label: t(`board.tools.names.${id}`),
      onSelect: () => tools[id]?.onSelect('toolbar'),
    })),
    {
      id: 'duplicate',
      label: t('board.tools.duplicate'),
      disabled: selected.length === 0,
      onSelect: () => {
        editor.markHistoryStoppingPoint('duplicate')
        editor.duplicateShapes(selected, { x: 24, y: 24 })
      },
    },
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
  return <Menu iconOnly label={t('board.tools.more')} icon={<Ellipsis aria-hidden="true" />} items={items} />
}
