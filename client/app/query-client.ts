import { QueryClient } from '@tanstack/react-query'
import { errorCatalogue } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'

const attempts = 3

/** The client's cache of the server's answers. Only what may succeed later is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // Always try: being offline is the browser's guess, and wrong in a closed network. A failed call says so itself.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, error) => failures < attempts && mayWorkLater(error) && !isTooMany(error),
    },
  },
})

/** Whether the same question may get another answer: nobody answered, or the server said so. */
export function mayWorkLater(error: Error): boolean {
  return !(error instanceof Problem) || errorCatalogue[error.code].retryable
}

/** "Please wait a minute": asking again at once only makes people wait for the sentence. */
const isTooMany = (error: Error) => error instanceof Problem && error.code === 'rate_limited'
