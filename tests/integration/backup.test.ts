import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { canonicalContent } from '#shared/document/canonical.ts'
import { backUp } from '#server/adapters/sqlite/backup.ts'
import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { restore } from '#server/adapters/sqlite/restore.ts'
import { openRoomLogs, type RoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { tellFigure } from '#tests/support/figures.ts'

const groupId = newId<GroupId>()
const hashOf = (doc: Y.Doc) => createHash('sha256').update(canonicalContent(doc)).digest('hex')

let folder: string
let data: string
let logs: RoomLogs

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-backup-'))
  data = join(folder, 'data')
  openDatabase(join(data, 'werkraum.sqlite'), peopleMigrations).close()
  logs = await openRoomLogs(join(data, 'rooms.sqlite'))
})

afterEach(async () => {
  await logs.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A room that is written to until told to stop; knows the hash of every state that was ever durable. */
function busyRoom() {
  const doc = new Y.Doc()
  const pending: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void pending.push(update))
  const committed = new Set<string>()
  let isOn = true
  const write = async () => {
    for (let n = 0; isOn; n++) {
      doc.getMap('artefacts').set(`card-${n % 50}`, new Y.Map([['n', n]]))
      const update = Y.mergeUpdates(pending.splice(0))
      await logs.updateLog.append([{ groupId, update, newClients: [] }])
      committed.add(hashOf(doc))
    }
  }
  const done = write()
  const stop = () => {
    isOn = false
    return done
  }
  return { committed, stop, doc }
}

describe('backup and restore', () => {
  test('R17 a backup made under load holds a committed state, and restoring it elsewhere gives exactly that', async (context) => {
    const room = busyRoom()
    await expect.poll(() => room.committed.size).toBeGreaterThan(20)
    const { manifest } = await backUp(data, join(folder, 'backup'), 1)
    await expect.poll(() => room.committed.size).toBeGreaterThan(40)
    await room.stop()
    expect(room.committed).toContain(manifest.rooms[groupId])

    const elsewhere = join(folder, 'elsewhere')
    expect(await restore(join(folder, 'backup'), elsewhere, 2)).toEqual({ rooms: 1, setAside: null })
    const restored = await openRoomLogs(join(elsewhere, 'rooms.sqlite'))
    const doc = new Y.Doc()
    for (const update of (await restored.updateLog.load(groupId)).updates) Y.applyUpdate(doc, update)
    await restored.close()
    expect(hashOf(doc)).toBe(manifest.rooms[groupId])
    tellFigure(context, `equal to one of ${room.committed.size} committed states, also once restored`)
  })

  test('R18 after a restore every room is of a new generation, so that copies of its future are not merged into its past', async () => {
    const generations = (folder: string) => {
      const people = openDatabase(join(folder, 'werkraum.sqlite'), peopleMigrations)
      const rows = people.prepare('SELECT generation FROM groups').pluck().all()
      people.close()
      return rows
    }
    const people = openDatabase(join(data, 'werkraum.sqlite'), peopleMigrations)
    people.pragma('foreign_keys = OFF')
    people.exec(`INSERT INTO groups (id, workshop_id, kind, name, position, generation)
      VALUES ('${groupId}', '${newId()}', 'project', 'Gruppe', 0, 1)`)
    people.close()
    await backUp(data, join(folder, 'backup'), 1)
    await logs.close()
    const times = [Date.now(), Date.now() + 1, 5]
    const seen = []
    for (const at of times) {
      await restore(join(folder, 'backup'), join(folder, `restored-${at}`), at)
      seen.push(...generations(join(folder, `restored-${at}`)))
    }
    expect(seen).toEqual(times)
    expect(generations(data)).toEqual([1])
  })

  test('a damaged backup is refused and leaves the data as it was', async () => {
    const room = busyRoom()
    await expect.poll(() => room.committed.size).toBeGreaterThan(3)
    await room.stop()
    await backUp(data, join(folder, 'backup'), 1)
    appendFileSync(join(folder, 'backup', 'rooms.sqlite'), 'x')
    const before = readdirSync(data)
    await expect(restore(join(folder, 'backup'), data, 2)).rejects.toThrow('beschädigt')
    expect(readdirSync(data)).toEqual(before)
  })

  test('a restore is refused while the data is in use, and afterwards sets the former data aside', async () => {
    await backUp(data, join(folder, 'backup'), 1)
    await expect(restore(join(folder, 'backup'), data, 2)).rejects.toThrow('Halten Sie Werkraum zuerst an')
    await logs.close()
    const { setAside } = await restore(join(folder, 'backup'), data, 3)
    expect(existsSync(join(setAside!, 'rooms.sqlite'))).toBe(true)
    expect(existsSync(join(data, 'rooms.sqlite'))).toBe(true)
  })

  test('a backup never overwrites another', async () => {
    await backUp(data, join(folder, 'backup'), 1)
    await expect(backUp(data, join(folder, 'backup'), 2)).rejects.toThrow('gibt es schon')
  })
})
