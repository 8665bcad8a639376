import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#client/app/api.ts'
import type { OperationView } from '#shared/protocol/operation.ts'
import { lookEveryMs, remember, type Looks } from './looks.ts'

const queryKey = ['operation']

/** Looks at the installation every few seconds while somebody watches; a hidden tab asks nothing. */
export function useOperation(enabled: boolean) {
  const client = useQueryClient()
  return useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Looks> => {
      const look = await call<OperationView>('operation', { signal })
      return remember(client.getQueryData<Looks>(queryKey) ?? [], look)
    },
    enabled,
    refetchInterval: lookEveryMs,
    refetchIntervalInBackground: false,
    // The next look comes by itself, and the page says at once that this one failed.
    retry: false,
    structuralSharing: false,
  })
}
