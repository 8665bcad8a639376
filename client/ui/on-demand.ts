/**
 * Parts of a view that load when they are needed. A line that breaks while a part is on its way is no reason to fail:
 * loading is tried again until it works, and meanwhile the place says that it is loading.
 */

const RETRY_MS = 3_000

/** For React's `lazy`. */
export async function asDefault<Part>(load: () => Promise<Part>): Promise<{ default: Part }> {
  return { default: await untilLoaded(load) }
}

export async function untilLoaded<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load()
    } catch {
      // Offline, or the server is just restarting; whatever it was, there is nothing better to do than to try again.
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}

/** So long takes no script that comes over a line of today. */
const SLOW_SCRIPT_MS = 1_500

/** Whether this page's code took its time to come: what follows will, too. */
export const isSlowLine = (): boolean =>
  performance
    .getEntriesByType('resource')
    .some(({ name, duration }) => name.endsWith('.js') && duration > SLOW_SCRIPT_MS)
