import { afterAll, afterEach } from 'vitest'
import { toasts } from '#client/ui/toasts.ts'

if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react')
  // What is loaded when it is needed may come late on a busy machine
  configure({ asyncUtilTimeout: 10_000 })
  // By itself only in the file that loads it first
  afterEach(cleanup)
  // The next file finds the screen and the messages as a browser has them that was just opened
  afterAll(() => {
    document.body.replaceChildren()
    for (const { id } of toasts.snapshot()) toasts.dismiss(id)
  })
}
