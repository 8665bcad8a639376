import { Box, type Editor, type TLPageId, type TLShapeId } from 'tldraw'
import { sheetMeasures } from '#shared/layout/grid.ts'
import type { Area } from '../board-commands.ts'
import { animationMs, bringIntoView } from '../cards/card-placing.ts'
import { inSight } from '../sheet/folded-cards.ts'
import { isSheetPage } from '../sheet/sheet-pages.ts'
import { enterSheet, fitSheet, noteFitted, showAsLeft } from '../sheet/sheet-view.ts'
import { cameraForAll, cameraForPage } from './page-camera.ts'

const visited = new WeakMap<Editor, Set<string>>()

/** Goes to a page. The first visit shows all of it, later ones what this person saw last. */
export function openPage(editor: Editor, pageId: TLPageId): boolean {
  if (!editor.getPage(pageId)) return false
  const turned = editor.getCurrentPageId() !== pageId
  if (turned) editor.setCurrentPage(pageId)
  const seen = visited.get(editor) ?? new Set()
  visited.set(editor, seen)
  if (turned || !seen.has(pageId)) enterPage(editor, seen.has(pageId))
  seen.add(pageId)
  return true
}

function enterPage(editor: Editor, wasSeen: boolean): void {
  // Whoever follows somebody came here with them, and sees what they see
  if (editor.getInstanceState().followingUserId !== null || showAsLeft(editor)) return
  if (isSheetPage(editor, editor.getCurrentPageId())) enterSheet(editor)
  else if (!wasSeen) {
    showBeginning(editor, 0)
    noteFitted(editor)
  }
}

/** Shows a part of the current page; all of it for null. Never enlarges beyond 100 %. */
export function showArea(editor: Editor, area: Area | null, durationMs = animationMs(editor)): void {
  // A gathered area shall show all that the moderator sees.
  if (area) editor.zoomToBounds(area, { ...motionOf(durationMs), inset: 0, targetZoom: 1 })
  else if (!fitSheet(editor)) showBeginning(editor, durationMs)
}

/** A free page as one comes to it. */
function showBeginning(editor: Editor, durationMs: number): void {
  const page = editor.getCurrentPageBounds()
  if (page) editor.setCamera(cameraForPage(page, editor.getViewportScreenBounds()), motionOf(durationMs))
  else editor.resetZoom(undefined, { immediate: true })
}

/** All that lies on the page, and all of a sheet, however small it becomes. */
export function showWholePage(editor: Editor): void {
  const all = wholePage(editor)
  if (!all) return void editor.resetZoom(undefined, { immediate: true })
  const camera = cameraForAll(all, editor.getViewportScreenBounds())
  editor.setCamera(camera, motionOf(animationMs(editor)))
}

/** Whether nothing of the page is out of sight. */
export function isWholeInSight(editor: Editor): boolean {
  const all = wholePage(editor)
  return !all || editor.getViewportPageBounds().contains(all)
}

function wholePage(editor: Editor): Box | null {
  const sheet = isSheetPage(editor, editor.getCurrentPageId()) ? [freshSheet] : []
  const boxes = [...sheet, editor.getCurrentPageBounds()].filter((box) => box !== undefined)
  return boxes.length > 0 ? Box.Common(boxes) : null
}

const freshSheet = new Box(0, 0, sheetMeasures.w, sheetMeasures.minHeight)

const motionOf = (durationMs: number) =>
  durationMs > 0 ? { animation: { duration: durationMs } } : { immediate: true }

export function goToCard(editor: Editor, shapeId: string): boolean {
  const id = shapeId as TLShapeId
  const pageId = editor.getShape(id) && editor.getAncestorPageId(id)
  if (!pageId) return false
  openPage(editor, pageId)
  editor.setCurrentTool('select')
  const seen = inSight(editor, id)
  editor.select(seen)
  bringIntoView(editor, seen)
  return true
}
