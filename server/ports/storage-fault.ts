/**
 * Why something could not be stored or read; every port rejects with a `StorageError` (`server/base`) that names one
 * of these, whatever database lies beneath. Anything else that a port rejects with is a bug.
 *
 * - `full`: there is no space; the same call succeeds once there is.
 * - `unavailable`: gone, read-only, busy or failing; the same call may succeed later.
 * - `conflict`: contradicts what is stored, or lost a race against another writer.
 * - `damaged`: what is stored is not what was written; trying again does not help.
 * - `newer`: written by a later version of the program.
 */
export type StorageFault = 'full' | 'unavailable' | 'conflict' | 'damaged' | 'newer'
