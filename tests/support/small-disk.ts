import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A real file system that can be full. */
export interface SmallDisk {
  folder: string
  fill(): void
  free(): void
  unmount(): void
}

/** Mounts one over an existing folder; null where this user may not mount. */
export function mountSmallDisk(folder: string, bytes: number): SmallDisk | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    // Not root, or a container without the right to mount
    return null
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => fillUp(ballast),
    free: () => rmSync(ballast),
    unmount: () => void execFileSync('umount', [folder]),
  }
}

/** Leaves not one byte. */
function fillUp(ballast: string): void {
  for (let bytes = 1024 * 1024; bytes >= 1;) {
    try {
      writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      bytes = Math.floor(bytes / 2)
    }
  }
}
