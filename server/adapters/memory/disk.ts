import { StorageError } from '#server/base/storage-error.ts'

/** What memory adapters stand on: it never refuses by itself, only where a test lets it. */
export class MemoryDisk {
  isFull = false

  /** Asked once before anything is changed. @throws StorageError `full` */
  write(): void {
    if (this.isFull) throw new StorageError('full', 'the disk is full')
  }
}
