import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import { dossierChapters } from '#shared/kinds/chapters.ts'
import { kindNames, traitsOf } from '#shared/kinds/index.ts'
import { contentNames, formatsOf } from '#shared/protocol/export-formats.ts'
import { noHouse } from '#tests/support/no-house.ts'
import type { Material } from '#server/export/material.ts'
import { Making } from '#server/export/making.ts'
import { previewOf } from '#server/export/preview.ts'
import { writeFile } from '#server/export/write-file.ts'
import type { WriteSettings } from '#server/export/write-settings.ts'
import { everyKind, markOf, textFields } from '#tests/support/every-kind.ts'
import { released, transcript, unreleased } from '#tests/support/sample-group.ts'
import { openedBook } from '#tests/support/sheets.ts'
import { openedPdf, wordsInFile } from '#tests/support/words-in-file.ts'

const NOW = Date.UTC(2026, 2, 12, 15, 5)
const folder = mkdtempSync(join(tmpdir(), 'werkraum-formats-'))
afterAll(() => rmSync(folder, { recursive: true }))

const workshopId = newId<never>()
const material: Material = {
  workshop: { id: workshopId, title: 'Strategiewerkstatt', language: 'de', createdAt: NOW, isSample: false },
  scope: 'workshop',
  members: [],
  beside: [],
  house: noHouse,
  meetings: [],
  summaries: [{ groupId: null, text: 'Kurzgefasst.\n\nVonMenschenGeschrieben' }],
  groups: [
    {
      group: { id: newId(), workshopId, kind: 'project', name: 'Gruppe A', position: 1, generation: 1 },
      updates: [Y.encodeStateAsUpdate(everyKind())],
      history: [],
      versions: [],
      assets: [],
      asset: async () => null,
    },
  ],
}

const [onlyGroup] = material.groups
/** Two groups that are called alike. */
const twice: Material = {
  ...material,
  groups: [onlyGroup!, { ...onlyGroup!, group: { ...onlyGroup!.group, id: newId(), position: 2 } }],
}

type Wanted = Pick<WriteSettings, 'content' | 'format'> & Partial<WriteSettings>

const settingsOf = (wanted: Wanted): WriteSettings => ({
  ...{ language: 'de', timeZone: 'Europe/Berlin', exportedAt: NOW, quotes: 'released', withIds: false },
  ...{
    chapters: dossierChapters,
    meetingId: null,
    retentionYears: 10,
    pdfStandard: 'ua-1',
    cardId: null,
    pageId: null,
  },
  ...wanted,
})

const made = new Map<string, Promise<Uint8Array>>()

/** A file is made once, whatever is asked of it. */
function written(wanted: Wanted): Promise<Uint8Array> {
  const settings = settingsOf(wanted)
  const key = JSON.stringify(settings)
  const file = made.get(key) ?? makeFile(settings)
  made.set(key, file)
  return file
}

async function makeFile(settings: WriteSettings): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const write = (bytes: Uint8Array) => void pieces.push(bytes)
  await writeFile(material, settings, { write, folder })
  return Buffer.concat(pieces)
}

const files = contentNames.flatMap((content) => formatsOf(content).map((format) => ({ content, format })))
/** What holds everything that stands on the boards; others choose. */
const complete = new Set(['results', 'tables', 'data'])

/** Where another place is said outside, the exact one stays in the group, and so does what would point to the person there. */
const exactPlaces = kindNames.flatMap((kind) => {
  const { place } = traitsOf(kind)
  const near = [place?.exact, ...(place?.pointsWith ?? [])]
  return textFields(kind)
    .filter((field) => near.includes(field))
    .map((field) => markOf(kind, field))
})

