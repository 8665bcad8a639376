import { readFileSync } from 'node:fs'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ProtocolFormat, ProtocolText } from '#shared/protocol/protocol-formats.ts'
import { treeOf } from '../pandoc.ts'
import { soundProtocol, type ProtocolRefusal } from './protocol-file.ts'
import { protocolText } from './protocol-text.ts'

/**
 * Reads an interview protocol that a word processor wrote. Takes half a second for twenty pages, in the process of its job,
 * which has one of its own for Pandoc.
 * @param file path of what somebody sent
 */
export async function readProtocol(
  file: string,
  format: ProtocolFormat,
): Promise<Result<ProtocolText, ProtocolRefusal>> {
  const sound = soundProtocol(readFileSync(file), format)
  if (!sound.ok) return sound
  const tree = await treeOf(sound.value.bytes, format)
  if (!tree.ok) return tree
  const read = protocolText(tree.value)
  if (read.text.trim() === '') return refused('protocol_file_empty')
  if (read.text.length > limits.maxTranscriptChars) return refused('protocol_file_too_long')
  return accepted(read)
}
