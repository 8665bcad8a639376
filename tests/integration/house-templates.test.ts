import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { HouseFormat, HouseTemplate } from '#shared/protocol/house-templates.ts'
import { pandocSlidesOf } from '#shared/report/pandoc-slides.ts'
import { trialDeck } from '#shared/report/trial.ts'
import { docxReference } from '#server/export/office/docx-reference.ts'
import { odtReference } from '#server/export/office/odt-reference.ts'
import { OperatorHouse } from '#server/export/operator-house.ts'
import { checkedTemplate } from '#server/export/incoming/house-template.ts'
import { officeFileOf } from '#server/export/pandoc.ts'
import { pngOf } from '#server/export/raster.ts'
import { openEngine } from '#server/engine.ts'
import { openedPdf } from '#tests/support/words-in-file.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let moderator: Browser
let workshop: WorkshopView
beforeAll(async () => {
  installation = await HttpInstallation.open({}, 'nowhere', openEngine)
  moderator = await installation.moderator()
  workshop = await moderator.found('Werkstatt', ['Gruppe A'])
})
afterAll(() => installation.close())

const look = { colour: '#7a1020', language: 'de', foot: 'Stadt Hohenbrück', writtenAt: 0 } as const
const files = { docx: docxReference(look), odt: odtReference(look) }
const call = (bytes: Uint8Array, format: HouseFormat, colour?: string) => ({
  path: { workshopId: workshop.id, format },
  query: { name: bytes.byteLength > 0 ? `Briefkopf.${format}` : '', ...(colour ? { colour } : {}) },
  body: Buffer.from(bytes),
  headers: { 'content-type': 'application/octet-stream' },
})
const changed = (bytes: Uint8Array, name: string, change: (text: string) => string) => {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) })
}
const minutes = async (format: HouseFormat) => {
  const query = { content: 'minutes', format }
  const { bytes } = await moderator.call('exportWorkshop', { path: { workshopId: workshop.id }, query })
  return unzipSync(bytes)
}

const all = (parts: Record<string, Uint8Array>) =>
  Object.values(parts)
    .map((part) => strFromU8(part))
    .join('')

/** As DOTM and PPTM say of themselves that they bring macros. */
const macroEnabled = (bytes: Uint8Array, relations: string) => {
  const relation =
    '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
  const related = changed(bytes, relations, (text) =>
    text.replace('</Relationships>', `${relation}</Relationships>`),
  )
  return changed(related, '[Content_Types].xml', (text) =>
    text
      .replace(
        '</Types>',
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      )
      .replace(
        /application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|presentationml\.presentation)\.main/,
        'application/vnd.ms-office.macroEnabled.main',
      ),
  )
}

it('documents are written into the house’s own DOCX until it is removed: without its macros, and in our styles where it has none', async () => {
  const withoutLists = changed(files.docx, 'word/styles.xml', (styles) =>
    styles.replace(/<w:style [^>]*w:styleId="(Compact|Table)">.*?<\/w:style>/g, ''),
  )
  const withMacro = changed(withoutLists, 'word/vbaProject.bin', () => 'Sub AutoOpen()')
  const kept = await moderator.ok<HouseTemplate[]>(
    'keepHouseTemplate',
    call(macroEnabled(withMacro, 'word/_rels/document.xml.rels'), 'docx'),
  )
  expect(kept).toContainEqual(expect.objectContaining({ format: 'docx', name: 'Briefkopf.docx' }))
  const parts = await minutes('docx')
  expect(all(parts)).toContain('Stadt Hohenbrück')
  expect(Object.keys(parts).join() + all(parts)).not.toMatch(/vba|macroEnabled/i)
  const styles = strFromU8(parts['word/styles.xml']!)
  expect(styles).toContain('w:styleId="Compact"')
  expect(styles).toContain('w:styleId="Table"')
  await moderator.call('removeHouseTemplate', { path: { workshopId: workshop.id, format: 'docx' } })
  expect(all(await minutes('docx'))).not.toContain('Stadt Hohenbrück')
}, 120_000)

/** What the process says of a file that a moderator sent. */
const refusal = async (bytes: Uint8Array, format: HouseFormat, colour: string | null = null) => {
  const checked = await checkedTemplate({ bytes: Buffer.from(bytes), format, colour }, installation.folder)
  return checked.ok ? null : checked.refusal
}

