import { QueryClient } from '@tanstack/react-query'
import { asksAgain } from './may-work-later.ts'

/** The client's cache of the server's answers. Only what may succeed later is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // Always try: being offline is the browser's guess, and wrong in a closed network. A failed call says so itself.
    mutations: { networkMode: 'always' },
    queries: { networkMode: 'always', staleTime: 5_000, retry: asksAgain },
  },
})
