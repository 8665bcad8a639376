import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { rootsOf } from '#shared/document/roots.ts'
import { fileOf } from '#tests/support/sample-file.ts'
import type { ExportContent } from '#shared/protocol/export-formats.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture, pictureInBothThemes } from './support/pictures.ts'
import { text } from './support/texts.ts'

const interview = 'Amtsleitung Bauamt'

/** A workshop with two groups at work; nobody has said whether the second one's interview may be used. */
function twoGroups() {
  const [first, second] = [sampleGroup(), sampleGroup()]
  for (const map of rootsOf(second).artefacts.values())
    if (map.has('f.consent')) map.set('f.consent', 'unknown')
  return fileOf('Werkstatt mit Zurückgehaltenem', [
    { name: 'Bürgerservice', doc: first },
    { name: 'Bauamt', doc: second },
  ])
}

const choose = (page: Page, content: ExportContent) =>
  page.getByRole('radio', { name: text(`workshop.exports.content.${content}`) }).check()

const askFor = (page: Page, name: string, format: string) =>
  page.getByRole('button', { name: text('workshop.exports.downloadAs', { name, format }) }).click()

test('before a file leaves, a moderator sees what is withheld and releases it in two rooms at once', async ({
  prepare,
  visit,
}) => {
  const { context, page } = await visit('desktop')
  await prepare.logIn(context.request)
  const workshop = await prepare.imported(context.request, twoGroups())
  await page.goto(`/werkstaetten/${workshop.id}?bereich=results`)
  await choose(page, 'results')
  await askFor(page, text('workshop.exports.whole'), 'Markdown')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(text('workshop.check.withheld', { count: 4 }))).toBeVisible()
  await expect(dialog.getByText(text('workshop.check.who', { names: 'Mara Moderation' }))).toBeVisible()
  await expect(
    dialog.getByText(text('workshop.check.consent.isUndecided', { title: interview })),
  ).toBeVisible()
  await expectAccessible(page, 'release check')
  await pictureInBothThemes(page, 'release-check')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'release-check-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1440, height: 900 })

  // Both, by keyboard
  const all = dialog.getByRole('checkbox', {
    name: text('workshop.check.allOfInterview', { interview, count: 1 }),
  })
  await all.first().press('Space')
  await all.last().press('Space')
  await dialog.getByRole('button', { name: text('workshop.check.release', { count: 2 }) }).press('Enter')
  const question = page.getByRole('dialog', { name: text('workshop.check.undecidedTitle') })
  await expect(question.getByText(interview)).toBeVisible()
  await picture(page, 'release-check-undecided')
  await question.getByRole('button', { name: text('workshop.check.releaseAnyway') }).press('Enter')
  await expect(dialog.getByText(text('workshop.check.nothing'))).toBeVisible()
  await dialog.getByRole('button', { name: text('workshop.check.consent.given') }).click()
  await expect(
    dialog.getByText(text('workshop.check.consent.isUndecided', { title: interview })),
  ).toHaveCount(0)
  await picture(page, 'release-check-nothing')

  const waiting = page.waitForEvent('download')
  await dialog.getByRole('button', { name: text('workshop.exports.download') }).click()
  expect(await readFile(await (await waiting).path(), 'utf8')).toContain(unreleased)
  await expect(dialog).toHaveCount(0)

  await choose(page, 'data')
  await askFor(page, text('workshop.exports.whole'), 'JSON')
  await expect(dialog.getByText(text('workshop.check.complete'))).toBeVisible()
})

test('the check of a page shows what lies on it, and leads to the card in the room @long', async ({
  prepare,
  visit,
}) => {
  const { context, page } = await visit('desktop')
  await prepare.logIn(context.request)
  const { id } = await prepare.imported(context.request, twoGroups())
  await page.goto(`/werkstaetten/${id}?bereich=results`)
  await choose(page, 'tables')
  await askFor(page, 'Bürgerservice', 'CSV')
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('link', { name: text('workshop.check.toRoom') })
    .first()
    .click()
  await expect(page).toHaveURL(/\/gruppe\/[^?]+$/)
  const wording = page.getByLabel(text('kinds.quote.fields.wording.label'))
  await expect(wording).toHaveValue(unreleased)
  await picture(page, 'release-check-room')

  await page.getByRole('button', { name: text('room.export.label') }).click()
  await page.getByRole('menuitem', { name: text('room.export.svg') }).click()
  await expect(dialog.getByText(text('workshop.check.withheld', { count: 1 }))).toBeVisible()
  await picture(page, 'release-check-page')
  const waiting = page.waitForEvent('download')
  await dialog.getByRole('button', { name: text('workshop.exports.download') }).click()
  expect(await readFile(await (await waiting).path(), 'utf8')).not.toContain('beerdigt')
})

test('a person says in the room what a card holds that rests on a withheld quote, and a withdrawal says what it keeps', async ({
  prepare,
  visit,
}) => {
  const { context, page } = await visit('desktop')
  await prepare.logIn(context.request)
  const { id } = await prepare.imported(context.request, twoGroups())
  const checkOfGroup = async () => {
    await page.goto(`/werkstaetten/${id}?bereich=results`)
    await choose(page, 'tables')
    await askFor(page, 'Bürgerservice', 'CSV')
  }
  const dialog = page.getByRole('dialog')
  const lineOf = (words: string) => dialog.getByRole('listitem').filter({ hasText: words })
  await checkOfGroup()
  const repeating = lineOf('Dazu passt')
  await expect(repeating.getByRole('button')).toHaveText([text('workshop.check.person.closed')])
  await repeating.getByRole('link', { name: text('workshop.check.toRoom') }).click()

  const clearance = page.getByLabel(text('artefacts.clearance.label'))
  // The room has to open first
  await expect(clearance).toHaveValue('undecided', { timeout: 60_000 })
  await expectAccessible(page, 'card that a person decides about')
  await clearance.scrollIntoViewIfNeeded()
  await picture(page, 'clearance')
  await page.setViewportSize({ width: 390, height: 844 })
  await clearance.scrollIntoViewIfNeeded()
  await picture(page, 'clearance-phone')
  await page.setViewportSize({ width: 1440, height: 900 })
  await clearance.selectOption('closed')
  await expect(page.getByText(text('artefacts.release.withdrawn'))).toBeVisible()

  await checkOfGroup()
  await expect(dialog.getByText(text('workshop.check.reason.confidential.text'))).toBeVisible()
  await expect(lineOf('Dazu passt').getByRole('button')).toHaveText([text('workshop.check.person.open')])
  await lineOf('still beerdigt')
    .first()
    .getByRole('link', { name: text('workshop.check.toRoom') })
    .click()
  const release = page.getByLabel(text('kinds.quote.fields.release.label'))
  await expect(release).toHaveValue('group', { timeout: 60_000 })
  await release.selectOption('released')
  await expect(page.getByText(text('artefacts.release.keeps'))).toBeVisible()
  await release.selectOption('group')
  await expect(page.getByText(text('artefacts.release.withdrawn'))).toBeVisible()
  await picture(page, 'release-withdrawn')
})