describe('every file, with a card of every kind', () => {
  it.each(files)(
    '$content as $format keeps what is withheld, and says the rest',
    { timeout: 180_000 },
    async (file) => {
      const words = await wordsInFile(await written(file), file.format)
      expect(words).not.toMatch(/still beerdigt|keiner laut/)
      expect(words).not.toContain(unreleased)
      expect(words).not.toContain(transcript.replace(/\s+/g, ' ').trim())
      if (file.content === 'dossier' || file.content === 'data')
        expect(words.replaceAll(/[\s-]/g, '')).toContain('VonMenschenGeschrieben')
      if (!complete.has(file.content)) return
      expect(words).toContain(released)
      const unbroken = words.replaceAll(/[\s-]/g, '')
      const missing = kindNames
        .flatMap((kind) => textFields(kind).map((field) => markOf(kind, field)))
        .filter((mark) => !unbroken.includes(mark))
      expect(missing).toEqual(exactPlaces)
    },
  )

  it(
    'what is looked at before is the beginning of the file, of as many pages as it will have',
    { timeout: 180_000 },
    async () => {
      for (const content of ['dossier', 'slides', 'roadmap'] as const) {
        const preview = await previewOf(material, settingsOf({ content, format: 'pdf' }), folder)
        const pdf = await openedPdf(await written({ content, format: 'pdf' }))
        expect([content, preview?.pages]).toEqual([content, pdf.numPages])
        await pdf.loadingTask.destroy()
        const pages = preview!.parts.map((part) => (part.type === 'page' ? part.href : ''))
        expect(pages).toHaveLength(Math.min(3, preview!.pages!))
        for (const page of pages) expect(page).toMatch(/^data:image\/png;base64,iVBOR/)
        expect(new Set(pages).size).toBe(pages.length)
      }
      const gone = settingsOf({ content: 'pictures', format: 'pdf', pageId: 'page:gone' })
      expect(await previewOf(material, gone, folder)).toBeNull()
    },
  )

  it('no more pages are drawn than were asked for, of all groups together', { timeout: 60_000 }, async () => {
    const making = new Making(twice, settingsOf({ content: 'pictures', format: 'svg' }), folder)
    const ofOne = (await making.pages()).length / 2
    expect(await making.pages({ most: ofOne + 1 })).toHaveLength(ofOne + 1)
  })

  it('roadmaps are drawn for chapters that show them, and for files that hold pictures', async () => {
    const drawnFor = async (format: 'docx' | 'markdown', chapters: WriteSettings['chapters']) => {
      const making = new Making(material, settingsOf({ content: 'dossier', format, chapters }), folder)
      const { pictures } = await making.text({ content: 'dossier', format })
      return [...pictures.keys()].filter((name) => name.startsWith('roadmap'))
    }
    expect(await drawnFor('docx', ['roadmap'])).toEqual(['roadmap-1.png'])
    expect(await drawnFor('docx', ['personas'])).toEqual([])
    expect(await drawnFor('markdown', ['roadmap'])).toEqual([])
  })

  it('groups that are called alike have their own pictures', { timeout: 60_000 }, async () => {
    const wanted = { content: 'dossier', format: 'markdown' } as const
    const making = new Making(twice, settingsOf({ ...wanted, chapters: ['roadmap', 'boards'] }), folder)
    const { tree } = await making.text(wanted)
    const names = tree.blocks.flatMap((block) => (block.type === 'picture' ? [block.name] : []))
    expect(names).toContain('roadmap-2.png')
    expect(new Set(names).size).toBe(names.length)
    const pages = await making.pages()
    const headings = making.boards(pages).blocks.filter((one) => one.type === 'heading' && one.level === 1)
    expect(headings).toHaveLength(2)
  })

  it('a web page is looked at with the pictures that its file has', { timeout: 60_000 }, async () => {
    const preview = await previewOf(material, settingsOf({ content: 'roadmap', format: 'html' }), folder)
    const file = Buffer.from(await written({ content: 'roadmap', format: 'html' })).toString('utf8')
    const picturesIn = (html: string) => html.match(/data:image\/[^"]+/g)
    const [part] = preview!.parts
    expect(picturesIn(part?.type === 'html' ? part.text : '')).toEqual(picturesIn(file))
    expect(picturesIn(file)).toHaveLength(1)
  })

  it('lists hold what is to be followed up and nothing else, with days that are days', async () => {
    const { names, sheet } = openedBook(await written({ content: 'lists', format: 'xlsx' }))
    expect(names).toContain('Aufgaben')
    expect(names).not.toContain('Pitches')
    expect(sheet('Aufgaben').size).toBeGreaterThan(0)
    const words = await wordsInFile(await written({ content: 'lists', format: 'csv' }), 'csv')
    expect(words).toContain(markOf('task', 'text'))
    expect(words).not.toContain(markOf('note', 'text'))
  })

  it('a picture of one page is that picture and no ZIP', { timeout: 180_000 }, async () => {
    const pageId = 'page:solution-ideas'
    const svg = Buffer.from(await written({ content: 'pictures', format: 'svg', pageId })).toString('utf8')
    expect(svg).toMatch(/^<svg[^>]*>/)
    expect(svg).not.toMatch(/foreignObject|<text/)
    expect(svg).not.toMatch(/still beerdigt|keiner laut/)
    const png = await written({ content: 'pictures', format: 'png', pageId })
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(await written({ content: 'pictures', format: 'pdf', pageId: 'page:gone' })).toHaveLength(0)
  })

  it('PDF for archives says that it is PDF/A-2a, and is tagged', { timeout: 180_000 }, async () => {
    const pdf = await openedPdf(await written({ content: 'results', format: 'pdf', pdfStandard: 'a-2a' }))
    const { metadata } = await pdf.getMetadata()
    expect([metadata?.get('pdfaid:part'), metadata?.get('pdfaid:conformance')]).toEqual(['2', 'A'])
    expect(await rolesOf(pdf)).toContain('TH')
    await pdf.loadingTask.destroy()
  })

  it(
    'PDF is tagged: headings in order, tables with heads, a title and a language',
    { timeout: 180_000 },
    async () => {
      const pdf = await openedPdf(await written({ content: 'results', format: 'pdf' }))
      const { info, metadata } = await pdf.getMetadata()
      expect((info as { Title?: string; Language?: string }).Title).toBe('Strategiewerkstatt')
      expect((info as { Language?: string }).Language).toBe('de-DE')
      expect(metadata?.get('pdfuaid:part')).toBe('1')
      const roles = await rolesOf(pdf)
      const levels = roles.flatMap((role) => (/^H[1-6]$/.test(role) ? [Number(role[1])] : []))
      expect(levels[0]).toBe(1)
      levels.reduce((before, level) => {
        expect(level - before).toBeLessThanOrEqual(1)
        return level
      })
      expect(roles.filter((role) => role === 'TH').length).toBeGreaterThan(5)
      const { items } = await (await pdf.getPage(pdf.numPages)).getTextContent()
      const last = items.map((item) => ('str' in item ? item.str : '')).join('')
      expect(last).toContain(`Seite ${pdf.numPages} von ${pdf.numPages}`)
      await pdf.loadingTask.destroy()
    },
  )
})

interface Node {
  role?: string
  children?: Node[]
}

async function rolesOf(pdf: Awaited<ReturnType<typeof openedPdf>>): Promise<string[]> {
  const roles: string[] = []
  const walk = ({ role, children = [] }: Node): void => {
    if (role) roles.push(role)
    children.forEach(walk)
  }
  for (let n = 1; n <= pdf.numPages; n++) walk((await (await pdf.getPage(n)).getStructTree()) as Node)
  return roles
}
