import { StorageError } from '#server/base/storage-error.ts'
import type { StorageFault } from '#server/ports/storage-fault.ts'

/** What SQLite's result codes and the file system's mean; extended codes (`SQLITE_IOERR_WRITE`) begin like theirs. */
const faults: readonly [code: RegExp, fault: StorageFault][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
  [/^(SQLITE_(CORRUPT|NOTADB|FORMAT))/, 'damaged'],
  [/^SQLITE_(CONSTRAINT|BUSY_SNAPSHOT)/, 'conflict'],
  [/^SQLITE_(IOERR|READONLY|BUSY|LOCKED|CANTOPEN|PERM|NOLFS)/, 'unavailable'],
  [/^(EIO|EROFS|EACCES|EPERM|EMFILE|ENFILE)$/, 'unavailable'],
]

/** Names the fault where storage is to blame; everything else is a bug and stays what it is. */
export function storageErrorOf(error: unknown, place?: string): unknown {
  if (error instanceof StorageError || !(error instanceof Error)) return error
  const { code } = error as NodeJS.ErrnoException
  const fault = faults.find(([pattern]) => pattern.test(code ?? ''))?.[1]
  if (fault === undefined) return error
  return new StorageError(fault, `${code}: ${error.message}`, {
    cause: error,
    ...(place === undefined ? {} : { place }),
  })
}

/** Runs something that asks SQLite. @throws StorageError */
export function asking<Value>(run: () => Value, place?: string): Value {
  try {
    return run()
  } catch (error) {
    throw storageErrorOf(error, place)
  }
}
