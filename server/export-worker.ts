import { closeSync, fstatSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { SqliteAssetStore } from '#server/adapters/sqlite/asset-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { asking } from '#server/adapters/sqlite/storage-errors.ts'
import { RoomStatements } from '#server/adapters/sqlite/update-log-statements.ts'
import { answerOneJob } from '#server/base/process.ts'
import type { Answers, Job } from '#server/export/jobs.ts'
import { gatherMaterial } from '#server/export/material.ts'
import { readImport } from '#server/export/read-import.ts'
import { writeFile } from '#server/export/write-file.ts'

/**
 * Entry of the process for big files. It reads the databases itself, because readers hold up no writer: what is stored is
 * what everybody was told is safe, and the rooms' process has no part in it.
 */
answerOneJob((job: Job) => (job.type === 'write' ? write(job) : readImport(job.file, job.folder)))

type WriteJob = Extract<Job, { type: 'write' }>

async function write(job: WriteJob): Promise<Answers['write']> {
  const people = openToRead(job, 'werkraum.sqlite')
  const rooms = openToRead(job, 'rooms.sqlite')
  const file = openSync(job.target, 'wx', 0o600)
  try {
    const statements = new RoomStatements(rooms)
    const material = await gatherMaterial(
      {
        people: new SqlitePeopleStore(people),
        assets: new SqliteAssetStore(people),
        documents: {
          load: async (groupId) => statements.load(groupId),
          versions: async (groupId) => statements.versions(groupId),
        },
        events: { load: async (groupId) => statements.events(groupId) },
      },
      job,
    )
    await writeFile(material, job.settings, (bytes) => writeAll(file, bytes))
    return fstatSync(file).size
  } finally {
    closeSync(file)
    people.close()
    rooms.close()
  }
}

function openToRead({ dataFolder }: WriteJob, name: string): Database.Database {
  const file = join(dataFolder, name)
  return asking(() => new Database(file, { readonly: true, fileMustExist: true }), file)
}

/** A write may take less than it was given. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
