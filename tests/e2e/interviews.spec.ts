import { expect, type Page } from '@playwright/test'
import type { PandocDocument } from '#shared/report/pandoc-nodes.ts'
import { officeFileOf } from '#server/export/pandoc.ts'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture, pictureInBothThemes } from './support/pictures.ts'
import { text } from './support/texts.ts'

const words = (said: string) =>
  said.split(' ').flatMap((word, n) => [...(n > 0 ? [{ t: 'Space' }] : []), { t: 'Str', c: word }])
const head = (said: string) => ({ t: 'Header', c: [1, ['', [], []], words(said)] })
const para = (...inlines: object[][]) => ({ t: 'Para', c: inlines.flat() })
const bold = (said: string) => [{ t: 'Space' }, { t: 'Strong', c: words(said) }]

const stressed = 'Niemand weiß, wer am Ende für den Antrag zuständig ist.'
/** Two conversations and what was written around them, as a word processor stores it. */
const protocols: PandocDocument = {
  'pandoc-api-version': [1, 23],
  meta: {},
  blocks: [
    head('Vorgehen'),
    para(words('Geführt wurden drei offene Interviews mit Leitungen aus drei Kommunen:')),
    {
      t: 'BulletList',
      c: ['Stadt Aue', 'Moor', 'Petersfehn (kein Protokoll)'].map((place) => [
        { t: 'Plain', c: words(place) },
      ]),
    },
    head('Interview 1 (Aue, 11.11.2025)'),
    para(
      words(
        'Frau Lüders leitet das Bürgerbüro seit acht Jahren. Sie sagt: „Das dauert alles viel zu lange.“',
      ),
      bold(stressed),
    ),
    para(
      words(
        'Die Anträge kommen als Datei an und werden gedruckt. Am Ende liegt alles wieder auf Papier vor, und die Kollegin tippt es ab.',
      ),
    ),
    head('Interview 2 (Gemeinde Moor, 14.11.2025)'),
    para(words('Hier arbeiten vier Personen. „Wir sind zu wenige für alles.“')),
    head('Schlussfolgerungen'),
    para(words('Beide wünschen sich Klarheit.')),
  ],
}

const select = (page: Page, passage: string) =>
  page.getByRole('document', { name: text('artefacts.reader.text') }).evaluate((region, said) => {
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(said)
      if (at >= 0) document.getSelection()!.setBaseAndExtent(node, at, node, at + said.length)
    }
  }, passage)

