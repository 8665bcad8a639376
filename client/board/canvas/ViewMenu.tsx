import { useId, useRef, useState } from 'react'
import { useEditor, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { MenuList, type MenuItem } from '#client/ui/Menu.tsx'
import { linkArrowsStore, toggleLinkArrows } from '#client/ui-state/link-arrows.ts'
import { chooseWheel, wheelStore } from '#client/ui-state/wheel.ts'
import { animationMs } from '../cards/card-placing.ts'
import { showWholePage } from './navigation.ts'
import { fitSheet } from '../sheet/sheet-view.ts'
import { isSheetPage } from '../sheet/sheet-pages.ts'
import styles from '../board.module.css'

/** How large the board is shown, and what can be done about it. */
export function ViewMenu() {
  const editor = useEditor()
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menuId = useId()
  const hundredths = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(hundredths / 100)
  const items = useViewItems()
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.zoom}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('board.tools.zoom', { percent })}
        onClick={() => setOpen(!open)}
      >
        {percent}
      </button>
      {open ? (
        <MenuList
          id={menuId}
          label={t('board.tools.zoom', { percent })}
          items={items}
          anchor={button}
          onClose={(giveFocusBack) => {
            setOpen(false)
            if (giveFocusBack) button.current?.focus()
          }}
        />
      ) : null}
    </>
  )
}

function useViewItems(): MenuItem[] {
  const editor = useEditor()
  const { t } = useTranslation()
  const { wheel } = useStore(wheelStore)
  const { shown: arrowsShown } = useStore(linkArrowsStore)
  const onSheet = useValue('sheet', () => isSheetPage(editor, editor.getCurrentPageId()), [editor])
  const motion = { animation: { duration: animationMs(editor) } }
  return [
    ...(onSheet
      ? [{ id: 'width', label: t('board.tools.fitWidth'), onSelect: () => void fitSheet(editor) }]
      : []),
    { id: 'all', label: t('board.tools.showAll'), onSelect: () => showWholePage(editor) },
    {
      id: 'actual',
      label: t('board.tools.actualSize'),
      onSelect: () => void editor.resetZoom(undefined, motion),
    },
    { id: 'closer', label: t('board.tools.closer'), onSelect: () => void editor.zoomIn(undefined, motion) },
    {
      id: 'further',
      label: t('board.tools.further'),
      onSelect: () => void editor.zoomOut(undefined, motion),
    },
    {
      id: 'links',
      label: t(arrowsShown ? 'board.tools.hideLinks' : 'board.tools.showLinks'),
      onSelect: toggleLinkArrows,
    },
    {
      id: 'pan',
      label: t('board.tools.wheelPans'),
      checked: wheel === 'pan',
      onSelect: () => chooseWheel('pan'),
    },
    {
      id: 'zoom',
      label: t('board.tools.wheelZooms'),
      checked: wheel === 'zoom',
      onSelect: () => chooseWheel('zoom'),
    },
  ]
}
