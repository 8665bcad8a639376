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
  conflict: ['wird gerade von einem anderen Programm verwendet.', 'is in use by another program.'],
}

/** Why the program does not start, or stops badly: what an operator can act on, without a stack. */
export function startTrouble(error: unknown): string {
  if (error instanceof StorageError) return storageTrouble(error)
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return 'Der Port ist belegt; wählen Sie mit PORT einen anderen. / The port is taken; choose another by PORT.'
  }
  return `Werkraum: ${message || String(error)}`
}

function storageTrouble({ fault, place, message }: StorageError): string {
  const [de, en] = sentences[fault]
  return `${place ?? 'Werkraum'} ${de}\n${place ?? 'Werkraum'} ${en}\n(${message})`
}
