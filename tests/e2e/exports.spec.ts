import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { dossierChapters } from '#shared/kinds/chapters.ts'
import type { ExportContent } from '#shared/protocol/export-formats.ts'
import { odtReference } from '#server/export/office/odt-reference.ts'
import { fileOf } from '#tests/support/sample-file.ts'
import { sampleGroup } from '#tests/support/sample-group.ts'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture, pictureInBothThemes } from './support/pictures.ts'
import { text } from './support/texts.ts'

const chapter = (name: string) => text(`workshop.exports.chapter.${name}`)
const whole = text('workshop.exports.whole')

const choose = (page: Page, content: ExportContent) =>
  page.getByRole('radio', { name: text(`workshop.exports.content.${content}`) }).check()

const askFor = (page: Page, format: string) =>
  page.getByRole('button', { name: text('workshop.exports.downloadAs', { name: whole, format }) })

async function pictureOnBoth(page: Page, name: string): Promise<void> {
  await pictureInBothThemes(page, name)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await pictureInBothThemes(page, `${name}-phone`)
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('a dossier has the chapters somebody chose and ordered by keyboard; waiting and a refusal are seen', async ({
  prepare,
  visit,
}) => {
  const { context, page } = await visit('desktop')
  await prepare.logIn(context.request)
  const sample = fileOf('Digitale Antragswege', [
    { name: 'Bürgerservice', doc: sampleGroup() },
    { name: 'Bauen, Wohnen und Stadtentwicklung', doc: sampleGroup() },
  ])
  const { id } = await prepare.imported(context.request, sample)
  await page.goto(`/werkstaetten/${id}?bereich=results`)
  await expect(askFor(page, 'PDF')).toBeVisible()
  await pictureOnBoth(page, 'exports')

  // Opened, one chapter left out, another moved to the front: all by keyboard
  await page.getByText(text('workshop.exports.chapters'), { exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: chapter('unproven'), exact: true }).press('Space')
  const up = page.getByRole('button', {
    name: text('workshop.exports.chapterUp', { name: chapter('boards') }),
  })
  for (let n = dossierChapters.indexOf('boards'); n > 0; n--) await up.press('Enter')
  await expect(up).toBeFocused()
  const boxes = page.getByRole('list').getByRole('checkbox')
  await expect(boxes.first()).toHaveAccessibleName(chapter('boards'))
  await expect(up).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(page, 'chapters of a dossier')
  await pictureOnBoth(page, 'exports-chapters')

  // The server is asked as chosen; its refusal stays in the dialog, and the second time the file comes
  const asked: URL[] = []
  let refuse: (() => void) | null = null
  const pattern = /\/export\?/
  await page.route(pattern, async (route) => {
    asked.push(new URL(route.request().url()))
    await new Promise<void>((resolve) => (refuse = resolve))
    await route.fulfill({
      status: 429,
      json: { error: { code: 'exports_waiting', message: '', values: { seconds: 5 } } },
    })
  })
  await askFor(page, 'HTML').click()
  const dialog = page.getByRole('dialog')
  const download = dialog.getByRole('button', { name: text('workshop.exports.download') })
  await download.press('Enter')
  await expect(dialog.getByText(text('workshop.exports.writing'))).toBeVisible()
  await expect(download).toHaveAttribute('aria-busy', 'true')
  await expect.poll(() => refuse).not.toBeNull()
  await pictureOnBoth(page, 'exports-writing')
  refuse!()
  await expect(dialog.getByRole('alert')).toHaveText(text('errors.exports_waiting'))
  await expectAccessible(page, 'a refused file')
  await pictureOnBoth(page, 'exports-refused')
  const chosen = asked[0]!.searchParams.get('chapters')!.split(',')
  expect(chosen[0]).toBe('boards')
  expect(chosen).not.toContain('unproven')

  await page.unroute(pattern)
  const waiting = page.waitForEvent('download', { timeout: 100_000 })
  await download.press('Enter')
  const file = await waiting
  expect(file.suggestedFilename()).toMatch(/^Digitale-Antragswege_.*\.html$/)
  const html = await readFile(await file.path(), 'utf8')
  const placeOf = (name: string) => html.indexOf(`${chapter(name)}</h`)
  expect(placeOf('boards')).toBeGreaterThan(0)
  expect(placeOf('shortlist')).toBeGreaterThan(placeOf('boards'))
  expect(placeOf('unproven')).toBe(-1)
  await expect(dialog).toHaveCount(0)

  // Nothing chosen is said, and nothing can be asked for
  for (const box of await boxes.all()) await box.uncheck()
  await expect(page.getByText(text('workshop.exports.noChapter'))).toBeVisible()
  await expect(askFor(page, 'PDF')).toHaveAttribute('aria-disabled', 'true')
  await picture(page, 'exports-no-chapter')
  await choose(page, 'tables')
  await expect(page.getByText(text('workshop.exports.withIds'))).toBeVisible()
  await pictureOnBoth(page, 'exports-tables')
})

test('a moderator gives a workshop the letterhead of their house; what is none is refused @long', async ({
  prepare,
  visit,
}) => {
  const { context, page } = await visit('desktop')
  await prepare.logIn(context.request)
  const { id } = await prepare.imported(
    context.request,
    fileOf('Antragswege', [{ name: 'Bürgerservice', doc: sampleGroup() }]),
  )
  await page.goto(`/werkstaetten/${id}?bereich=results`)
  const house = page.getByRole('region', { name: text('workshop.exports.house.title') })
  const give = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await house
      .getByRole('button', { name: text('workshop.exports.house.chooseFor', { format: 'ODT' }) })
      .click()
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer })
    await expect(house.getByText(text('workshop.exports.house.chosen', { name }))).toBeVisible()
  }
  const press = (name: 'tryIt' | 'take') =>
    house.getByRole('button', { name: text(`workshop.exports.house.${name}`), exact: true }).click()
  await give('Rechnung.odt', Buffer.from('%PDF-1.7'))
  await press('take')
  await expect(house.getByText(text('errors.template_unreadable'))).toBeVisible()
  const look = { colour: '#7a1020', language: 'de', foot: 'Stadt Hohenbrück', writtenAt: 0 } as const
  await give('Briefkopf.odt', Buffer.from(odtReference(look)))
  // Looked at first: nothing counts yet
  const trial = page.waitForEvent('download')
  await press('tryIt')
  expect((await trial).suggestedFilename()).toMatch(/\.odt$/)
  await expect(house.getByText('ODT: Briefkopf.odt')).toHaveCount(0)
  await house.scrollIntoViewIfNeeded()
  await picture(page, 'exports-house-chosen')
  await press('take')
  await expect(house.getByText(text('workshop.exports.house.kept', { name: 'Briefkopf.odt' }))).toBeVisible()
  await expect(house.getByText('ODT: Briefkopf.odt')).toBeVisible()
  await expectAccessible(page, 'letterhead of the house')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await house.scrollIntoViewIfNeeded()
  await picture(page, 'exports-house-phone')
  await house
    .getByRole('button', { name: text('workshop.exports.house.removeOf', { format: 'ODT' }) })
    .click()
  await expect(house.getByText(text('workshop.exports.house.removed'))).toBeVisible()
})

