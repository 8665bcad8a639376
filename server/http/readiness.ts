import type { Platform } from './platform.ts'

/**
 * Null while the installation can serve and store; otherwise why not, for the log. Rooms write to a file of their own,
 * so both files are asked.
 */
export async function readiness({ people, metrics }: Platform): Promise<string | null> {
  if (!metrics.storageWritable) return 'changes in rooms cannot be stored'
  try {
    await people.ping()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  }
}
