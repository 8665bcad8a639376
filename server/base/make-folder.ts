import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * A folder for us alone, with those above it where they are missing. Step by step: where a file system answers that a
 * folder does not exist while it does (`/proc`), Node's own recursion never ends.
 * @throws Error of the file system
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let at = folder; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at)
  for (const each of missing) mkdirSync(each, { mode: 0o700 })
  // What is there and no folder is refused by name
  if (missing.length === 0) mkdirSync(folder, { recursive: true, mode: 0o700 })
}