test('the summary of a dossier is begun with a draft, written by people by keyboard, and there again for the next', async ({
  prepare,
  visit,
}) => {
  const { context, page } = await visit('desktop')
  await prepare.logIn(context.request)
  const doc = sampleGroup()
  const { artefacts, board } = rootsOf(doc)
  const artefactId = createArtefact(artefacts, {
    kind: 'decision',
    fields: { text: 'Der Probelauf beginnt im Mai.' },
    phase: 'closing',
    createdAt: Date.UTC(2026, 2, 2),
    authorship: { as: 'anonymous' },
  })
  const parentId = [...board.keys()].find((key) => key.startsWith('page:'))!
  placeArtefact(board, { artefactId, parentId, x: 40, y: 40, w: 240, h: 160 })
  const sample = fileOf('Digitale Antragswege', [{ name: 'Bürgerservice', doc }])
  const { id } = await prepare.imported(context.request, sample)
  const results = `/werkstaetten/${id}?bereich=results`
  const open = async () => {
    await page.goto(results)
    await page.getByText(text('workshop.exports.summary.title'), { exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await open()
  const field = page.getByRole('textbox', { name: text('workshop.exports.summary.field', { name: whole }) })
  await page.getByRole('button', { name: text('workshop.exports.summary.draft') }).press('Enter')
  await expect(field).toHaveValue(/Der Probelauf beginnt im Mai/, { timeout: 60_000 })
  await expect(field).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Drei Gruppen haben gezeigt, wo Anträge liegen bleiben.')
  await expect(page.getByText(text('workshop.exports.summary.saved'))).toBeVisible()
  await expectAccessible(page, 'summary of a dossier')
  await pictureOnBoth(page, 'exports-summary')

  // What is written is replaced only by somebody who says so
  await page.getByRole('button', { name: text('workshop.exports.summary.draft') }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText(text('workshop.exports.summary.replace'))
  await page.keyboard.press('Escape')
  await open()
  await expect(field).toHaveValue('Drei Gruppen haben gezeigt, wo Anträge liegen bleiben.')
})
