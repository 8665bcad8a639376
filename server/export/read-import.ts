import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { ImageExtraction } from './image-extraction.ts'
import { planImport, type ImportPlan } from './import-plan.ts'
import { tooManyImages, type ImportRefusal } from './import-refusal.ts'

const CHUNK_BYTES = 1024 * 1024

/**
 * Reads a workshop file of any size: its images go into files of their own, one after the other, the rest is checked as a
 * whole. Runs in a process of its own.
 * @param folder for the images; made here
 */
export function readImport(file: string, folder: string): Result<ImportPlan, ImportRefusal> {
  mkdirSync(folder, { mode: 0o700 })
  const text = textWithoutImages(file, folder)
  if (!text.ok) return text
  let kept = 0
  return planImport(text.value, {
    read: (number) => Buffer.from(readFileSync(join(folder, number), 'latin1'), 'base64'),
    keep: (pieces) => {
      const path = join(folder, `clean-${kept++}`)
      writePieces(path, pieces)
      return path
    },
  })
}

function textWithoutImages(file: string, folder: string): Result<Buffer, ImportRefusal> {
  const pieces: Buffer[] = []
  let textBytes = 0
  let images = 0
  let image = -1
  const extraction = new ImageExtraction(
    {
      begin: () => (image = openSync(join(folder, `#${images++}`), 'wx', 0o600)),
      write: (chars) => void writeSync(image, chars),
      end: () => closeSync(image),
    },
    (text) => {
      textBytes += text.length
      // A piece is a view of the chunk, which is used again
      if (textBytes <= limits.maxImportTextBytes) pieces.push(Buffer.from(text))
    },
  )
  const input = openSync(file, 'r')
  const chunk = Buffer.alloc(CHUNK_BYTES)
  for (let read = readSync(input, chunk); read > 0; read = readSync(input, chunk)) {
    extraction.take(chunk.subarray(0, read))
    if (textBytes > limits.maxImportTextBytes || images > limits.maxImagesPerWorkshop) break
  }
  closeSync(input)
  if (images > limits.maxImagesPerWorkshop) return refused(tooManyImages)
  return textBytes > limits.maxImportTextBytes
    ? refused({ code: 'import_unreadable', detail: 'too much besides images' })
    : accepted(Buffer.concat(pieces))
}

function writePieces(path: string, pieces: readonly Buffer[]): void {
  const output = openSync(path, 'wx', 0o600)
  try {
    // A write may take less than it was given
    for (const piece of pieces) for (let at = 0; at < piece.length;) at += writeSync(output, piece, at)
  } finally {
    closeSync(output)
  }
}
