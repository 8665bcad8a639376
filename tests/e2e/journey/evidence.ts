import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { picture } from '../support/pictures.ts'
import type { Room } from '../support/room.ts'
import { text } from '../support/texts.ts'
import { interviewAbout, protocolFile } from './cast.ts'

/** Reads a long interview protocol from a file into the room. */
export async function readInterview(room: Room): Promise<void> {
  const { page } = room
  await page.getByRole('button', { name: text('room.step.addInterview') }).click()
  const dialog = page.getByRole('dialog', { name: text('artefacts.importing.title') })
  await dialog.getByLabel(text('artefacts.importing.choose')).setInputFiles(protocolFile)
  await expect(dialog.getByLabel(text('artefacts.importing.paste'))).not.toHaveValue('')
  for (const [field, value] of Object.entries(interviewAbout)) {
    await dialog.getByLabel(text(`kinds.interview.fields.${field}.label`), { exact: true }).fill(value)
  }
  await dialog
    .getByLabel(text('kinds.interview.fields.consent.label'))
    .selectOption({ label: text('kinds.interview.fields.consent.options.given') })
  await expectAccessible(page, 'reading an interview in')
  await picture(page, '10-import')
  await dialog.getByRole('button', { name: text('artefacts.importing.run') }).click()
  await expect(dialog).toBeHidden()
  await expect(room.panel('interview')).toBeVisible()
  await room.saved()
}

/** Marks passages with the mouse; each becomes a quote card. */
export async function markPassages(room: Room, passages: readonly string[]): Promise<void> {
  const { page } = room
  await room
    .panel('interview')
    .getByRole('button', { name: text('artefacts.panel.read') })
    .click()
  const reader = page.getByRole('dialog', { name: interviewAbout.title })
  const transcript = reader.getByRole('document', { name: text('artefacts.reader.text') })
  for (const [n, passage] of passages.entries()) {
    await selectByMouse(page, transcript, passage)
    await reader.getByRole('button', { name: text('artefacts.reader.mark') }).click()
    const quotes = reader.getByRole('heading', { name: `${text('artefacts.reader.quotes')} (${n + 1})` })
    await expect(quotes).toBeVisible()
  }
  // Outside of quotation marks a protocol reports what was said
  await expect(reader.getByText(text('artefacts.reader.paraphrased'), { exact: true })).toHaveCount(
    passages.length,
  )
  await expectAccessible(page, 'interview reader')
  await picture(page, '11-reader')
  await reader.getByRole('button', { name: text('common.close') }).click()
  await expect(reader).toBeHidden()
  await room.saved()
}

/** Drags over a passage from its first to its last character, as a hand does. */
async function selectByMouse(page: Page, region: Locator, passage: string): Promise<void> {
  const ends = await settledEnds(region, passage)
  if (!ends) throw new Error('the passage is not in the text')
  await page.mouse.move(ends.from.x, ends.from.y)
  await page.mouse.down()
  await page.mouse.move((ends.from.x + ends.to.x) / 2, (ends.from.y + ends.to.y) / 2, { steps: 4 })
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 4 })
  await page.mouse.up()
}

/** Where a passage is once the text has come to rest: paragraphs that come into sight take their true height a frame later. */
async function settledEnds(region: Locator, passage: string) {
  let before = await region.evaluate(rangeEnds, passage)
  await expect
    .poll(async () => {
      await region.evaluate(
        () => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))),
      )
      const [former, now] = [before, await region.evaluate(rangeEnds, passage)]
      before = now
      return JSON.stringify(former) === JSON.stringify(now)
    })
    .toBe(true)
  return before
}

/** Runs in the page: brings the passage into view and tells where its first and last character are. */
function rangeEnds(region: Element, passage: string) {
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(passage) ?? -1
    if (at < 0) continue
    node.parentElement?.scrollIntoView({ block: 'center' })
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + passage.length)
    const rects = [...range.getClientRects()]
    const [first, last] = [rects[0]!, rects.at(-1)!]
    return {
      from: { x: first.left + 0.5, y: first.top + first.height / 2 },
      to: { x: last.right - 0.5, y: last.top + last.height / 2 },
    }
  }
  return null
}

/** Opens a quote and lets it leave the group. */
export async function releaseQuote(room: Room, wording: string): Promise<void> {
  await room.show('list')
  await room.line(wording).click()
  await expect(room.panel('quote').getByText(text('artefacts.panel.verbatim'))).toBeVisible()
  await room
    .field('quote', 'release')
    .selectOption({ label: text('kinds.quote.fields.release.options.released') })
  await expectAccessible(room.page, 'quote')
  await picture(room.page, '12-quote')
  await room.page.keyboard.press('Escape')
  await room.saved()
}

/** "Verschieben nach …", with keys only: the row has the focus, `m` asks where to. */
export async function moveByKeyboard(room: Room, wording: string, target: string): Promise<void> {
  const { page } = room
  await room.line(wording).focus()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: text('list.move.title', { count: 1 }) })
  const places = dialog.getByLabel(text('list.move.target'), { exact: true })
  await places.focus()
  await page.keyboard.press('Home')
  await expect(async () => {
    const chosen = await places.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.label.trim())
    if (chosen !== target) await page.keyboard.press('ArrowDown')
    expect(chosen).toBe(target)
  }).toPass({ intervals: [0] })
  await dialog.getByRole('button', { name: text('list.move.run') }).press('Enter')
  await expect(dialog).toBeHidden()
  await room.saved()
}

/** Drags a card by the mouse onto a frame of the page in front. */
export async function dragIntoFrame(room: Room, wording: string, frameName: string): Promise<void> {
  const { mouse } = room.page
  await fitPage(room)
  const card = await centreOf(room.card(wording))
  const frame = await centreOf(room.frame(frameName))
  await mouse.move(card.x, card.y)
  await mouse.down()
  await mouse.move((card.x + frame.x) / 2, (card.y + frame.y) / 2, { steps: 10 })
  await mouse.move(frame.x, frame.y, { steps: 10 })
  await mouse.up()
  await room.saved()
}

/** tldraw's own key for "zoom to fit". */
export async function fitPage(room: Room): Promise<void> {
  await room.page.locator('.tl-canvas').focus()
  await room.page.keyboard.press('Shift+1')
}

async function centreOf(shape: Locator): Promise<{ x: number; y: number }> {
  const box = await settledBox(shape)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Camera movements are animated: waits until the shape stands still. */
async function settledBox(shape: Locator) {
  let before = await shape.boundingBox()
  await expect(async () => {
    const now = await shape.boundingBox()
    const still = JSON.stringify(now) === JSON.stringify(before)
    before = now
    expect(still && now !== null).toBe(true)
  }).toPass({ intervals: [100] })
  return before!
}
