import { StorageError } from '#server/base/storage-error.ts'
import type { StorageFault } from '#server/ports/storage-fault.ts'

/** What is wrong with a file, and what an operator can do about it. */
const sentences: Record<StorageFault, readonly [de: string, en: string]> = {
  damaged: [
    'ist beschädigt und lässt sich nicht öffnen. Spielen Sie eine Sicherung ein: npm run restore -- <Ordner>',
    'is damaged and cannot be opened. Put a backup in place: npm run restore -- <folder>',
  ],
  newer: [
    'wurde von einer neueren Version von Werkraum geschrieben. Starten Sie diese, oder spielen Sie eine ältere Sicherung ein.',
    'was written by a newer version of Werkraum. Start that one, or put an older backup in place.',
  ],
  full: [
    'kann nicht geschrieben werden, weil kein Platz mehr ist.',
    'cannot be written: there is no space left.',
  ],
  unavailable: [
    'lässt sich nicht öffnen oder beschreiben. Prüfen Sie den Ordner, seine Rechte und den Datenträger.',
    'cannot be opened or written. Check the folder, its permissions and the disk.',
  ],
  conflict: [
    'wird schon von einem laufenden Werkraum benutzt. Halten Sie diesen zuerst an, oder wählen Sie mit WERKRAUM_DATA einen anderen Ordner.',
    'is in use by a Werkraum that is running. Stop that one first, or choose another folder by WERKRAUM_DATA.',
  ],
}

/** Why the program does not start, or stops badly: what an operator can act on, without a stack. */
export function startTrouble(error: unknown): string {
  if (error instanceof StorageError) return storageTrouble(error)
  const { code = '', message, path, address, syscall } = error as SystemTrouble
  const sentence = syscall === 'listen' ? portSentences[code] : pathSentences[code]
  return sentence ? `${path ?? address ?? message}: ${sentence}` : `Werkraum: ${message || String(error)}`
}

type SystemTrouble = NodeJS.ErrnoException & { address?: string }

const portSentences: Record<string, string> = {
  EADDRINUSE:
    'Der Port ist belegt; wählen Sie mit PORT einen anderen. / The port is taken; choose another by PORT.',
  EACCES:
    'Diesen Port darf das Benutzerkonto nicht öffnen; wählen Sie mit PORT einen über 1023. / This user may not open the port; choose one above 1023 by PORT.',
  EADDRNOTAVAIL:
    'Diese Adresse hat der Rechner nicht; ändern Sie HOST. / This machine does not have that address; change HOST.',
}

const denied = 'Dafür fehlt die Berechtigung. / There is no permission for it.'
const noFolder = 'Das ist kein Ordner. / That is not a folder.'
const pathSentences: Record<string, string> = {
  EACCES: denied,
  EPERM: denied,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  ENOENT: 'Das gibt es nicht und lässt sich nicht anlegen. / It does not exist and cannot be made.',
  EROFS: 'Dort lässt sich nur lesen. / It is read-only there.',
  ENOSPC: 'Dort ist kein Platz mehr. / There is no space left.',
}

function storageTrouble({ fault, place, message }: StorageError): string {
  const [de, en] = sentences[fault]
  return `${place ?? 'Werkraum'} ${de}\n${place ?? 'Werkraum'} ${en}\n(${message})`
}
