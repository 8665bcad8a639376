import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

interface Offer {
  /** Null where there is an account already. */
  setUpUrl: string | null
  dataFolder: string
  isTerminal: boolean
}

/** Holds the link until the next start; only the server's own user can read it. */
export const setUpFile = 'set-up-link.txt'

/**
 * Tells the operator how to get in; null when somebody is in already. The link makes whoever has it the first account,
 * so it is shown on a terminal, and kept in a file where what is printed goes into a journal that others read and
 * keep.
 */
export async function offerSetUp({ setUpUrl, dataFolder, isTerminal }: Offer): Promise<string | null> {
  const file = join(dataFolder, setUpFile)
  await rm(file, { force: true })
  if (setUpUrl === null) return null
  const lead = '  Einrichten / set up (gilt 24 Stunden, einmal / valid 24 hours, once):'
  if (isTerminal) return `${lead}\n  ${setUpUrl}\n`
  await writeFile(file, `${setUpUrl}\n`, { mode: 0o600 })
  return `${lead}\n  Der Link steht in / the link is in ${file}\n`
}
