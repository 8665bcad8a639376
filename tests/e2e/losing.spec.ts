import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('a picture that is not taken leaves nothing on the board, and why is said', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const pictures = anna.page.locator('.tl-shape[data-shape-type="image"]')
  await anna.show('board')
  await expect(anna.page.locator('.tl-canvas')).toBeVisible()

  await drop(anna.page, 'plan.svg', 'image/svg+xml', '<svg/>')
  await expect(anna.page.getByText(text('board.images.wrongType'))).toBeVisible()

  const uploads = '**/assets'
  await anna.page.route(uploads, (route) => route.fulfill({ status: 413, body: 'too large' }))
  await drop(anna.page, 'foto.png', 'image/png', null)
  await expect(anna.page.getByText(text('board.images.refusedSize'))).toBeVisible()
  await picture(anna.page, '61-picture-refused')
  await anna.page.unroute(uploads)
  await anna.page.route(uploads, (route) => route.abort())
  await drop(anna.page, 'foto.png', 'image/png', null)
  await expect(anna.page.getByText(text('board.images.offline'))).toBeVisible()
  await anna.page.unroute(uploads)
  await expect(pictures).toHaveCount(0)

  await drop(anna.page, 'foto.png', 'image/png', null)
  await expect(pictures).toHaveCount(1)
})

test('a browser that can keep nothing says so while there is no connection, and asks before it closes', async ({
  installation,
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  await anna.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await anna.page.reload()
  await anna.saved()
  await anna.writeNote('Noch da')
  await anna.saved()
  await installation.stop()
  await anna.offline()
  await expect(anna.page.getByText(text('room.notice.offlineNoCopy'))).toBeVisible()
  await picture(anna.page, '62-no-copy')
  await anna.line('Noch da').click()
  await anna.field('note', 'text').press('End')
  await anna.field('note', 'text').pressSequentially(' und mehr')
  const asked = anna.page.waitForEvent('dialog')
  void anna.page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await installation.run()
  await anna.saved()
})

/** Drops a file on the board; without a content it is a small picture drawn by the browser. */
async function drop(page: Page, name: string, type: string, content: string | null): Promise<void> {
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
