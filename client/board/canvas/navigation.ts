import type { Editor, TLPageId, TLShapeId } from 'tldraw'
import type { Area } from '../board-commands.ts'
import { animationMs } from '../cards/card-placing.ts'
import { isSheetPage } from '../sheet/sheet-pages.ts'
import { fitSheet } from '../sheet/sheet-view.ts'
import { cameraForPage } from './page-camera.ts'

const visited = new WeakMap<Editor, Set<string>>()

/** Goes to a page. The first visit shows all of it, later ones what this person saw last. */
export function openPage(editor: Editor, pageId: TLPageId): boolean {
  if (!editor.getPage(pageId)) return false
  if (editor.getCurrentPageId() !== pageId) editor.setCurrentPage(pageId)
  const seen = visited.get(editor) ?? new Set()
  visited.set(editor, seen)
  // A sheet keeps itself fitted.
  if (!seen.has(pageId) && !isSheetPage(editor, pageId)) showArea(editor, null, 0)
  seen.add(pageId)
  return true
}

/** Shows a part of the current page; all of it for null. Never enlarges beyond 100 %. */
export function showArea(editor: Editor, area: Area | null, durationMs = animationMs(editor)): void {
  const motion = durationMs > 0 ? { animation: { duration: durationMs } } : { immediate: true }
  // A gathered area shall show all that the moderator sees.
  if (area) {
    editor.zoomToBounds(area, { ...motion, inset: 0, targetZoom: 1 })
    return
  }
  if (fitSheet(editor)) return
  showWholePage(editor, durationMs)
}

/** All that lies on the page, however small it becomes. */
export function showWholePage(editor: Editor, durationMs = animationMs(editor)): void {
  const motion = durationMs > 0 ? { animation: { duration: durationMs } } : { immediate: true }
  const page = editor.getCurrentPageBounds()
  if (page) editor.setCamera(cameraForPage(page, editor.getViewportScreenBounds()), motion)
  else editor.resetZoom(undefined, { immediate: true })
}

export function goToCard(editor: Editor, shapeId: string): boolean {
  const id = shapeId as TLShapeId
  const pageId = editor.getShape(id) && editor.getAncestorPageId(id)
  if (!pageId) return false
  openPage(editor, pageId)
  editor.setCurrentTool('select')
  editor.select(id)
  const bounds = editor.getShapePageBounds(id)
  if (bounds)
    editor.zoomToBounds(bounds, {
      targetZoom: Math.max(0.6, editor.getZoomLevel()),
      animation: { duration: animationMs(editor) },
    })
  return true
}