const picture = 'https://example.org/a.png'
it.each([
  [
    'in the styles of a DOCX',
    'docx',
    'word/_rels/footer1.xml.rels',
    () =>
      `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${picture}" TargetMode="External"/></Relationships>`,
  ],
  [
    'in other quotation marks',
    'docx',
    'word/_rels/header1.xml.rels',
    () =>
      `<Relationships><Relationship TargetMode='External' Target='${picture}' Type='…/image'/></Relationships>`,
  ],
  [
    'behind the page of an ODT',
    'odt',
    'styles.xml',
    (text: string) =>
      text.replace('</office:styles>', `<style:background-image xlink:href="${picture}"/></office:styles>`),
  ],
  [
    'that fills a shape of an ODT',
    'odt',
    'styles.xml',
    (text: string) =>
      text.replace(
        '</office:styles>',
        `<draw:fill-image draw:name="a" xlink:href='${picture}'/></office:styles>`,
      ),
  ],
] as const)('a picture from another server is refused %s', async (_, format, part, change) => {
  expect(await refusal(changed(files[format], part, change), format)).toBe('template_linked')
})

it('a file leaves nothing behind where its sender may not send it any more when it is there', async () => {
  const { access } = installation.platform
  const enter = access.toWorkshop.bind(access)
  const entering = vi
    .spyOn(access, 'toWorkshop')
    .mockImplementationOnce(enter)
    .mockRejectedValueOnce(new Problem('membership_ended'))
  expect(await moderator.code('keepHouseTemplate', call(files.odt, 'odt'))).toBe('membership_ended')
  entering.mockRestore()
  expect(await readdir(join(installation.folder, 'spool'))).toEqual([])
})

