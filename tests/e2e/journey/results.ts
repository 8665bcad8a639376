import { readFile } from 'node:fs/promises'
import { expect, type Download, type Page } from '@playwright/test'
import { workshopFileSchema, type FileGroup, type WorkshopFile } from '#shared/report/workshop-file.ts'
import { openedBook } from '#tests/support/sheets.ts'
import { expectAccessible } from '../support/accessible.ts'
import { picture } from '../support/pictures.ts'
import type { Room } from '../support/room.ts'
import { text } from '../support/texts.ts'
import { groupNames, ideas, interviewAbout, persona, protocol, workshopTitle } from './cast.ts'

/** What was entered on the way and has to be in the files. */
export interface Entered {
  passages: readonly string[]
  /** The only passage that may leave the group. */
  released: string
  jointIdea: string
}

/** Every file a group can take home, from the room's own menu. */
export async function takeGroupResults(room: Room, entered: Entered): Promise<void> {
  const files = room.page.getByRole('button', { name: text('room.export.label') })
  const take = async (format: string): Promise<Buffer> => {
    await files.click()
    const item = room.page.getByRole('menuitem', { name: text(`room.export.${format}`) })
    await item.click()
    return taken(room.page)
  }
  checkJson(parse(await take('json')).groups[0]!, entered)
  checkMarkdown((await take('markdown')).toString('utf8'), entered)
  checkCsv((await take('csv')).toString('utf8'), entered)
  checkXlsx(await take('xlsx'), entered)
  checkSvg((await take('svg')).toString('utf8'), entered)
  checkPng(await take('png'))
}

/** The whole workshop as JSON, read back in: the new one holds the same. */
export async function takeHomeAndBack({ page }: Room, workshopPath: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('link', { name: text('common.appName') })
    .click()
  await expect(page).toHaveURL(workshopPath)
  const before = await takeWorkshop(page)
  await page.goto('/werkstaetten')
  await page.locator('input[type="file"]').setInputFiles({
    name: 'werkstatt.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(before)),
  })
  await expect(page.getByText(text('workshop.list.imported', { title: workshopTitle }))).toBeVisible()
  const entries = page.getByRole('listitem').filter({ hasText: workshopTitle })
  await expect(entries).toHaveCount(2)
  await expectAccessible(page, 'workshops')
  await picture(page, '51-workshops')

  const addresses = await entries
    .getByRole('link', { name: text('workshop.list.open') })
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  await page.goto(addresses.find((address) => address !== workshopPath)!)
  const after = await takeWorkshop(page)
  expect(after.workshop.id).not.toBe(before.workshop.id)
  expect(comparable(after)).toEqual(comparable(before))
}

async function takeWorkshop(page: Page): Promise<WorkshopFile> {
  await page.getByRole('tab', { name: text('workshop.overview.results') }).click()
  const json = page.getByRole('button', {
    name: text('workshop.exports.downloadAs', {
      name: text('workshop.exports.whole'),
      format: text('workshop.exports.format.json'),
    }),
  })
  await expectAccessible(page, 'results')
  await picture(page, '50-results')
  await page.getByRole('radio', { name: text('workshop.exports.content.data') }).check()
  await json.click()
  return parse(await taken(page))
}

/** What is downloaded from the check that stands before every file. */
async function taken(page: Page): Promise<Buffer> {
  const dialog = page.getByRole('dialog')
  const name = text('workshop.exports.download')
  const waiting = page.waitForEvent('download')
  await dialog.getByRole('link', { name }).or(dialog.getByRole('button', { name })).click()
  const download: Download = await waiting
  return readFile(await download.path())
}

/** Against the published schema, as another program would read it. */
const parse = (content: Buffer) => workshopFileSchema.parse(JSON.parse(content.toString('utf8')))

/** Ids of workshop, groups, members and images are given anew on import; everything people made has to be equal. */
export function comparable({ workshop, groups, members, contents }: WorkshopFile) {
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]))
  const signed = ({ authorship, ...artefact }: FileGroup['document']['artefacts'][number]) => ({
    ...artefact,
    by: authorship.as === 'named' ? names.get(authorship.memberId) : authorship,
  })
  return {
    contents,
    title: workshop.title,
    language: workshop.language,
    members: members.map(({ name, organisation, role }) => ({ name, organisation, role })).sort(byName),
    groups: groups.map(({ kind, name, position, phase, document }) => ({
      kind,
      name,
      position,
      phase,
      document: { ...document, artefacts: document.artefacts.map(signed) },
    })),
  }
}
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

