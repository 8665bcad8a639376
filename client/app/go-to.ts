/** What somebody brings along to the next view without showing it in the address. The router keeps it in the same place. */
type Brought = Record<string, unknown> | null

/** Shows another view of the product without loading anew: a router that is there follows, and the door opens the rest. */
export function goTo(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate', { state: null }))
}

/** What was brought along to this view. */
export function brought(): Brought {
  const { usr } = (history.state ?? {}) as { usr?: unknown }
  return usr && typeof usr === 'object' ? (usr as Record<string, unknown>) : null
}
