import { readConfig } from './config.ts'
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { complaintAbout, readWords, unknownWord } from './config-help.ts'
import { startTrouble } from './start-trouble.ts'
import { backUp } from '#server/adapters/sqlite/backup.ts'
import { restore } from '#server/adapters/sqlite/restore.ts'

const usage =
  'npm run backup -- <neuer Ordner / new folder>\nnpm run restore -- <Ordner der Sicherung / folder of a backup>\n'

/** Entry of `npm run backup` and `npm run restore`; both read WERKRAUM_DATA as the server does. */
async function runBackupCommand([command, ...words]: string[]): Promise<number> {
  const asked = readWords(words, 1)
  if (asked.type === 'help') {
    process.stdout.write(usage)
    return 0
  }
  if (asked.type === 'unknown') {
    process.stderr.write(`${unknownWord(asked.word)}\n${usage}`)
    return 2
  }
  const [folder] = asked.words
  const config = readConfig(process.env)
  if (!config.ok) {
    for (const wrong of config.refusal) process.stderr.write(`${complaintAbout(wrong)}\n`)
    return 2
  }
  if (!folder || (command !== 'backup' && command !== 'restore')) {
    process.stderr.write(usage)
    return 2
  }
  try {
    if (command === 'backup') await sayBackup(config.value.dataFolder, folder)
    else await sayRestore(folder, config.value.dataFolder)
    return 0
  } catch (error) {
    process.stderr.write(`${startTrouble(error)}\n`)
    return 1
  }
}

async function sayBackup(dataFolder: string, target: string): Promise<void> {
  if (isInside(await realPlace(target), await realPlace(dataFolder))) {
    throw new Error(
      `${target} liegt im Datenordner und ginge mit ihm verloren; nehmen Sie einen anderen Ort. / is inside the data folder and would be lost with it; choose another place.`,
    )
  }
  const { manifest, unreadable } = await backUp(dataFolder, target, Date.now())
  const rooms = Object.keys(manifest.rooms).length
  process.stdout.write(`${target}: ${rooms} Räume gesichert und geprüft / rooms saved and verified\n`)
  for (const group of unreadable) {
    process.stderr.write(
      `Raum ${group} ist nicht lesbar, wurde aber mitgesichert / cannot be read, was copied\n`,
    )
  }
}

async function sayRestore(backup: string, dataFolder: string): Promise<void> {
  const { rooms, setAside } = await restore(backup, dataFolder, Date.now())
  process.stdout.write(`${dataFolder}: ${rooms} Räume wiederhergestellt / rooms restored\n`)
  if (setAside) process.stdout.write(`Die bisherigen Daten liegen in / the former data is in ${setAside}\n`)
}

/** Where a path leads once its links are followed; its last parts need not exist yet. */
async function realPlace(path: string): Promise<string> {
  const whole = resolve(path)
  if (whole === dirname(whole)) return whole
  return realpath(whole).catch(async () => join(await realPlace(dirname(whole)), basename(whole)))
}

const isInside = (path: string, folder: string) => path === folder || path.startsWith(folder + sep)

process.exitCode = await runBackupCommand(process.argv.slice(2))
