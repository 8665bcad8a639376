import { expect } from '@playwright/test'
import { workshopFileSchema } from '#shared/report/workshop-file.ts'
import type { WorkshopSummary } from '#shared/protocol/api.ts'
import { isKind, traitsOf } from '#shared/kinds/index.ts'
import { phases } from '#shared/workshop/phases.ts'
import { comparable } from './journey/results.ts'
import { tellFigure } from './support/figure.ts'
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

const label = (kind: string) => text(`kinds.${kind}.label`)

/** Writes what the row says that has just come and has the focus. */
async function write({ page }: Room, kind: string, words: string): Promise<void> {
  const row = page.locator('[data-row]:focus')
  await expect(row).toContainText(label(kind))
  await page.keyboard.press('F2')
  await expect(page.getByRole('treegrid').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(row).toContainText(words)
}

/** Chooses from the menu of the row that has the focus, in the list and without a mouse. */
async function choose({ page }: Room, entry: string): Promise<void> {
  await page.keyboard.press('Shift+F10')
  await new Keyboard(page).choose(entry)
}

/** Makes a card of another kind of the one that has the focus, and writes it. */
async function derive(room: Room, kind: string, words: string): Promise<void> {
  await choose(room, text('artefacts.panel.derive', { kind: label(kind) }))
  await write(room, kind, words)
}

/** A card that comes of no other one, by the button above the list. */
async function begin(room: Room, kind: string, words: string): Promise<void> {
  const keys = new Keyboard(room.page)
  await keys.press(room.kindsOfCards())
  await keys.choose(label(kind))
  await expect(room.page.getByRole('treegrid').getByRole('textbox')).toBeFocused()
  await room.page.keyboard.type(words)
  await room.page.keyboard.press('Enter')
  await expect(room.page.locator('[data-row]:focus')).toContainText(words)
}

/** The list takes the board's place, and nobody reaches for the mouse. */
async function toList({ page }: Room): Promise<void> {
  await new Keyboard(page).press(page.getByRole('button', { name: text('room.faces.list'), exact: true }))
  await expect(page.getByRole('treegrid')).toBeVisible()
}

/** Reads a file in by keys alone. */
async function readProtocols({ page }: Room): Promise<void> {
  const keys = new Keyboard(page)
  await keys.press(page.getByRole('button', { name: text('room.step.addInterview') }))
  await keys.tabTo(page.getByLabel(text('artefacts.importing.choose')))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
  await chooser.setFiles({
    name: 'protokolle.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(protocols),
  })
  await keys.press(page.getByRole('button', { name: text('artefacts.importing.divide') }))
  await keys.press(page.getByRole('button', { name: text('artefacts.importing.runMany', { count: 2 }) }))
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('S21 three people come from an interview to a partnership through all six phases, two of them by keyboard alone; the trail leads back to the passage, and the file comes back the same; nothing is asked of another origin', async ({
  live,
  recording,
}) => {
  test.setTimeout(300_000)
  const mara = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas', device: 'phone' })
  const { page } = mara
  const keys = new Keyboard(page)
  const search = (room: Room) => room.page.getByLabel(text('list.filter'))

  await readProtocols(mara)
  await toList(mara)
  await keys.findRow(search(mara), 'Interview 1')
  await page.keyboard.press('Enter')
  await keys.press(page.getByRole('button', { name: text('artefacts.panel.read') }))
  await keys.press(page.getByRole('button', { name: text('artefacts.reader.takeProposal', { quote }) }))
  await expect(page.getByRole('heading', { name: `${text('artefacts.reader.quotes')} (1)` })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await keys.findRow(search(mara), quote)
  await derive(mara, 'cluster', 'Wer ist zuständig?')
  await derive(mara, 'insight', 'Ungewissheit kostet mehr als Arbeit')
  await derive(mara, 'persona', 'Petra Postfach')
  await toList(anna)
  await begin(anna, 'expectation', 'Am Ende fragt niemand mehr nach')
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
  await choose(mara, text('artefacts.panel.nextVersion'))
  await write(mara, 'prototype', 'Papierzeile mit Datum')
  await derive(mara, 'testSession', 'Drei von vier finden sie')
  await derive(mara, 'learning', 'Die Zeile beruhigt')
  await derive(mara, 'pitch', 'Statuszeile für alle')
  await derive(mara, 'partnership', 'Landkreis Beispiel')
  await new Keyboard(anna.page).findRow(search(anna), 'Die Zeile beruhigt')
  await derive(anna, 'decision', 'Die Statuszeile kommt in drei Ämter')
  await derive(anna, 'task', 'Ämter anschreiben')
  await picture(page, '97-whole-trail-list')
  await page.keyboard.press('Enter')
  await keys.press(page.getByRole('button', { name: text('artefacts.trail.open') }))
  const trail = page.getByRole('dialog')
  await expect(trail.locator('mark', { hasText: quote })).toBeVisible()
  const replaced = trail.getByRole('button').filter({ hasText: 'Papierzeile' })
  await expect(replaced.filter({ hasText: text('artefacts.trail.superseded') })).toHaveCount(1)
  await picture(page, '98-whole-trail')
  await keys.press(page.getByRole('button', { name: text('artefacts.panel.showPassage') }))
  await expect(page.locator('[data-quotes]', { hasText: quote }).first()).toBeInViewport()
  await page.keyboard.press('Escape')
  for (const room of [mara, anna, jonas]) await room.saved()

  const before = workshopFileSchema.parse(JSON.parse(await live.file('json')))
  const headers = { origin: new URL(page.url()).origin }
  const imported = await page.request.post('/api/workshops/import', { data: before, headers })
  const { id } = (await imported.json()) as WorkshopSummary
  const again = await page.request.get(`/api/workshops/${id}/export?format=json`)
  expect(comparable(workshopFileSchema.parse(await again.json()))).toEqual(comparable(before))
  const artefacts = before.groups.flatMap(({ document }) => document.artefacts)
  const made = new Set(artefacts.map(({ kind }) => kind))
  expect(made.size).toBeGreaterThanOrEqual(17)
  const ownPhases = [...made].filter(isKind).map((kind) => traitsOf(kind).phase)
  expect(
    phases.filter((phase) => !ownPhases.includes(phase)),
    'phases without a kind of their own',
  ).toEqual([])
  const [first, second] = ['Papierzeile', 'Papierzeile mit Datum'].map((name) =>
    artefacts.find(({ fields }) => fields.name === name)!,
  )
  expect(second!.fields.version).toBe(2)
  expect(second!.links).toContainEqual({ type: 'replaces', to: first!.id })
  const tried = artefacts.find(({ kind }) => kind === 'testSession')!
  expect(tried.links, 'a test belongs to the version that was tested').toEqual([
    { type: 'derivedFrom', to: second!.id },
  ])

  expect(recording.requestCount).toBeGreaterThan(100)
  expect(recording.foreignRequests, 'no request to any other origin').toEqual([])
  tellFigure(`${recording.requestCount} requests of three browsers, 0 to other origins`)
})
