import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/**
 * The secret behind the `#` of the address, or null. It is taken out of the address bar at once, so that neither the
 * history nor a shared screen keeps it. Another link opened in the same tab brings its own.
 */
export function useFragmentSecret(): string | null {
  const location = useLocation()
  const [secret, setSecret] = useState(() => secretOf(location.hash))
  useEffect(() => {
    const fresh = secretOf(location.hash)
    if (!fresh) return
    setSecret(fresh)
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
  }, [location])
  return secret
}

function secretOf(hash: string): string | null {
  return hash.length > 1 ? decodeURIComponent(hash.slice(1)) : null
}
