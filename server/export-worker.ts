import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Database } from './adapters/sqlite/driver.ts'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { accepted } from '#shared/base/result.ts'
import { SqliteAssetStore } from '#server/adapters/sqlite/asset-store.ts'
import { SqliteHouseStore } from '#server/adapters/sqlite/house-store.ts'
import { SqlitePlanStore } from '#server/adapters/sqlite/plan-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { asking } from '#server/adapters/sqlite/storage-errors.ts'
import { RoomStatements } from '#server/adapters/sqlite/update-log-statements.ts'
import { answerJobs } from '#server/base/process.ts'
import type { Answers, Job } from '#server/export/jobs.ts'
import { glimpseOf } from '#server/export/glimpse.ts'
import { houseOf } from '#server/export/house.ts'
import { OperatorHouse } from '#server/export/operator-house.ts'
import { previewOf } from '#server/export/preview.ts'
import { gatherMaterial, type Material } from '#server/export/material.ts'
import { checkedTemplate, triedTemplate } from '#server/export/incoming/house-template.ts'
import { readProtocol } from '#server/export/incoming/read-protocol.ts'
import { isOffice, officeGetsReady, officeIsDone } from '#server/export/pandoc.ts'
import { readImport } from '#server/export/read-import.ts'
import {
  headlinesOf,
  precedentsIn,
  publicationIn,
  releaseCheckOf,
  standingsIn,
  toldOutsideOf,
} from '#server/export/leaving-of.ts'
import { resultsOf } from '#server/export/results-of.ts'
import { screenContentOf } from '#server/export/screen-content.ts'
import { summaryDraftOf } from '#server/export/summary-draft.ts'
import { Making } from '#server/export/making.ts'
import { writeFile } from '#server/export/write-file.ts'

/**
 * Entry of the process for big files. It reads the databases itself, because readers hold up no writer: what is stored is
 * what everybody was told is safe, and the rooms' process has no part in it.
 */
answerJobs((job: Job) => {
  switch (job.type) {
    case 'write':
      return write(job)
    case 'preview':
      return preview(job)
    case 'check':
      return check(job)
    case 'project':
      return project(job)
    case 'precedents':
      return withMaterial(job, precedentsIn)
    case 'standings':
      return withMaterial(job, standingsIn)
    case 'publication':
      return withMaterial(job, (material) => publicationIn(material, job.published))
    case 'headlines':
      return withMaterial(job, (material) => headlinesOf(material, job.chosen))
    case 'minutes':
      return withMaterial(job, (material) => new Making(material, job.settings, '').minutes())
    case 'summary':
      return withMaterial(job, summaryDraftOf)
    case 'screen':
      return screen(job)
    case 'results':
      return withMaterial(job, (material) => resultsOf(material, job.chosen))
    case 'glimpse':
      return glimpse(job)
    case 'read':
      return readImport(job.file, job.folder)
    case 'template':
      return checkedTemplate({ ...job, bytes: readFileSync(job.file) }, dirname(job.file))
    case 'trial':
      return tryTemplate(job)
    case 'protocol':
      return readProtocol(job.file, job.format)
  }
})

type JobOf<Type extends Job['type']> = Extract<Job, { type: Type }>

function write(job: JobOf<'write'>): Promise<Answers['write']> {
  return withMaterial(job, async (material) => {
    const file = openSync(job.target, 'wx', 0o600)
    if (isOffice(job.settings.format)) officeGetsReady(job.settings.format)
    try {
      const written = await writeFile(material, job.settings, {
        write: (bytes) => writeAll(file, bytes),
        folder: dirname(job.target),
      })
      return written && { ...written, sizeBytes: fstatSync(file).size }
    } finally {
      closeSync(file)
      officeIsDone()
    }
  })
}

function preview(job: JobOf<'preview'>): Promise<Answers['preview']> {
  mkdirSync(job.folder, { mode: 0o700 })
  return withMaterial(job, (material) => previewOf(material, job.settings, job.folder))
}

async function tryTemplate(job: JobOf<'trial'>): Promise<Answers['trial']> {
  const given = { ...job, bytes: readFileSync(job.file) }
  const tried = await triedTemplate(given, job.language, dirname(job.file))
  if (!tried.ok) return tried
  const { document } = tried.value
  writeFileSync(job.target, document, { flag: 'wx', mode: 0o600 })
  return accepted({ sizeBytes: document.byteLength })
}

const check = (job: JobOf<'check'>): Promise<Answers['check']> => withMaterial(job, releaseCheckOf)

const project = (job: JobOf<'project'>): Promise<Answers['project']> =>
  withMaterial(job, (material) => toldOutsideOf(material, job.texts))

const screen = (job: JobOf<'screen'>): Promise<Answers['screen']> =>
  withMaterial(job, (material) => screenContentOf(material, job.wanted))

const glimpse = (job: JobOf<'glimpse'>): Promise<Answers['glimpse']> =>
  withMaterial(job, (material) => glimpseOf(material, job.pageId))

/** Opens the databases for as long as something is made of what they hold. */
async function withMaterial<Made>(
  job: JobOf<
    | 'write'
    | 'preview'
    | 'check'
    | 'project'
    | 'precedents'
    | 'standings'
    | 'publication'
    | 'headlines'
    | 'screen'
    | 'glimpse'
    | 'minutes'
    | 'summary'
    | 'results'
  >,
  make: (material: Material) => Made | Promise<Made>,
): Promise<Made> {
  const people = openToRead(job, 'werkraum.sqlite')
  try {
    const rooms = openToRead(job, 'rooms.sqlite')
    try {
      const statements = new RoomStatements(rooms)
      const operators = new OperatorHouse(job.dataFolder)
      const sources = {
        people: new SqlitePeopleStore(people),
        assets: new SqliteAssetStore(people),
        plans: new SqlitePlanStore(people),
        houses: (workshopId: WorkshopId) => houseOf(new SqliteHouseStore(people), workshopId, operators),
        documents: {
          load: async (groupId: GroupId) => statements.load(groupId),
          versions: async (groupId: GroupId) => statements.versions(groupId),
        },
        events: { load: async (groupId: GroupId) => statements.events(groupId) },
      }
      return await make(await gatherMaterial(sources, job))
    } finally {
      rooms.close()
    }
  } finally {
    people.close()
  }
}

function openToRead({ dataFolder }: { dataFolder: string }, name: string): Database {
  const file = join(dataFolder, name)
  return asking(() => new Database(file, { readonly: true, fileMustExist: true }), file)
}

/** A write may take less than it was given. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
