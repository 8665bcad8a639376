import { expect } from '@playwright/test'
import { workshopFileSchema } from '#shared/report/workshop-file.ts'
import type { WorkshopSummary } from '#shared/protocol/api.ts'
import { comparable } from './journey/results.ts'
import { test } from './support/fixtures.ts'
import { Keyboard } from './support/keyboard.ts'
import { picture } from './support/pictures.ts'
import type { Room } from './support/room.ts'
import { text } from './support/texts.ts'

const protocols = `# Interview 1 (Stadt Aue, 11.11.2025)

Frau Lüders leitet das Bürgerbüro seit acht Jahren. **Niemand weiß, wer am Ende für den Antrag zuständig ist.** Gedruckt wird alles.

# Interview 2 (Gemeinde Moor, 14.11.2025)

Hier arbeiten vier Personen. „Wir sind zu wenige für alles.“
`
const quote = 'Niemand weiß, wer am Ende für den Antrag zuständig ist.'

/** Makes a card of another kind of the one that has the focus, and writes it, all in the list and without a mouse. */
async function derive({ page }: Room, kind: string, words: string): Promise<void> {
  const label = text(`kinds.${kind}.label`)
  await page.keyboard.press('Shift+F10')
  await new Keyboard(page).choose(text('artefacts.panel.derive', { kind: label }))
  const row = page.locator('[data-row]:focus')
  await expect(row).toContainText(label)
  await page.keyboard.press('F2')
  await expect(page.getByRole('treegrid').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(row).toContainText(words)
}

test('three people come from an interview to a partnership, without a mouse in the list; the trail leads back to the passage, and the file comes back the same', async ({
  live,
}) => {
  test.setTimeout(300_000)
  const mara = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas', device: 'phone' })
  const { page } = mara
  const keys = new Keyboard(page)
  const search = (room: Room) => room.page.getByLabel(text('list.filter'))

  await page.getByRole('button', { name: text('room.step.addInterview') }).click()
  await page.getByLabel(text('artefacts.importing.choose')).setInputFiles({
    name: 'protokolle.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(protocols),
  })
  await page.getByRole('button', { name: text('artefacts.importing.divide') }).click()
  await keys.press(page.getByRole('button', { name: text('artefacts.importing.runMany', { count: 2 }) }))
  await mara.show('list')
  await keys.findRow(search(mara), 'Interview 1')
  await page.keyboard.press('Enter')
  await keys.press(page.getByRole('button', { name: text('artefacts.panel.read') }))
  await keys.press(page.getByRole('button', { name: text('artefacts.reader.takeProposal', { quote }) }))
  await expect(page.getByRole('heading', { name: `${text('artefacts.reader.quotes')} (1)` })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await keys.findRow(search(mara), quote)
  await derive(mara, 'insight', 'Ungewissheit kostet mehr als Arbeit')
  await derive(mara, 'persona', 'Petra Postfach')
  await anna.show('list')
  await new Keyboard(anna.page).findRow(search(anna), 'Petra Postfach')
  await derive(anna, 'pov', 'den Stand kennen')
  await derive(anna, 'hmw', 'Wie zeigen wir den Stand?')
  await derive(anna, 'idea', 'Eine Statuszeile')

  // On the phone by finger
  await jonas.show('list')
  await search(jonas).fill('Eine Statuszeile')
  await jonas.line('Eine Statuszeile').getByRole('button').first().tap()
  await jonas.page.getByRole('button', { name: text('artefacts.panel.actions') }).tap()
  const concept = text('artefacts.panel.derive', { kind: text('kinds.concept.label') })
  await jonas.page.getByRole('menuitem', { name: concept, exact: true }).tap()
  await jonas.field('concept', 'name').fill('Paketblick')

  await keys.findRow(search(mara), 'Paketblick')
  await derive(mara, 'prototype', 'Papierzeile')
  await derive(mara, 'testSession', 'Drei von vier finden sie')
  await derive(mara, 'learning', 'Die Zeile beruhigt')
  await derive(mara, 'pitch', 'Statuszeile für alle')
  await derive(mara, 'partnership', 'Landkreis Beispiel')
  await picture(page, '97-whole-trail-list')
  await page.keyboard.press('Enter')
  await keys.press(page.getByRole('button', { name: text('artefacts.trail.open') }))
  await expect(page.getByRole('dialog').locator('mark', { hasText: quote })).toBeVisible()
  await picture(page, '98-whole-trail')
  await keys.press(page.getByRole('button', { name: text('artefacts.panel.showPassage') }))
  await expect(page.locator('[data-quotes]', { hasText: quote }).first()).toBeInViewport()
  await page.keyboard.press('Escape')
  await mara.saved()
  await jonas.saved()

  const before = workshopFileSchema.parse(JSON.parse(await live.file('json')))
  const headers = { origin: new URL(page.url()).origin }
  const imported = await page.request.post('/api/workshops/import', { data: before, headers })
  const { id } = (await imported.json()) as WorkshopSummary
  const again = await page.request.get(`/api/workshops/${id}/export?format=json`)
  expect(comparable(workshopFileSchema.parse(await again.json()))).toEqual(comparable(before))
  const kinds = before.groups.flatMap(({ document }) => document.artefacts.map(({ kind }) => kind))
  expect(new Set(kinds).size).toBeGreaterThanOrEqual(12)
})
