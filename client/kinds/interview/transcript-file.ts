import { decodedText, type DecodedText } from '#shared/base/decoded-text.ts'
import { limits } from '#shared/base/limits.ts'
import { withoutControls } from '#shared/base/visible-text.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'

/** Why a text cannot be read in; the words are under `artefacts.importing`. */
export type TranscriptFault = 'wrongType' | 'tooLarge' | 'empty' | 'unreadable'

const MAX_BYTES_PER_CHAR = 4
/** Beginnings of files that some programs store as ".txt" all the same: PDF, ZIP (docx, odt), old Word, RTF. */
const SIGNATURES = ['%PDF', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '{\\rtf']

/** Reads a .txt or .md file as text, whatever program wrote it. */
export async function readTranscript(file: File): Promise<Result<DecodedText, TranscriptFault>> {
  if (!/\.(txt|text|md|markdown)$/i.test(file.name) && file.type !== 'text/plain') return refused('wrongType')
  if (file.size > limits.maxTranscriptChars * MAX_BYTES_PER_CHAR) return refused('tooLarge')
  try {
    return decodeTranscript(new Uint8Array(await file.arrayBuffer()))
  } catch {
    // The file was moved, or lies on a drive that is gone: nothing to do but choose it again.
    return refused('unreadable')
  }
}

export function decodeTranscript(bytes: Uint8Array): Result<DecodedText, TranscriptFault> {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (SIGNATURES.some((signature) => start.startsWith(signature))) return refused('wrongType')
  const decoded = decodedText(bytes)
  if (!decoded) return refused('wrongType')
  const checked = checkTranscript(decoded.text)
  return checked.ok ? accepted({ text: checked.value, encoding: decoded.encoding }) : checked
}

/** The text as it is stored: line ends of one kind and nothing invisible, because quotes count characters. */
export function checkTranscript(text: string): Result<string, TranscriptFault> {
  const clean = withoutControls(text.replace(/^\ufeff/, ''))
  if (clean.trim() === '') return refused('empty')
  if (clean.length > limits.maxTranscriptChars) return refused('tooLarge')
  return accepted(clean)
}

const MAX_TITLE_CHARS = 120

/** A title to begin with: the first line that reads like one, else the name of the file. */
export function suggestedTitle(text: string, fileName = ''): string {
  const line = text
    .split('\n', 20)
    .map((one) => one.replace(/^[#*\s]+/, '').trim())
    .find((one) => /\p{L}{3}/u.test(one))
  if (line && line.length <= MAX_TITLE_CHARS) return line
  return fileName
    .replace(/\.\w+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
}
