import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { archiveParts } from '#server/export/incoming/archive-parts.ts'
import { soundProtocol } from '#server/export/incoming/protocol-file.ts'

const docx = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const refusalOf = (bytes: Uint8Array, format: Parameters<typeof soundProtocol>[1]) => {
  const read = soundProtocol(bytes, format)
  return read.ok ? null : read.refusal
}
const compound = (words = '') =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(words, 'utf16le')])

describe('S16: a file with a protocol', () => {
  it('is passed on with its words alone', () => {
    const read = soundProtocol(
      docx({
        'word/document.xml': '<w:document/>',
        'word/media/foto.xml': '<x/>',
        '[Content_Types].xml': '<Types/>',
      }),
      'docx',
    )
    const parts = read.ok ? archiveParts(read.value.bytes, () => true) : null
    expect(parts?.ok ? parts.value.map(({ name }) => name).sort() : null).toEqual([
      '[Content_Types].xml',
      'word/document.xml',
    ])
  })

  it.each([
    ['an archive that is no document', docx({ 'xl/workbook.xml': '<x/>' }), 'docx', 'protocol_file_type'],
    ['nothing at all', new Uint8Array(), 'docx', 'protocol_file_empty'],
    ['a PDF', strToU8('%PDF-1.7'), 'docx', 'protocol_file_type'],
    ['Word before 2007', compound(), 'docx', 'protocol_file_type'],
    ['Word with a password', compound('EncryptedPackage'), 'docx', 'protocol_file_locked'],
    [
      'OpenDocument with a password',
      docx({ 'content.xml': '…', 'META-INF/manifest.xml': '<x encryption-data/>' }),
      'odt',
      'protocol_file_locked',
    ],
    [
      'half an archive',
      docx({ 'word/document.xml': '<x/>'.repeat(900) }).subarray(0, 60),
      'docx',
      'protocol_file_unreadable',
    ],
    [
      'an entity that grows',
      docx({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY a "aa">]><x/>' }),
      'docx',
      'protocol_file_unreadable',
    ],
    ['text called RTF', strToU8('Guten Tag'), 'rtf', 'protocol_file_type'],
    ['a picture called HTML', new Uint8Array([0x89, 0x50, 0, 0]), 'html', 'protocol_file_type'],
  ] as const)('is refused with its reason: %s', (_, bytes, format, refusal) => {
    expect(refusalOf(bytes, format)).toBe(refusal)
  })

  it('is refused before it is unpacked, where it would be too much', () => {
    const bomb = docx({ 'word/document.xml': ' '.repeat(limits.maxUnpackedBytes + 1) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(refusalOf(bomb, 'docx')).toBe('protocol_file_too_large')
    const crowd = docx(
      Object.fromEntries(
        Array.from({ length: limits.maxArchiveEntries + 1 }, (_, n) => [`word/${n}.xml`, '']),
      ),
    )
    expect(refusalOf(crowd, 'docx')).toBe('protocol_file_too_large')
  })

  it('that lies about how much it holds is cut where it said it ends', () => {
    const bytes = docx({ 'word/document.xml': 'x'.repeat(50_000) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    // The central directory's word for the unpacked size
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    const read = archiveParts(bytes, () => true)
    expect(read.ok ? (read.value[0]!.content as Uint8Array).length : 0).toBeLessThanOrEqual(10)
  })
})

it('RTF loses no letter behind a sign that old programs do not know', () => {
  const spelled = (rtf: string) => {
    const read = soundProtocol(Buffer.from(`{\\rtf1 ${rtf}}`, 'latin1'), 'rtf')
    return read.ok ? Buffer.from(read.value.bytes).toString('latin1').slice('{\\rtf1 '.length, -1) : null
  }
  expect(spelled('\\u8222?Das\\u8220 ? Die')).toBe("\\u8222\\'3fDas\\u8220\\'3f Die")
  expect(spelled('\\u8222"Das')).toBe("\\u8222\\'22Das")
  for (const same of ["\\u8222\\'84Das", '\\uc1 {\\u8222}', '\\ul0 unterstrichen', '\\\\u8222?'])
    expect(spelled(same)).toBe(same)
})
