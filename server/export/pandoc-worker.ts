import { answerOneJob } from '#server/base/process.ts'
import type { PandocJob } from './pandoc.ts'

/**
 * Entry of a program of its own around Pandoc, which is under the GPL: it is handed a tree and files and answers one file.
 * Nothing of ours is in it but this border (docs/decisions/0072).
 */
answerOneJob(async ({ tree, to, files, options }: PandocJob) => {
  const { convert } = await import('pandoc-wasm')
  const given = Object.entries(files).map(
    ([name, bytes]) => [name, new Blob([Uint8Array.from(bytes)])] as const,
  )
  const output = `out.${to}`
  const { files: written } = await convert(
    { ...options, from: 'json', to, standalone: true, 'output-file': output },
    tree,
    Object.fromEntries(given),
  )
  const blob = written[output]
  if (!blob) throw new Error('pandoc wrote nothing')
  return new Uint8Array(await blob.arrayBuffer())
})
