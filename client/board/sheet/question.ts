import type { Editor } from 'tldraw'
import { sheetMeasures } from '#shared/layout/grid.ts'
import { questionEnd, type Prompt } from '#shared/layout/prompt.ts'
import { fittingView } from './sheet-view.ts'

/** Whether the window is too narrow for the sheet, and nobody has gone back to see all of it. */
export const isInParts = (editor: Editor): boolean =>
  (fittingView(editor)?.parts ?? 1) > 1 && editor.getViewportPageBounds().w < sheetMeasures.w

/** Whether the part of the sheet that is shown has not all of its question, which then stands above it. */
export function isQuestionCut(editor: Editor, prompt: Prompt): boolean {
  const { minX, maxX } = editor.getViewportPageBounds()
  return isInParts(editor) && (minX > sheetMeasures.side || maxX < questionEnd(prompt))
}
