import { useQuery } from '@tanstack/react-query'
import type { ClientConfig } from '#shared/protocol/api.ts'
import { call } from './api.ts'

/** What this installation says of itself to everybody; asked once per visit. */
export function useClientConfig() {
  return useQuery({
    queryKey: ['config'],
    queryFn: ({ signal }) => call<ClientConfig>('config', { signal }),
    staleTime: Infinity,
    retry: false,
  })
}
