import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from './driver.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { makeFolder } from '#server/base/make-folder.ts'
import {
  contentHashes,
  databaseFiles,
  hashOfFile,
  manifestFile,
  roomsFile,
  type Manifest,
} from './backup-manifest.ts'

interface BackupReport {
  manifest: Manifest
  /** Rooms whose stored bytes cannot be read; copied all the same. */
  unreadable: GroupId[]
}

/**
 * Copies an installation into a new folder while it runs. Each file is one consistent state (`VACUUM INTO` reads
 * inside one transaction; SQLite's backup interface would start over with every commit of a busy server). People are
 * copied before rooms, so that no workshop is missing its documents. The folder appears complete or not at all.
 * @throws Error with a sentence for the operator
 */
export async function backUp(dataFolder: string, target: string, nowMs: number): Promise<BackupReport> {
  if (existsSync(target)) throw new Error(`${target} gibt es schon / exists already`)
  const missing = databaseFiles.find((name) => !existsSync(join(dataFolder, name)))
  if (missing) throw new Error(`${join(dataFolder, missing)} fehlt / is missing`)
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  makeFolder(unfinished)
  for (const name of databaseFiles) copyDatabase(join(dataFolder, name), join(unfinished, name))
  const { rooms, unreadable } = contentHashes(join(unfinished, roomsFile))
  const files: Manifest['files'] = {}
  for (const name of databaseFiles) files[name] = await hashOfFile(join(unfinished, name))
  const manifest: Manifest = { format: 1, madeAt: nowMs, files, rooms }
  writeFileSync(join(unfinished, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`)
  renameSync(unfinished, target)
  return { manifest, unreadable }
}

function copyDatabase(from: string, to: string): void {
  const database = new Database(from, { readonly: true, timeout: 10_000 })
  try {
    database.prepare('VACUUM INTO ?').run(to)
  } finally {
    database.close()
  }
}
