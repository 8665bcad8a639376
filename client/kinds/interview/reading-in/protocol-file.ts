import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { ProtocolFormat, ProtocolText } from '#shared/protocol/protocol-formats.ts'
import { call, Unreachable } from '#client/app/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { readTranscript, type TranscriptFault } from '../transcript-file.ts'
import { markedUp } from './stressed-text.ts'

/** Why a file was not read in: a word for what the browser saw, or what the server or the way to it said. */
export type ReadingFault = TranscriptFault | Problem | Unreachable

interface ReadFile {
  /** With marks for what is stressed and for headings (`stressed-text.ts`). */
  text: string
  /** Of plain text; null where a program of its own has read the file. */
  encoding: string | null
}

/** Endings that the server reads; everything else is taken for plain text. */
const formats: Record<string, ProtocolFormat> = {
  docx: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
}
/** Named so that the server can say what is wrong with them, and what to do. */
const refusedFormats: Record<string, ProtocolFormat> = { doc: 'docx', pdf: 'docx', pages: 'docx' }

export const READABLE = ['.txt', '.text', ...Object.keys(formats).map((ending) => `.${ending}`)]

/** Reads a protocol from a file, whatever program wrote it. Word processors' files are read by the server, which keeps nothing. */
export async function readProtocolFile(
  session: RoomSession,
  file: File,
): Promise<Result<ReadFile, ReadingFault>> {
  const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const format = formats[ending] ?? refusedFormats[ending]
  if (format) return readByServer(session, file, format)
  const read = await readTranscript(file)
  return read.ok ? accepted(read.value) : read
}

async function readByServer(
  session: RoomSession,
  file: File,
  format: ProtocolFormat,
): Promise<Result<ReadFile, ReadingFault>> {
  if (file.size > limits.maxForeignFileBytes) {
    const mb = Math.floor(limits.maxForeignFileBytes / 1024 / 1024)
    return refused(new Problem('protocol_file_too_large', 'too large', { mb }))
  }
  try {
    const read = await call<ProtocolText>('readProtocol', {
      path: { workshopId: session.workshopId, groupId: session.groupId },
      query: { format },
      body: file.slice(0, file.size, 'application/octet-stream'),
    })
    return accepted({ text: markedUp(read), encoding: null })
  } catch (error) {
    if (error instanceof Problem || error instanceof Unreachable) return refused(error)
    throw error
  }
}
