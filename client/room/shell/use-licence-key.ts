import { useQuery } from '@tanstack/react-query'
import { call } from '#client/app/api.ts'
import type { ClientConfig } from '#shared/protocol/api.ts'

/** The canvas's licence key of this installation; null where there is none, undefined while it is being asked for. */
export function useLicenceKey(): string | null | undefined {
  const config = useQuery({
    queryKey: ['config'],
    queryFn: ({ signal }) => call<ClientConfig>('config', { signal }),
    staleTime: Infinity,
    retry: false,
  })
  // Without an answer the board works as well; it only shows its maker's mark.
  return config.isError ? null : config.data?.tldrawLicenseKey
}
