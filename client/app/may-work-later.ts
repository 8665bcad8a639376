import { errorCatalogue } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'

/** How often something that may work later is asked before somebody is told. */
const attempts = 3

/** Whether the same question may get another answer: nobody answered, or the server said so. */
export function mayWorkLater(error: unknown): boolean {
  return !(error instanceof Problem) || errorCatalogue[error.code].retryable
}

/** "Please wait": asking again at once only makes people wait for the sentence. */
const isTooMany = (error: unknown) => error instanceof Problem && errorCatalogue[error.code].http === 429

/** Whether to ask once more by ourselves, after so many failures. */
export function asksAgain(failures: number, error: unknown): boolean {
  return failures < attempts && mayWorkLater(error) && !isTooMany(error)
}
