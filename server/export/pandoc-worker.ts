import { answerJobs } from '#server/base/process.ts'
import type { PandocJob } from './pandoc.ts'

/**
 * Entry of a program of its own around Pandoc, which is under the GPL: it is handed options and files and answers one file.
 * Nothing of ours is in it but this border (docs/decisions/0072).
 */
answerJobs(async ({ options, input, files }: PandocJob) => {
  const { convert } = await import('pandoc-wasm')
  const given = Object.entries(files).map(
    ([name, bytes]) => [name, new Blob([Uint8Array.from(bytes)])] as const,
  )
  const { files: written } = await convert(options, input, Object.fromEntries(given))
  const blob = written[options['output-file']]
  return blob ? new Uint8Array(await blob.arrayBuffer()) : null
})
