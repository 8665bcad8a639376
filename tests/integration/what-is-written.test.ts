import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '#server/adapters/sqlite/driver.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { openRoomLogs, type RoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { projectRoot } from '#tests/support/module-graph.ts'
import { addNote, preparedDocument } from '#tests/support/live-rooms.ts'
import { tellFigure } from '#tests/support/figures.ts'

const page = readFileSync(join(projectRoot, 'docs', 'storage.md'), 'utf8')

let folder: string
let logs: RoomLogs
const file = () => join(folder, 'rooms.sqlite')
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-written-'))
  logs = await openRoomLogs(file())
})
afterEach(async () => {
  await logs.close()
  rmSync(folder, { recursive: true })
})

it('docs/storage.md names every table there is, and no other', () => {
  const tablesOf = (path: string) => {
    const database = new Database(path, { readonly: true })
    const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
    const tables = database.prepare<[], string>(sql).pluck().all()
    database.close()
    return tables
  }
  const people = join(folder, 'werkraum.sqlite')
  openDatabase(people, peopleMigrations).close()
  const named = [...page.matchAll(/^\| `([a-z_]+)` +\|/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual([...tablesOf(people), ...tablesOf(file()), 'ballots'].sort())
})

/** "12 rows" and the like out of the sentence about it. */
function told(sentence: RegExp): number {
  const [, number] = sentence.exec(page) ?? []
  if (number === undefined) throw new Error(`docs/storage.md does not say ${sentence.source}`)
  return Number(number.replaceAll(',', ''))
}

/** Frames of a write-ahead log, and how many of them end a commit. */
function framesOf(path: string): { frames: number; commits: number } {
  const [HEADER, FRAME] = [32, 24 + 4096]
  const bytes = readFileSync(path)
  const frames = (bytes.length - HEADER) / FRAME
  // A frame that ends a commit says how long the database is then
  const ends = Array.from({ length: frames }, (_, n) => bytes.readUInt32BE(HEADER + n * FRAME + 4))
  return { frames, commits: ends.filter((pages) => pages > 0).length }
}

it('a moved note writes what docs/storage.md says', async (context) => {
  const doc = new Y.Doc()
  const groupId = newId<GroupId>()
  const store = async (change: () => void) => {
    const known = Y.encodeStateVector(doc)
    change()
    const update = Y.encodeStateAsUpdate(doc, known)
    await logs.updateLog.append([{ groupId, update, newClients: [] }])
  }
  let shapeId = ''
  await store(() => Y.applyUpdate(doc, preparedDocument()))
  await store(() => ({ shapeId } = addNote(doc, 'ein Zettel')))
  const reader = new Database(file(), { readonly: true })
  const sql = 'SELECT count(*) AS rows, coalesce(sum(length(data)), 0) AS bytes FROM updates'
  const stored = () => reader.prepare<[], { rows: number; bytes: number }>(sql).get()!
  const log = () => ({ ...framesOf(`${file()}-wal`), bytes: statSync(`${file()}-wal`).size })

  const [before, logBefore] = [stored(), log()]
  await store(() => rootsOf(doc).board.get(shapeId)!.set('xy', [312.5, 740.25]))
  const [after, logAfter] = [stored(), log()]
  reader.close()

  const rows = after.rows - before.rows
  const bytes = after.bytes - before.bytes
  const commits = logAfter.commits - logBefore.commits
  const logBytes = logAfter.bytes - logBefore.bytes
  tellFigure(context, `${rows} row of ${bytes} bytes, ${commits} commit, ${logBytes} bytes of log`)
  expect(rows).toBe(told(/\*\*([\d,]+) row\*\*/))
  expect(commits).toBe(told(/\*\*([\d,]+) commit\*\*/))
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(told(/at most\s+\*\*([\d,]+) bytes\*\*/))
  expect(logBytes).toBeGreaterThan(0)
  expect(logBytes).toBeLessThanOrEqual(told(/at most\s+\*\*([\d,]+) bytes of write-ahead log\*\*/))
})