function checkJson(group: FileGroup, { passages, jointIdea }: Entered): void {
  expect(group.name).toBe(groupNames[0])
  const { artefacts, board } = group.document
  const ofKind = (kind: string) => artefacts.filter((artefact) => artefact.kind === kind)
  const [interview] = ofKind('interview')
  expect(interview?.fields).toMatchObject(interviewAbout)
  const transcript = String(interview?.fields.transcript)
  expect(transcript.replaceAll('\n', '').length).toBeGreaterThan(
    0.95 * protocol().replaceAll('\n', '').length,
  )

  const quotes = ofKind('quote')
  expect(quotes.map(({ fields }) => fields.wording).sort()).toEqual([...passages].sort())
  for (const { fields, links } of quotes) {
    const source = fields.source as { interviewId: string; start: number; end: number }
    expect(source.interviewId).toBe(interview!.id)
    expect(transcript.slice(source.start, source.end)).toBe(fields.wording)
    expect(links).toContainEqual({ type: 'derivedFrom', to: interview!.id })
  }
  expect(ofKind('persona')[0]?.fields).toMatchObject(persona)
  expect(
    ofKind('idea')
      .map(({ fields }) => fields.sentence)
      .sort(),
  ).toEqual([ideas.jonas, jointIdea].sort())

  const placed = new Set(
    board.map((record) => (record.props as { artefactId?: string } | undefined)?.artefactId),
  )
  for (const { id } of [...quotes, ...ofKind('idea'), ...ofKind('persona')]) expect(placed).toContain(id)
  checkPlaces(group, passages)
}

const artefactIdOf = (record: FileGroup['document']['board'][number]) =>
  (record.props as { artefactId?: string } | undefined)?.artefactId

/** Two quotes were put into quadrants of the matrix; persona and ideas lie in the field of their page that takes them. */
function checkPlaces({ document: { artefacts, board } }: FileGroup, passages: readonly string[]): void {
  const parentOf = (matches: (artefact: (typeof artefacts)[number]) => boolean) => {
    const { id } = artefacts.find(matches)!
    const card = board.find((record) => artefactIdOf(record) === id)
    return board.find((record) => record.id === card?.parentId)
  }
  const nameOf = (frame: ReturnType<typeof parentOf>) => (frame?.props as { name?: string } | undefined)?.name
  const frameOf = (wording: string) => nameOf(parentOf(({ fields }) => fields.wording === wording))
  const fieldOf = (kind: string) => nameOf(parentOf((artefact) => artefact.kind === kind))
  expect(frameOf(passages[0]!)).toBe(quadrants.byKeyboard)
  expect(frameOf(passages[1]!)).toBe(quadrants.byMouse)
  expect(fieldOf('persona')).toBe('Personas')
  expect(fieldOf('idea')).toBe('Ideensammlung')
}

export const quadrants = { byKeyboard: 'operativ · organisatorisch', byMouse: 'strategisch · technologisch' }

function checkMarkdown(markdown: string, { passages, released, jointIdea }: Entered): void {
  expect(markdown).toContain(groupNames[0])
  expect(plain(markdown)).toContain(plain(released))
  for (const passage of passages.filter((each) => each !== released)) {
    expect(plain(markdown), 'what is not released never leaves the group').not.toContain(plain(passage))
  }
  expect(plain(markdown)).toContain(plain(jointIdea))
  expect(markdown, 'people’s words stay words').not.toContain('<b>Zeichen</b>')
}

/** Without Markdown's escapes and line breaks. */
const plain = (markdown: string) => markdown.replace(/\\(.)/g, '$1').replace(/\s*\n>?\s*/g, ' ')

function checkCsv(csv: string, { released, jointIdea }: Entered): void {
  expect(csv.startsWith('\ufeff'), 'Excel needs the byte order mark').toBe(true)
  expect(csv).toContain(`"${jointIdea}"`)
  expect(csv).toContain(released.replaceAll('"', '""'))
  expect(csv, 'text, not a formula').toContain(`"'${ideas.jonas}"`)
}

function checkXlsx(content: Buffer, { jointIdea }: Entered): void {
  const cells = openedBook(content).sheets.flatMap((sheet) => [...sheet.cells.values()])
  expect(cells.filter(({ f }) => f !== undefined)).toEqual([])
  const texts = cells.map(({ v }) => String(v))
  expect(texts).toContain(jointIdea)
  expect(texts).toContain(ideas.jonas)
  expect(texts).toContain(persona.name)
}

/** The picture shows the matrix: its quadrants, a quote in it, and nothing from elsewhere. */
function checkSvg(svg: string, { released }: Entered): void {
  expect(svg).toMatch(/<svg[^>]+viewBox/)
  const words = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(words).toContain('strategisch')
  expect(words).toContain(released.split(' ').slice(0, 2).join(' '))
  const addresses = [...svg.matchAll(/(?:href|src|url)\s*[=(]\s*["']?([^"')\s>]+)/g)].map(
    (match) => match[1]!,
  )
  expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([])
}

function checkPng(png: Buffer): void {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  expect(Math.min(width, height)).toBeGreaterThan(400)
}
