import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { MemoryDraftVault } from '#server/adapters/memory/draft-vault.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { memoryDisk, sqliteDisk } from './disk.ts'
import { draftVaultContract } from './draft-vault.ts'
import { eventLogContract } from './event-log.ts'
import type { LogsOnDisk, OpenLogs } from './logs-on-disk.ts'
import { updateLogContract } from './update-log.ts'

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  // Files go after those who have them open
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** Memory is as durable as the process: whoever comes again, and whoever writes beside, finds the same logs. */
async function inMemory(): Promise<LogsOnDisk> {
  const { memory, disk } = memoryDisk()
  const [updateLog, eventLog] = [new MemoryUpdateLog(memory), new MemoryEventLog(memory)]
  const logs: OpenLogs = { updateLog, eventLog, vault: new MemoryDraftVault(updateLog, eventLog) }
  return { ...logs, disk, reopened: async () => logs, beside: async () => logs }
}

async function inSqlite(): Promise<LogsOnDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'werkraum-logs-'))
  const file = join(folder, 'rooms.sqlite')
  cleanUps.push(() => rm(folder, { recursive: true }))
  const open = async () => {
    const logs = await openRoomLogs(file)
    const close = () => logs.close()
    cleanUps.push(close)
    return { updateLog: logs.updateLog, eventLog: logs.eventLog, vault: logs.draftVault, close }
  }
  const { close, ...logs } = await open()
  const reopened = async () => {
    await close()
    return open()
  }
  return { ...logs, disk: sqliteDisk(() => file), reopened, beside: open }
}

for (const [name, open] of [['memory', inMemory] as const, ['sqlite', inSqlite] as const]) {
  updateLogContract(name, open)
  eventLogContract(name, open)
  draftVaultContract(name, open)
}
