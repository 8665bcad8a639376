import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { openRoomLogs, type RoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { MemoryDraftVault } from '#server/adapters/memory/draft-vault.ts'
import { draftVaultContract } from './draft-vault.ts'
import { eventLogContract } from './event-log.ts'
import { updateLogContract } from './update-log.ts'

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

async function openOnDisk(): Promise<RoomLogs> {
  const folder = await mkdtemp(join(tmpdir(), 'werkraum-logs-'))
  const logs = await openRoomLogs(join(folder, 'rooms.sqlite'))
  cleanUps.push(async () => {
    await logs.close()
    await rm(folder, { recursive: true })
  })
  return logs
}

updateLogContract('memory', () => Promise.resolve(new MemoryUpdateLog()))
updateLogContract('sqlite', async () => (await openOnDisk()).updateLog)
eventLogContract('memory', () => Promise.resolve(new MemoryEventLog()))
eventLogContract('sqlite', async () => (await openOnDisk()).eventLog)
draftVaultContract('memory', () => {
  const [updateLog, eventLog] = [new MemoryUpdateLog(), new MemoryEventLog()]
  return Promise.resolve({ updateLog, eventLog, vault: new MemoryDraftVault(updateLog, eventLog) })
})
draftVaultContract('sqlite', async () => {
  const { draftVault: vault, updateLog, eventLog } = await openOnDisk()
  return { vault, updateLog, eventLog }
})
