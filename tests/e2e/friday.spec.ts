import { readFile } from 'node:fs/promises'
import { expect, type Download, type Locator, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import * as Y from 'yjs'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { phaseNeeds } from '#shared/methods/phase-needs.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { exportFormats, type ExportContent, type ExportFormat } from '#shared/protocol/export-formats.ts'
import type { WorkshopFile } from '#shared/report/workshop-file.ts'
import { fileOf } from '#tests/support/sample-file.ts'
import { wordsInFile } from '#tests/support/words-in-file.ts'
import { expectAccessible } from './support/accessible.ts'
import { test, type Device, type Visitor } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'
import type { Preparation } from './support/workshop.ts'

// Three files are made and read, on a machine that may be busy
test.setTimeout(240_000)

const DAY = Date.UTC(2026, 2, 2, 9, 30)
const title = 'Digitale Antragswege'
const email = 'mina@example.org'
const password = 'fünf Wörter sind auch genug'

const said = 'Der Antrag liegt drei Wochen, weil niemand weiß, wer ihn weiterreicht.'
const kept = 'Unsere Leitung hat das Vorhaben stillschweigend beerdigt.'
const written = {
  quote: said,
  insight: 'Anträge bleiben liegen, wo Zuständigkeiten wechseln.',
  idea: 'Jeder Antrag zeigt, bei wem er gerade liegt.',
  decision: 'Der Probelauf beginnt im Mai.',
  task: 'Datenschutz zum Probelauf fragen',
}

/** What the group has entered: a conversation with one quote that may leave and one that may not, and what came of it. */
function enteredWork(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: DAY }))
  const { artefacts, board } = rootsOf(doc)
  const authorship = {
    as: 'named',
    memberId: newId<never>(),
    name: 'Jana Petersen',
    organisation: 'Stadt Beispiel',
  } as const
  type Fields = Parameters<typeof createArtefact>[1]['fields']
  type Links = Parameters<typeof createArtefact>[1]['links']
  const card = (kind: ArtefactKind, page: string, fields: Fields, links: Links = []): ArtefactId => {
    const id = createArtefact(artefacts, {
      kind,
      fields,
      links,
      phase: 'preparation',
      createdAt: DAY,
      authorship,
    })
    placeArtefact(board, { artefactId: id, parentId: page, x: 40, y: 40, w: 240, h: 160 })
    return id
  }
  const transcript = `${said}\n\n${kept}\n`
  const about = { title: 'Amtsleitung Bauamt', transcript, consent: 'given' }
  const interview = card('interview', 'page:solution-ideas', about)
  const quote = (wording: string, release: string) => {
    const start = transcript.indexOf(wording)
    const source = { interviewId: interview, start, end: start + wording.length }
    return card('quote', 'page:solution-ideas', { wording, release, pseudonym: 'Leitung', source })
  }
  const released = quote(said, 'released')
  quote(kept, 'group')
  const from = [{ type: 'derivedFrom', to: released }] as const
  const insight = card('insight', 'page:solution-ideas', { statement: written.insight }, [...from])
  card('idea', 'page:solution-ideas', { sentence: written.idea }, [{ type: 'derivedFrom', to: insight }])
  card('decision', 'page:accompanying-decisions', { text: written.decision, date: '2026-03-02' })
  card('task', 'page:accompanying-decisions', {
    text: written.task,
    owner: 'Jana Petersen',
    due: '2026-03-20',
  })
  return doc
}

/** A group that is at its solution already and has skipped some things on the way. */
function workshopAtWork(): WorkshopFile {
  const file = fileOf(title, [{ name: 'Bürgerservice', doc: enteredWork() }])
  const event = { type: 'PhaseAdvanced', phase: 'solution', pageId: 'page:solution-ideas' } as const
  const history = [{ seq: 1, at: DAY, by: newId<never>(), event }]
  return {
    ...file,
    exportedAt: DAY,
    groups: file.groups.map((group) => ({ ...group, phase: 'solution', history })),
  }
}

/** A manager with an account, who is not logged in anywhere when this ends. */
async function prepareManager(
  prepare: Preparation,
  visit: (device: Device) => Promise<Visitor>,
): Promise<void> {
  const { request } = (await visit('desktop')).context
  await prepare.logIn(request)
  const workshop = await prepare.imported(request, workshopAtWork())
  const { token } = await prepare.invite(request, workshop, 'manager', null)
  const invited = (await visit('desktop')).context
  await prepare.join(invited.request, token, 'Mina Manage')
  await prepare.account(invited.request, { name: 'Mina Manage', email, password })
}

const choose = (page: Page, content: ExportContent) =>
  page.getByRole('radio', { name: text(`workshop.exports.content.${content}`) }).check()

