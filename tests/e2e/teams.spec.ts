import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { utils, write } from '@e965/xlsx'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

const list = [
  ['Name', 'Organisation', 'Gruppe', 'E-Mail'],
  ['Onken, Gesine', 'Stadt Erlenfurt', 'Wohngeld', 'gesine@erlenfurt.example'],
  ['Imke Harms', 'Gemeinde Birkenmoor', 'Bauamt', ''],
  ['IMKE HARMS', 'gemeinde birkenmoor', '', ''],
]

function listFile(): { name: string; mimeType: string; buffer: Buffer } {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(list), 'Liste')
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: 'liste.xlsx', mimeType, buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer }
}

test('people of a list are invited each by a link, moved by hand and by menu, and represented', async ({
  prepare,
  visit,
}) => {
  const { context, page } = await visit('desktop')
  await prepare.logIn(context.request)
  const { id } = await prepare.workshop(context.request, {
    title: 'Probe',
    groupNames: ['Wohngeld', 'Bauantrag'],
  })
  await page.goto(`/werkstaetten/${id}?bereich=members`)

  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: text('workshop.listImport.open') }).click()
  await (await chosen).setFiles(listFile())
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(text('workshop.listImport.known.twice'))).toBeVisible()
  await expect(dialog.getByText(text('workshop.listImport.unknownGroup', { name: 'Bauamt' }))).toBeVisible()
  await expectAccessible(page, 'preview of a list')
  await picture(page, '91-list-preview')
  await dialog.getByRole('button', { name: text('workshop.listImport.submit', { count: 2 }) }).click()

  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: text('workshop.letters.save') }).click()
  const letters = readFileSync(await (await saved).path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(letters).toHaveLength(3)
  const link = /"(http[^"]+)"$/.exec(letters[1]!)![1]!
  expect(letters[1]).toContain('"Gesine Onken";"Stadt Erlenfurt"')
  expect(letters[1]).toContain('gesine@erlenfurt.example')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(text('workshop.letters.how')).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Probe' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await dialog.getByRole('button', { name: text('workshop.invites.done') }).click()

  const phone = await visit('phone')
  await phone.page.goto(link)
  await expect(phone.page.getByText('Wohngeld').first()).toBeVisible()

  const column = (name: string) => page.getByRole('list', { name, exact: true })
  await column('Wohngeld').getByText('Gesine Onken').dragTo(column('Bauantrag'))
  await expect(column('Bauantrag').getByText('Gesine Onken')).toBeVisible()
  await page.getByRole('button', { name: text('common.undo') }).click()
  await expect(column('Wohngeld').getByText('Gesine Onken')).toBeVisible()
  await page.getByRole('button', { name: text('workshop.teams.menu', { name: 'Imke Harms' }) }).click()
  await page.getByRole('menuitem', { name: /Wohngeld/ }).click()
  await expect(column('Wohngeld').getByText('Imke Harms')).toBeVisible()

  await page.getByRole('button', { name: text('workshop.members.more', { name: 'Imke Harms' }) }).click()
  await page.getByRole('menuitem', { name: text('workshop.members.standIn') }).click()
  await page.getByLabel(text('workshop.members.standInName')).fill('Enno Voss')
  await dialog.getByRole('button', { name: text('workshop.members.standIn') }).click()
  await dialog.getByRole('button', { name: text('workshop.invites.done') }).click()
  await expect(page.getByText(text('workshop.members.standsInFor', { name: 'Imke Harms' }))).toBeVisible()
  await expect(column('Wohngeld').getByText('Enno Voss')).toBeVisible()
  await expectAccessible(page, 'people of a workshop')
  await picture(page, '92-teams')

  await phone.page.goto(`/werkstaetten/${id}`)
  await phone.page.getByRole('button', { name: text('account.own.pause') }).click()
  await expect(phone.page.getByRole('button', { name: text('account.own.resume') })).toBeVisible()
  await picture(phone.page, '93-own-place')
  await expect(page.getByRole('row', { name: /Gesine Onken/ })).toContainText(
    text('workshop.standing.paused'),
  )
  await phone.page.getByRole('button', { name: text('account.own.quit') }).click()
  await phone.page
    .getByRole('dialog')
    .getByRole('button', { name: text('account.own.quit') })
    .click()
  await expect(phone.page.getByRole('heading', { name: text('start.title') })).toBeVisible()
  await expect(page.getByRole('row', { name: /Gesine Onken/ })).toBeHidden()
})
