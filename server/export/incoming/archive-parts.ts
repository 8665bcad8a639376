import { unzipSync } from 'fflate'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { Packed } from '../zip.ts'

/** What is wrong with an archive that somebody sent. */
type ArchiveFault = 'too_large' | 'unreadable'

/**
 * The wanted files of a ZIP, unpacked no further than it says itself, and refused before the first of them is when that
 * is too much: a bomb says how big it is, and one that lies is cut where it said it ends.
 */
export function archiveParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Result<Packed[], ArchiveFault> {
  let [entries, unpacked] = [0, 0]
  const isTooMuch = () => entries > limits.maxArchiveEntries || unpacked > limits.maxUnpackedBytes
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++
        if (isTooMuch() || !isWanted(name)) return false
        unpacked += originalSize
        return !isTooMuch()
      },
    })
    if (isTooMuch()) return refused('too_large')
    return accepted(Object.entries(parts).map(([name, content]) => ({ name, content })))
  } catch {
    // The library's only way to say that it is none, or a damaged one.
    return refused('unreadable')
  }
}
