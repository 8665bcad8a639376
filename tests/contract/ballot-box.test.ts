import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { MemoryBallotBox } from '#server/adapters/memory/ballot-box.ts'
import { SqliteBallotBox } from '#server/adapters/sqlite/ballot-box.ts'
import { systemClock } from '#server/base/system-clock.ts'
import type { BallotBox, BoxId } from '#server/ports/ballot-box.ts'
import { ballotBoxContract } from './ballot-box.ts'
import { memoryDisk, sqliteDisk } from './disk.ts'

const folders: string[] = []
const opened: BallotBox[] = []
afterEach(async () => {
  for (const box of opened.splice(0)) await box.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'werkraum-ballots-'))
  folders.push(folder)
  return folder
}
function onDisk(folder = dataFolder()): BallotBox {
  const box = new SqliteBallotBox(folder, systemClock)
  opened.push(box)
  return box
}

const id = { groupId: newId<GroupId>(), voteId: 'vote-1' }
const jana = newId<MemberId>()

ballotBoxContract('memory', () => {
  const { memory, disk } = memoryDisk()
  const box = new MemoryBallotBox(memory)
  return { box, diskOf: () => disk, reopened: () => Promise.resolve(box), beside: () => box }
})

ballotBoxContract('sqlite', () => {
  const folder = dataFolder()
  const box = onDisk(folder)
  const fileOf = ({ groupId, voteId }: BoxId) => join(folder, 'ballots', `${groupId}.${voteId}.sqlite`)
  return {
    box,
    diskOf: (id) => sqliteDisk(() => fileOf(id)),
    reopened: async () => {
      await box.close()
      return onDisk(folder)
    },
    beside: () => onDisk(folder),
  }
})

describe('S23 a box on the disk', () => {
  const bytesIn = (folder: string, part: string) =>
    Buffer.concat(readdirSync(join(folder, part)).map((name) => readFileSync(join(folder, part, name))))

  test('holds no member, no choice and no write-ahead log', async () => {
    const folder = dataFolder()
    const box = onDisk(folder)
    await box.open(id)
    await box.cast(id, jana, 'zuerst-dafür')
    await box.cast(id, jana, 'dann-dagegen')
    const bytes = bytesIn(folder, 'ballots')
    for (const secret of [jana, 'zuerst-dafür', 'dann-dagegen']) expect(bytes.includes(secret)).toBe(false)
    expect(await box.own(id, jana)).toBe('dann-dagegen')
    expect(readdirSync(join(folder, 'ballots'))).toEqual([`${id.groupId}.${id.voteId}.sqlite`])
    await box.close()
  })

  test('is as large whatever was chosen, and nothing to read with another key', async () => {
    const sizes = ['kurz', 'lang '.repeat(40)].map(async (choice) => {
      const folder = dataFolder()
      const box = onDisk(folder)
      await box.open(id)
      await box.cast(id, jana, choice)
      await box.close()
      return [folder, bytesIn(folder, 'ballots').length] as const
    })
    const [[one, size], [, other]] = (await Promise.all(sizes)) as [[string, number], [string, number]]
    expect(size).toBe(other)
    writeFileSync(join(one, 'ballot-keys', `${id.groupId}.${id.voteId}`), Buffer.alloc(32, 7))
    const box = onDisk(one)
    await expect(box.choices(id)).rejects.toMatchObject({ name: 'StorageError', fault: 'damaged' })
    await box.close()
  })

  test('is there again after a restart, and void without its key', async () => {
    const folder = dataFolder()
    const box = onDisk(folder)
    await box.open(id)
    await box.cast(id, jana, 'rot')
    await box.close()
    const again = onDisk(folder)
    expect(await again.own(id, jana)).toBe('rot')
    await again.close()
    rmSync(join(folder, 'ballot-keys', `${id.groupId}.${id.voteId}`))
    const keyless = onDisk(folder)
    expect(await keyless.turnout(id)).toBeNull()
    await keyless.close()
  })
})
