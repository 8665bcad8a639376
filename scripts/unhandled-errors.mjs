// A reporter of vitest: keeps what went wrong outside of every test (a crash, an unhandled rejection) for the summary of
// npm test, one sentence each, in the file that UNHANDLED_ERRORS names.
import { writeFileSync } from 'node:fs'

export default class UnhandledErrors {
  onTestRunEnd(modules, errors) {
    const sentences = errors.map(({ type, message, stack, VITEST_TEST_PATH: file }) =>
      [type, message?.split('\n')[0], file ?? stack?.split('\n')[1]?.trim()].filter(Boolean).join(' · '),
    )
    writeFileSync(process.env.UNHANDLED_ERRORS, JSON.stringify(sentences))
  }
}
