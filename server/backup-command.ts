import { readConfig } from './config.ts'
import { complaintAbout } from './config-help.ts'
import { backUp } from '#server/adapters/sqlite/backup.ts'
import { restore } from '#server/adapters/sqlite/restore.ts'

const usage =
  'npm run backup -- <neuer Ordner / new folder>\nnpm run restore -- <Ordner der Sicherung / folder of a backup>\n'

/** Entry of `npm run backup` and `npm run restore`; both read WERKRAUM_DATA as the server does. */
export async function runBackupCommand([command, folder]: string[]): Promise<number> {
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
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function sayBackup(dataFolder: string, target: string): Promise<void> {
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

process.exitCode = await runBackupCommand(process.argv.slice(2))
