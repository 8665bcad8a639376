import { afterEach } from 'vitest'

/** Testing Library does it by itself only in the file that loads it first. */
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
