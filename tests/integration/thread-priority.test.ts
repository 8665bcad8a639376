import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOW_PRIORITY, startThread, type ThreadOptions } from '#server/ports/thread.ts'

const source = new URL('../support/caller.ts', import.meta.url).href
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-thread-'))
  const built = `import { getPriority } from 'node:os'
    import { parentPort } from 'node:worker_threads'
    parentPort.postMessage(getPriority(0))`
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'priority-worker.js'), built)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function priorityOf(caller: string, options: ThreadOptions): Promise<number> {
  const worker = startThread(caller, 'priority-worker', options)
  const [priority] = (await once(worker, 'message')) as [number]
  await worker.terminate()
  return priority
}

describe.runIf(process.platform === 'linux')('a thread that may give way', () => {
  const ways = { 'from source': () => source, built: () => pathToFileURL(join(folder, 'main.js')).href }

  for (const [name, caller] of Object.entries(ways)) {
    it(`runs at low priority, ${name}, and everybody else as before`, async () => {
      const before = getPriority(0)
      expect(await priorityOf(caller(), { priority: 'low' })).toBe(LOW_PRIORITY)
      expect(getPriority(0)).toBe(before)
      expect(await priorityOf(caller(), {})).toBe(before)
    })
  }
})
