import { useClientConfig } from '#client/app/use-client-config.ts'

/** The canvas's licence key of this installation; null where there is none, undefined while it is being asked for. */
export function useLicenceKey(): string | null | undefined {
  const config = useClientConfig()
  // Without an answer the board works as well; it only shows its maker's mark.
  return config.isError ? null : config.data?.tldrawLicenseKey
}
