import { accepted, refused, type Result } from '#shared/base/result.ts'
import { decodedText } from '#shared/base/decoded-text.ts'
import { limits } from '#shared/base/limits.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { ProtocolFormat } from '#shared/protocol/protocol-formats.ts'
import { zipOf } from '../zip.ts'
import { archiveParts } from './archive-parts.ts'

/** Why a protocol is not read; each has its sentence. */
export type ProtocolRefusal = Extract<ErrorCode, `protocol_file_${string}`>

/** What Pandoc is given: a file of words alone, bounded and of the format it says. */
interface SoundProtocol {
  format: ProtocolFormat
  bytes: Uint8Array
}

const isZip = (bytes: Uint8Array) => startsWith(bytes, 'PK\u0003\u0004')
/** Microsoft's container: Word before 2007, and any Word file with a password. */
const isCompound = (bytes: Uint8Array) => startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((sign, at) => bytes[at] === sign.charCodeAt(0))
}

/**
 * Looks at a file before any program reads it: whether it is what its name says, whether it is locked, and how much of it
 * there is. Of archives only the parts with words are passed on, in an archive made anew: pictures and macros are not
 * wanted, and nothing is unpacked that was not counted.
 */
export function soundProtocol(
  bytes: Uint8Array,
  format: ProtocolFormat,
): Result<SoundProtocol, ProtocolRefusal> {
  if (bytes.length === 0) return refused('protocol_file_empty')
  switch (format) {
    case 'docx':
    case 'odt':
      return soundArchive(bytes, format)
    case 'rtf':
      return startsWith(bytes, '{\\rtf')
        ? accepted({ format, bytes: withSpelledSubstitutes(bytes) })
        : wrong(bytes)
    case 'html':
    case 'markdown':
      return soundText(bytes, format)
  }
}

/**
 * Behind a letter that older programs do not know stands one for them: "\\u8222?". Pandoc takes another one along with it, a
 * letter of the text, unless the substitute is written as a number.
 */
function withSpelledSubstitutes(bytes: Uint8Array): Uint8Array {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const spelled = rtf.replace(
    /(?<!\\)((?:\\\\)*\\u-?\d+(?!\d)) ?([^\\{}\r\n])/g,
    (_, letter: string, substitute: string) =>
      `${letter}\\'${substitute.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return Buffer.from(spelled, 'latin1')
}

/** A file under another's name says what it is. */
const wrong = (bytes: Uint8Array) =>
  refused<ProtocolRefusal>(isLocked(bytes) ? 'protocol_file_locked' : 'protocol_file_type')

function isLocked(bytes: Uint8Array): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return isCompound(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)
}

const wantedParts = {
  docx: (name: string) => /\.(xml|rels)$/.test(name) && !/^(word\/media|docProps|customXml)\//.test(name),
  odt: (name: string) => /^(mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/.test(name),
}
const mainPart = { docx: /^word\/document\d*\.xml$/, odt: /^content\.xml$/ }

function soundArchive(bytes: Uint8Array, format: 'docx' | 'odt'): Result<SoundProtocol, ProtocolRefusal> {
  if (!isZip(bytes)) return wrong(bytes)
  const read = archiveParts(bytes, wantedParts[format])
  if (!read.ok) {
    return refused(read.refusal === 'too_large' ? 'protocol_file_too_large' : 'protocol_file_unreadable')
  }
  const parts = read.value
  const wordsIn = (part: (typeof parts)[number]) => Buffer.from(part.content as Uint8Array).toString('latin1')
  if (!parts.some(({ name }) => mainPart[format].test(name))) return refused('protocol_file_type')
  if (parts.some((part) => part.name.endsWith('manifest.xml') && wordsIn(part).includes('encryption-data')))
    return refused('protocol_file_locked')
  // No word processor writes a document type; what is declared there can grow without end
  if (parts.some((part) => /<!(DOCTYPE|ENTITY)/i.test(wordsIn(part))))
    return refused('protocol_file_unreadable')
  return accepted({ format, bytes: zipOf(parts, 0) })
}

function soundText(bytes: Uint8Array, format: 'html' | 'markdown'): Result<SoundProtocol, ProtocolRefusal> {
  if (isZip(bytes) || isCompound(bytes) || startsWith(bytes, '%PDF')) return wrong(bytes)
  const text = decodedText(bytes)?.text ?? null
  if (text === null) return refused('protocol_file_type')
  if (text.length > limits.maxTranscriptChars * 8) return refused('protocol_file_too_large')
  return accepted({ format, bytes: new TextEncoder().encode(text) })
}
