import type { StorageFault } from '#server/ports/storage-fault.ts'

interface Circumstances {
  /** What the adapter's own library threw. */
  cause?: unknown
  /** The file or server concerned, for the operator. */
  place?: string
}

/** Storage did not do what it was asked. The message is for the log and never holds what people wrote. */
export class StorageError extends Error {
  readonly fault: StorageFault
  readonly place: string | null

  constructor(fault: StorageFault, message: string, { cause, place }: Circumstances = {}) {
    super(message, { cause })
    this.name = 'StorageError'
    this.fault = fault
    this.place = place ?? null
  }

  /** Whether the same call may succeed later without anybody mending what is stored. */
  get isPassing(): boolean {
    return this.fault === 'full' || this.fault === 'unavailable' || this.fault === 'conflict'
  }
}

/** What a store or the file system says of itself in an error; null for everything else. */
export function storageFaultOf(error: unknown): StorageFault | null {
  if (error instanceof StorageError) return error.fault
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : null
}
