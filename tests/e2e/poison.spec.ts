import { expect } from '@playwright/test'
import * as Y from 'yjs'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { addNote } from '#tests/support/live-rooms.ts'
import { firstPageOf } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { poison, type Poison } from '#tests/support/poison.ts'
import { tellFigure } from './support/figure.ts'
import { test } from './support/fixtures.ts'
import { TO_OPEN_MS } from './support/room.ts'
import { text } from './support/texts.ts'

/** Markup that would run if it were ever taken for more than text. */
const markup = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'
const healthy = ['Gesunde Karte eins', 'Gesunde Karte zwei', `Gesunde Karte mit ${markup}`]
const formats = ['json', 'markdown', 'csv', 'xlsx']

test('S10 S14 a room whose database was poisoned shows what is healthy, on the board and in the list, and in every file @long', async ({
  installation,
  live,
  recording,
}) => {
  await installation.stop()
  const { count } = await writeIntoDatabase(installation.roomsFile, live.groupId as GroupId)
  await installation.run()

  const anna = await live.guest({ name: `Anna ${markup}` })
  for (const words of healthy) await expect(anna.card(words)).toBeVisible({ timeout: TO_OPEN_MS })
  await expect(anna.page.getByText(text('board.card.missing')).first()).toBeAttached()
  await anna.show('list')
  for (const words of healthy) await expect(anna.line(words)).toBeVisible()
  await anna.writeNote('Trotzdem geschrieben')
  await anna.saved()
  await anna.show('board')
  await expect(anna.card('Trotzdem geschrieben')).toBeVisible()

  for (const format of formats) {
    const file = await live.file(format)
    if (format !== 'xlsx') for (const words of healthy.slice(0, 2)) expect(file, format).toContain(words)
  }
  expect(recording.pageErrors).toEqual([])
  expect(
    await anna.page.evaluate(() => [
      (window as { ran?: number }).ran,
      ({} as { polluted?: boolean }).polluted,
    ]),
  ).toEqual([undefined, undefined])
  expect(recording.policyViolations).toEqual([])
  tellFigure(
    `Chromium: ${count} poisons, ${healthy.length} of ${healthy.length} healthy cards on board, list and in ${formats.length} formats, 0 page errors, 0 scripts run`,
  )
})

/** Writes healthy cards and poison behind the back of a server that is not running. */
async function writeIntoDatabase(file: string, groupId: GroupId): Promise<Poison> {
  const logs = await openRoomLogs(file)
  try {
    const doc = new Y.Doc()
    for (const update of (await logs.updateLog.load(groupId)).updates) Y.applyUpdate(doc, update)
    const pageId = firstPageOf(rootsOf(doc).board)!
    const known = Y.encodeStateVector(doc)
    for (const words of healthy) addNote(doc, words, pageId)
    const written = poison(doc, pageId)
    await logs.updateLog.append([{ groupId, update: Y.encodeStateAsUpdate(doc, known), newClients: [] }])
    return written
  } finally {
    await logs.close()
  }
}
