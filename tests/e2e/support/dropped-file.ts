import type { Page } from '@playwright/test'

/** Drops a file on the board; without a content it is a small picture drawn by the browser. */
export async function drop(page: Page, name: string, type: string, content: string | null): Promise<void> {
  await page.evaluate(
    async ([fileName, fileType, words]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 })
      canvas.getContext('2d')!.fillRect(0, 0, 20, 20)
      const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
      const file = new File([words ?? drawn!], fileName, { type: fileType })
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(file)
      const board = document.querySelector('.tl-canvas')!
      const { x, y, width, height } = board.getBoundingClientRect()
      const at = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, cancelable: true }
      board.dispatchEvent(new DragEvent('dragover', { ...at, dataTransfer }))
      board.dispatchEvent(new DragEvent('drop', { ...at, dataTransfer }))
    },
    [name, type, content] as const,
  )
}
