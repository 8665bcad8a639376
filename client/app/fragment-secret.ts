import { useEffect, useState } from 'react'

/**
 * The secret behind the `#` of the address, or null. It is taken out of the address bar at once, so that neither the
 * list of visited pages nor a shared screen shows it. This tab keeps it beside its entry: phones throw tabs away and
 * load them again, and whoever went to look something up would have to find the link once more. Another link opened in
 * the same tab brings its own.
 */
export function useFragmentSecret(): string | null {
  const [secret, setSecret] = useState(() => secretOf(location.hash) ?? keptSecret())
  useEffect(() => {
    const take = () => {
      const fresh = secretOf(location.hash)
      if (!fresh) return
      setSecret(fresh)
      history.replaceState({ ...historyState(), secret: fresh }, '', location.pathname + location.search)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  return secret
}

function keptSecret(): string | null {
  const { secret } = historyState()
  return typeof secret === 'string' ? secret : null
}

/** The router's part of it is left as it is. */
function historyState(): { secret?: unknown } {
  const state: unknown = history.state
  return state && typeof state === 'object' ? state : {}
}

/**
 * Secrets are 43 letters, digits, "-" and "_", some from elsewhere fewer. What a mail program or a sentence put behind the link is left out: a full
 * stop, a bracket, a quotation mark, the "_" of words in italics, plain or in the way addresses write them.
 */
export function secretOf(hash: string): string | null {
  const secret = /^#([\w-]{43}|[\w-]+)/.exec(hash)?.[1]
  return secret ?? (hash.length > 1 ? hash.slice(1) : null)
}
