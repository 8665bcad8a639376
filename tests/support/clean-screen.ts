import { afterEach } from 'vitest'

if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react')
  // By itself only in the file that loads it first
  afterEach(cleanup)
  // What is loaded when it is needed may come late on a busy machine
  configure({ asyncUtilTimeout: 10_000 })
}