it('what is no template is refused with a reason, and the one before stays; a link to the house’s own page is no picture', async () => {
  const address = '<text:a xlink:type="simple" xlink:href="https://example.org/">example.org</text:a>'
  const withAddress = changed(files.odt, 'styles.xml', (text) =>
    text
      .replace('<text:tab/>', `${address}<text:tab/>`)
      .replace(' xmlns:svg', ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg'),
  )
  await moderator.ok('keepHouseTemplate', call(withAddress, 'odt'))
  expect(await refusal(Buffer.from('%PDF-1.7'), 'odt')).toBe('template_unreadable')
  expect(await refusal(files.docx, 'odt')).toBe('template_unreadable')
  const broken = changed(files.odt, 'styles.xml', () => 'no XML <')
  expect(await refusal(broken, 'odt')).toBe('template_unreadable')
  const bomb = zipSync({ 'styles.xml': new Uint8Array(limits.maxUnpackedBytes + 1) })
  expect(await refusal(bomb, 'odt')).toBe('template_too_large')
  const code = (bytes: Uint8Array) => moderator.code('keepHouseTemplate', call(bytes, 'odt'))
  expect(await code(files.docx)).toBe('template_unreadable')
  expect(await code(Buffer.alloc(limits.maxTemplateBytes + 1))).toBe('template_too_large')
  const kept = await moderator.ok<HouseTemplate[]>('houseTemplates', { path: { workshopId: workshop.id } })
  expect(kept.map(({ format }) => format)).toEqual(['odt'])
  expect(all(await minutes('odt'))).toContain('Stadt Hohenbrück')
}, 180_000)

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>`

const minutesAsPdf = async () => {
  const query = { content: 'minutes', format: 'pdf' }
  return (await moderator.call('exportWorkshop', { path: { workshopId: workshop.id }, query })).bytes
}
async function showsLogo(bytes: Uint8Array): Promise<boolean> {
  const pdf = await openedPdf(bytes)
  const page = await pdf.getPage(1)
  const { fnArray } = await page.getOperatorList()
  await pdf.loadingTask.destroy()
  return fnArray.includes(OPS.paintImageXObject)
}

it('a PDF shows the logo and the colour of the house; a pale one and what is no picture are refused', async () => {
  const path = { workshopId: workshop.id, format: 'pdf' }
  const logo = pngOf(drawing)
  expect(await refusal(logo, 'pdf', '#ffe000')).toBe('template_colour')
  expect(await refusal(Buffer.from(drawing), 'pdf')).toBe('template_unreadable')
  await moderator.ok('keepHouseTemplate', call(logo, 'pdf', '#7a1020'))
  // A colour alone leaves the logo where it is
  const kept = await moderator.ok<HouseTemplate[]>(
    'keepHouseTemplate',
    call(new Uint8Array(), 'pdf', '#103060'),
  )
  const ofPdf = { format: 'pdf', name: 'Briefkopf.pdf', colour: '#103060', from: 'workshop' }
  expect(kept).toContainEqual(expect.objectContaining(ofPdf))
  expect(await showsLogo(await minutesAsPdf())).toBe(true)
  await moderator.call('removeHouseTemplate', { path })
}, 120_000)

it('a German template for slides is understood, and its macros stay behind', async () => {
  const ours = await officeFileOf(pandocSlidesOf(trialDeck('de')), 'pptx', new Map())
  const parts = unzipSync(ours)
  const german = Object.fromEntries(
    Object.entries(parts).map(([name, content]) => {
      if (!/slideLayouts\/slideLayout|theme1\.xml/.test(name)) return [name, content]
      const text = strFromU8(content)
        .replace('name="Title Slide"', 'name="Titelfolie"')
        .replace('name="Title and Content"', 'name="Titel und Inhalt"')
        .replace('name="Office Theme"', 'name="Stadt Hohenbrück"')
      return [name, strToU8(text)]
    }),
  )
  const withMacro = zipSync({ ...german, 'ppt/vbaProject.bin': strToU8('Sub Auto_Open()') })
  const given = call(macroEnabled(withMacro, 'ppt/_rels/presentation.xml.rels'), 'pptx')
  const theme = (file: Uint8Array) => strFromU8(unzipSync(file)['ppt/theme/theme1.xml']!)
  await moderator.ok('keepHouseTemplate', given)
  const query = { content: 'slides', format: 'pptx' }
  const slides = await moderator.call('exportWorkshop', { path: { workshopId: workshop.id }, query })
  expect(theme(slides.bytes)).toContain('Stadt Hohenbrück')
  const written = unzipSync(slides.bytes)
  expect(strFromU8(written['ppt/slides/slide1.xml']!)).toContain('lang="de-DE"')
  expect(Object.keys(written).join() + all(written)).not.toMatch(/vba|macroEnabled/i)
  await moderator.call('removeHouseTemplate', { path: { workshopId: workshop.id, format: 'pptx' } })
}, 240_000)

it('what the operator laid into the data folder counts for workshops that have none of their own', async () => {
  const folder = join(installation.folder, 'vorlagen')
  await moderator.call('removeHouseTemplate', { path: { workshopId: workshop.id, format: 'odt' } })
  await mkdir(folder)
  await writeFile(join(folder, 'briefkopf.odt'), odtReference({ ...look, foot: 'Kreis Osterlohe' }))
  await writeFile(join(folder, 'briefkopf.docx'), 'no document')
  await writeFile(join(folder, 'farbe.txt'), '#7A1020\n')
  expect(await moderator.ok('houseTemplates', { path: { workshopId: workshop.id } })).toMatchObject([
    { format: 'odt', name: 'briefkopf.odt', from: 'operator' },
    { format: 'pdf', name: '', colour: '#7a1020', from: 'operator' },
  ])
  expect(await new OperatorHouse(installation.folder).refusals()).toEqual([
    { file: 'briefkopf.docx', reason: 'template_unreadable' },
  ])
  const styles = strFromU8((await minutes('odt'))['styles.xml']!)
  expect(styles).toContain('Kreis Osterlohe')
  await rm(folder, { recursive: true })
}, 120_000)

it('a workshop’s own colour leaves the operator’s logo where it is, in the trial as in the document', async () => {
  const folder = join(installation.folder, 'vorlagen')
  await mkdir(folder)
  await writeFile(join(folder, 'logo.png'), pngOf(drawing))
  const colour = call(new Uint8Array(), 'pdf', '#103060')
  expect(await showsLogo((await moderator.call('tryHouseTemplate', colour)).bytes)).toBe(true)
  expect(await moderator.ok('houseTemplates', { path: { workshopId: workshop.id } })).toMatchObject([
    { format: 'pdf', name: 'logo.png', colour: null, from: 'operator' },
  ])
  await moderator.ok('keepHouseTemplate', colour)
  expect(await moderator.ok('houseTemplates', { path: { workshopId: workshop.id } })).toMatchObject([
    { format: 'pdf', name: 'logo.png', colour: '#103060', from: 'workshop' },
  ])
  expect(await showsLogo(await minutesAsPdf())).toBe(true)
  await moderator.call('removeHouseTemplate', { path: { workshopId: workshop.id, format: 'pdf' } })
  await rm(folder, { recursive: true })
}, 120_000)
