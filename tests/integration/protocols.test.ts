import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import type { PandocDocument } from '#shared/report/pandoc-nodes.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { ProtocolFormat, ProtocolText } from '#shared/protocol/protocol-formats.ts'
import { readProtocol } from '#server/export/incoming/read-protocol.ts'
import { officeFileOf, treeOf } from '#server/export/pandoc.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

/*
 * Protocols that other programs wrote: one through the whole way of request, process, Pandoc, text, the others as that
 * process reads them. The Word and OpenDocument files are made here, of a tree.
 */
let installation: HttpInstallation
let moderator: Browser
let workshop: WorkshopView

beforeAll(async () => {
  installation = await HttpInstallation.open()
  moderator = await installation.moderator()
  workshop = await moderator.found('Werkstatt', ['Gruppe A'])
})
afterAll(() => installation.close())

const words = (text: string) =>
  text.split(' ').flatMap((word, n) => [...(n > 0 ? [{ t: 'Space' }] : []), { t: 'Str', c: word }])
const source: PandocDocument = {
  'pandoc-api-version': [1, 23],
  meta: {},
  blocks: [
    { t: 'Header', c: [1, ['', [], []], words('Interview 1 (Stadt Aue, 11.11.2025)')] },
    {
      t: 'Para',
      c: [
        ...words('Sie sagt: „Das dauert zu lange.“'),
        { t: 'Space' },
        { t: 'Strong', c: words('Niemand weiß, wer hilft.') },
      ],
    },
    { t: 'BulletList', c: [[{ t: 'Plain', c: words('Äußeres') }], [{ t: 'Plain', c: words('Inneres') }]] },
  ],
}

const call = (body: Uint8Array, format: ProtocolFormat) => ({
  path: { workshopId: workshop.id, groupId: workshop.groups[0]!.id },
  query: { format },
  body: Buffer.from(body),
  headers: { 'content-type': 'application/octet-stream' },
})
const sent = (body: Uint8Array, format: ProtocolFormat) =>
  moderator.ok<ProtocolText>('readProtocol', call(body, format))
async function readHere(body: Uint8Array, format: ProtocolFormat) {
  const file = join(installation.folder, `protocol.${format}`)
  await writeFile(file, body)
  const result = await readProtocol(file, format)
  await rm(file)
  return result
}
async function read(body: Uint8Array, format: ProtocolFormat): Promise<ProtocolText> {
  const result = await readHere(body, format)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const bold = ({ text, strong }: ProtocolText) => strong.map(([from, to]) => text.slice(from, to))
const heads = ({ text, headings }: ProtocolText) => headings.map(({ at: [from, to] }) => text.slice(from, to))

const page =
  '<html><head><title>x</title><style>p{}</style></head><body><h1>Interview 1 (Stadt Aue, 11.11.2025)</h1><p>Sie sagt: „Das dauert zu lange.“ <b>Niemand weiß, wer hilft.</b></p><ul><li>Äußeres</li><li>Inneres</li></ul><script>alert(1)</script></body></html>'
const rtf =
  "{\\rtf1\\ansi\\ansicpg1252 Interview 1 (Stadt Aue, 11.11.2025)\\par Sie sagt: \\u8222?Das dauert zu lange.\\'93 {\\b Niemand wei\\'df, wer hilft.}\\par}"

describe('a protocol from another program', () => {
  it.each(['docx', 'odt'] as const)(
    'comes as text with what is bold and what is a heading: %s',
    async (format) => {
      const file = await officeFileOf(source, format, new Map())
      const protocol = await (format === 'docx' ? sent : read)(file, format)
      expect(protocol.text).toContain('Sie sagt: „Das dauert zu lange.“ Niemand weiß, wer hilft.')
      expect(protocol.text).toContain('- Äußeres\n- Inneres')
      expect(bold(protocol)).toContain('Niemand weiß, wer hilft.')
      expect(heads(protocol)).toEqual(['Interview 1 (Stadt Aue, 11.11.2025)'])
    },
    60_000,
  )

  it('is read from a page, whose styles and programs are no words', async () => {
    const protocol = await read(Buffer.from(page), 'html')
    expect(protocol.text).toBe(
      'Interview 1 (Stadt Aue, 11.11.2025)\n\nSie sagt: „Das dauert zu lange.“ Niemand weiß, wer hilft.\n\n- Äußeres\n- Inneres\n',
    )
    expect(bold(protocol)).toEqual(['Niemand weiß, wer hilft.'])
  }, 180_000)

  it('is read from RTF and from an old page in Windows-1252', async () => {
    expect(bold(await read(Buffer.from(rtf), 'rtf'))).toEqual(['Niemand weiß, wer hilft.'])
    const old = await read(Buffer.from('<p>Bürgerbüro', 'latin1'), 'html')
    expect(old.text).toBe('Bürgerbüro\n')
  }, 180_000)

  it('is not called damaged where the machine is too busy to read it', async () => {
    const tooShortMs = 1
    expect(await treeOf(Buffer.from(page), 'html', tooShortMs)).toMatchObject({
      refusal: 'protocol_file_slow',
    })
  }, 180_000)

  it('is refused with a reason, and nothing of it is kept', async () => {
    const code = (body: Uint8Array, format: ProtocolFormat) =>
      moderator.code('readProtocol', call(body, format))
    expect(await code(Buffer.from('%PDF-1.7 Geheimes Wort'), 'docx')).toBe('protocol_file_type')
    const refusal = async (text: string) => readHere(Buffer.from(text), 'html')
    expect(await refusal('<p> </p>')).toMatchObject({ refusal: 'protocol_file_empty' })
    const long = 'x'.repeat(limits.maxTranscriptChars + 1)
    expect(await refusal(`<p>${long}`)).toMatchObject({ refusal: 'protocol_file_too_long' })
    expect(await code(Buffer.alloc(limits.maxForeignFileBytes + 1, 'x'), 'html')).toBe(
      'protocol_file_too_large',
    )
    expect(await installation.holdsOnDisk(['Geheimes Wort'])).toEqual([])
    expect(installation.log.join('\n')).not.toContain('Geheimes')
  }, 240_000)
})