/** Asks for a file, looks at what is withheld and how it will look, and takes it. */
async function taken(page: Page, format: ExportFormat, look: (dialog: Locator) => Promise<void>) {
  const name = text('workshop.exports.whole')
  await page
    .getByRole('button', {
      name: text('workshop.exports.downloadAs', { name, format: text(`workshop.exports.format.${format}`) }),
    })
    .click()
  const dialog = page.getByRole('dialog')
  // One quote, and it is said which
  await expect(dialog.getByText(text('workshop.check.withheld', { count: 1 }))).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: kept })).toHaveCount(1)
  await look(dialog)
  const waiting = page.waitForEvent('download', { timeout: 100_000 })
  await dialog.getByRole('button', { name: text('workshop.exports.download') }).click()
  const file = await waiting
  await expect(dialog).toHaveCount(0)
  return { name: file.suggestedFilename(), bytes: await bytesOf(file) }
}

const bytesOf = async (file: Download) => new Uint8Array(await readFile(await file.path()))

const previewOf = (dialog: Locator) =>
  dialog.getByRole('region', { name: text('workshop.exports.preview.title') })

const formatOf = (name: string) => exportFormats.find((format) => name.endsWith(`.${format}`))

test('on Friday a manager logs in, sees what is missing and what is withheld, and takes a dossier and the file for the records that say what was entered', async ({
  prepare,
  visit,
}) => {
  await prepareManager(prepare, visit)
  const { page } = await visit('desktop')

  await test.step('the login leads to where the groups are', async () => {
    await page.goto('/anmelden')
    await page.getByLabel(text('account.email')).fill(email)
    await page.getByLabel(text('account.password'), { exact: true }).fill(password)
    await page.getByRole('button', { name: text('account.logIn.submit') }).click()
    await expect(page.getByRole('heading', { level: 1, name: text('cockpit.title') })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Bürgerservice' }).first()).toBeVisible()
  })

  await test.step('what is there and what is missing, and nothing of what was withheld', async () => {
    const row = page.getByRole('row').filter({ hasText: 'Bürgerservice' })
    await expect(
      row.getByRole('button', { name: `1 ${text('kinds.idea.label')}`, exact: true }),
    ).toBeVisible()
    const skipped = phaseNeeds.preparation.map(({ kind }) => kind).slice(2)
    const kinds = skipped.map((kind) => text(`kinds.${kind}.label`)).join(', ')
    await expect(row.getByText(text('cockpit.missing', { kinds }))).toBeVisible()
    await expect(page.getByText(written.task)).toBeVisible()
    await expect(page.getByText(written.decision)).toBeVisible()
    await row.getByRole('button', { name: /^Freigabe für 1 / }).click()
    const kind = text('kinds.quote.label')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('link', { name: text('cockpit.withheld', { kind }) })).toBeVisible()
    await expect(page.getByText(kept)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await picture(page, 'friday-cockpit')
  })

  await page.getByRole('link', { name: text('cockpit.results') }).click()
  // It was read in, and is not taken for the workshop it was made of
  const copyOf = text('workshop.overview.copyOf', { title, day: '02.03.2026' })
  await expect(page.getByText(copyOf, { exact: true })).toBeVisible()
  const docx = await taken(page, 'docx', async (dialog) => {
    await expect(previewOf(dialog).getByRole('img').first()).toBeVisible({ timeout: 60_000 })
    await expectAccessible(page, 'check and preview')
    await picture(page, 'friday-preview')
  })
  // Who has seen it once takes the next at once
  const pdf = await taken(page, 'pdf', async () => {})
  await choose(page, 'archive')
  const zip = await taken(page, 'zip', async (dialog) => {
    await expect(previewOf(dialog).getByText(/metadaten\.xml/)).toBeVisible({ timeout: 60_000 })
  })

  await test.step('opened, they say what was entered, and nothing of what was withheld', async () => {
    expect(docx.name).toMatch(/^Digitale-Antragswege_.*ohne-Zurückgehaltenes.*\.docx$/)
    const parts = Object.entries(unzipSync(zip.bytes)).map(([name, bytes]) => ({ name, bytes }))
    expect(parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        '0_Inhalt.txt',
        '1_Ergebnisdossier.pdf',
        '1_Ergebnisdossier.odt',
        'metadaten.xml',
      ]),
    )
    for (const { name, bytes } of [docx, pdf, ...parts]) {
      const words = await wordsInFile(bytes, formatOf(name) ?? 'markdown')
      expect(words, name).not.toContain('stillschweigend')
      if (!/Ergebnisdossier|\.json$|\.ods$/.test(name)) continue
      for (const [kind, entered] of Object.entries(written))
        expect(words, `${kind} in ${name}`).toContain(entered)
    }
  })
})