test('a Word file with two conversations becomes interviews, and their passages quotes that outlive a correction', async ({
  live,
}) => {
  test.setTimeout(240_000)
  const room = await live.moderator()
  const { page } = room
  const docx = await officeFileOf(protocols, 'docx', new Map())

  await page.getByRole('button', { name: text('room.step.addInterview') }).click()
  const importing = page.getByRole('dialog', { name: text('artefacts.importing.title') })
  await importing.getByLabel(text('artefacts.importing.choose')).setInputFiles({
    name: 'alte-fassung.doc',
    mimeType: 'application/msword',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
  })
  await expect(importing.getByRole('alert')).toHaveText(text('errors.protocol_file_type'), {
    timeout: 60_000,
  })
  await importing.getByLabel(text('artefacts.importing.choose')).setInputFiles({
    name: 'protokolle.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(docx),
  })
  await expect(importing.getByLabel(text('artefacts.importing.paste'))).toHaveValue(/\*\*Niemand weiß/, {
    timeout: 60_000,
  })
  await expect(importing.getByText(text('artefacts.importing.several', { count: 2 }))).toBeVisible()
  await picture(page, 'interviews-import')
  await importing.getByRole('button', { name: text('artefacts.importing.divide') }).click()

  const dividing = page.getByRole('dialog', { name: text('artefacts.importing.divideTitle') })
  await expect(dividing.getByRole('listitem')).toHaveCount(4)
  await expect(
    dividing.getByLabel(text('artefacts.importing.keepMissing', { name: 'Petersfehn' })),
  ).toBeChecked()
  await expectAccessible(page, 'dividing a file')
  await pictureInBothThemes(page, 'interviews-divided')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'interviews-divided-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1440, height: 900 })
  await dividing.getByRole('button', { name: text('artefacts.importing.runMany', { count: 2 }) }).click()
  await expect(dividing).toBeHidden()
  await room.saved()
  await picture(page, 'interviews-board')

  await room.show('list')
  await room.line('Interview 1 (Aue').getByRole('button').first().click()
  await room
    .panel('interview')
    .getByRole('button', { name: text('artefacts.panel.read') })
    .click()
  const reader = page.getByRole('dialog', { name: 'Interview 1 (Aue, 11.11.2025)' })
  const quotes = (count: number) =>
    expect(
      reader.getByRole('heading', { name: `${text('artefacts.reader.quotes')} (${count})` }),
    ).toBeVisible()

  await reader
    .getByRole('button', { name: text('artefacts.reader.takeProposal', { quote: stressed }) })
    .click()
  await quotes(1)
  await reader.getByLabel(text('artefacts.reader.topics'), { exact: true }).fill('Papier, Doppelarbeit')
  await select(page, 'die Kollegin tippt es ab')
  await reader.getByRole('button', { name: text('artefacts.reader.mark') }).click()
  await quotes(2)
  await select(page, 'Lüders')
  await reader
    .getByRole('button', { name: text('artefacts.reader.redact'), exact: true })
    .last()
    .click()
  await expect(reader.locator('[data-mark~=redacted]')).toHaveText('Lüders')
  await expectAccessible(page, 'reader with proposals')
  await pictureInBothThemes(page, 'interviews-reader')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'interviews-reader-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1440, height: 900 })

  await reader.getByRole('button', { name: text('artefacts.reader.correct') }).click()
  const correcting = page.getByRole('dialog', { name: text('artefacts.reader.correct') })
  const area = correcting.getByLabel(text('artefacts.importing.paste'))
  await area.fill((await area.inputValue()).replace('seit acht Jahren', 'seit neun Jahren'))
  await expect(correcting.getByText(text('artefacts.reader.keptQuotes', { kept: 2, lost: 0 }))).toBeVisible()
  await picture(page, 'interviews-correction')
  await correcting.getByRole('button', { name: text('artefacts.reader.saveCorrection') }).click()
  await expect(reader.getByText('seit neun Jahren')).toBeVisible()
  await expect(reader.locator('[data-quotes]')).toHaveCount(2)
  await reader.getByRole('button', { name: text('common.close') }).click()
  await room.saved()
  expect(await live.file('markdown')).not.toContain('Lüders')
})

test('a list of solutions becomes a catalogue, and who writes an idea like one of them is told @long', async ({
  live,
}) => {
  test.setTimeout(240_000)
  const room = await live.moderator()
  const { page } = room
  await room.browseTo('Bestandslösungen')
  await page.getByRole('button', { name: text('room.opens.catalogue'), exact: true }).click()
  await page.getByRole('button', { name: text('artefacts.catalogue.import') }).click()
  await page.getByLabel(text('artefacts.catalogue.choose')).setInputFiles({
    name: 'liste.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Lösung;Anbieter;Status;Kosten;Lücken\nKita-Portal mit Statuszeile;Verbund Nord;im Einsatz;0,30 € je Kopf;kennt nur zwei Zustände\nWohngeldantrag online;Stadt Aue;Pilot;;\nFormularserver;Land;weit verbreitet;;',
    ),
  })
  await expect(page.getByText(text('artefacts.catalogue.plan.fresh', { count: 3 }))).toBeVisible()
  await expectAccessible(page, 'columns of a list')
  await picture(page, 'catalogue-import')
  await page.getByRole('button', { name: text('artefacts.catalogue.run') }).click()
  await expect(page.getByText(text('artefacts.catalogue.found', { count: 3, all: 3 }))).toBeVisible()
  await expectAccessible(page, 'catalogue')
  await pictureInBothThemes(page, 'catalogue')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'catalogue-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: text('common.close') }).click()

  await room.browseTo('Ideen')
  await room.show('list')
  await room.createInList('idea', 'Bürgerinnen stellen ihre Anträge auf Wohngeld im Netz')
  await room.line('Anträge auf Wohngeld').getByRole('button').first().click()
  const panel = room.panel('idea')
  await expect(panel.getByRole('button', { name: 'Wohngeldantrag online' })).toBeVisible()
  await expectAccessible(page, 'idea with precedents')
  await panel.getByRole('heading', { name: text('artefacts.precedents.title') }).scrollIntoViewIfNeeded()
  await picture(page, 'precedents')
})
