import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from './driver.ts'
import {
  contentHashes,
  databaseFiles,
  hashOfFile,
  manifestFile,
  manifestSchema,
  peopleFile,
  roomsFile,
} from './backup-manifest.ts'

interface RestoreReport {
  rooms: number
  /** Where the data that stood there before was put; null where there was none. */
  setAside: string | null
}

/**
 * Puts a backup in place after checking every file and every document against its manifest. What was there before is
 * set aside, never deleted. Refuses while a server has the data open.
 * @throws Error with a sentence for the operator; the data folder is then as it was
 */
export async function restore(backup: string, dataFolder: string, nowMs: number): Promise<RestoreReport> {
  await verifyFiles(backup)
  const staging = join(dataFolder, '.restoring')
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  try {
    for (const name of databaseFiles) copyFileSync(join(backup, name), join(staging, name))
    const rooms = verifyContent(backup, staging)
    beginNewGeneration(join(staging, peopleFile), nowMs)
    const setAside = setOldAside(dataFolder, nowMs)
    for (const name of databaseFiles) renameSync(join(staging, name), join(dataFolder, name))
    return { rooms, setAside }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function readManifest(backup: string) {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(backup, manifestFile), 'utf8')))
  } catch {
    throw new Error(`${backup} ist keine lesbare Sicherung / is no readable backup`)
  }
}

async function verifyFiles(backup: string): Promise<void> {
  const { files } = readManifest(backup)
  for (const name of databaseFiles) {
    const path = join(backup, name)
    if (!existsSync(path) || (await hashOfFile(path)) !== files[name]) {
      throw new Error(`${path} ist beschädigt oder fehlt / is damaged or missing`)
    }
  }
}

/** Reads copies, so that the backup itself stays byte for byte what it was. */
function verifyContent(backup: string, staging: string): number {
  for (const name of databaseFiles) {
    const database = new Database(join(staging, name))
    const verdict = database.pragma('integrity_check', { simple: true })
    database.close()
    if (verdict !== 'ok') throw new Error(`${name} ist beschädigt / is damaged: ${String(verdict)}`)
  }
  const expected = readManifest(backup).rooms
  const { rooms: found } = contentHashes(join(staging, roomsFile))
  const wrong = Object.keys(expected).find((group) => found[group] !== expected[group])
  if (wrong) throw new Error(`Raum ${wrong} stimmt nicht mit der Sicherung überein / differs from the backup`)
  return Object.keys(found).length
}

/**
 * The documents went back in time, and copies on people's devices did not: merged, they would bring back a part of what
 * the backup does not know, in the name of whoever comes first (docs/decisions/0028). The time makes the number one
 * that no copy has, even where the former database is lost.
 */
function beginNewGeneration(path: string, nowMs: number): void {
  const database = new Database(path)
  try {
    database.prepare('UPDATE groups SET generation = max(generation + 1, ?)').run(nowMs)
  } finally {
    database.close()
  }
}

function setOldAside(dataFolder: string, nowMs: number): string | null {
  const present = databaseFiles.filter((name) => existsSync(join(dataFolder, name)))
  if (present.length === 0) return null
  for (const name of present) closeLog(join(dataFolder, name))
  const aside = join(dataFolder, `before-restore-${new Date(nowMs).toISOString().replaceAll(':', '-')}`)
  mkdirSync(aside, { mode: 0o700 })
  for (const name of present) renameSync(join(dataFolder, name), join(aside, name))
  return aside
}

/** Folds the write-ahead log into the file; SQLite refuses that while anybody else has it open. */
function closeLog(path: string): void {
  const database = new Database(path, { timeout: 500 })
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = DELETE')
  } catch {
    throw new Error('Halten Sie Werkraum zuerst an / stop Werkraum first')
  } finally {
    database.close()
  }
}
