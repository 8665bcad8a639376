let current = { text: '', count: 0 }
const listeners = new Set<() => void>()

/** Says a sentence to people who do not see what changed. */
export function announce(text: string) {
  current = { text, count: current.count + 1 }
  for (const listener of listeners) listener()
}

export const announcements = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  snapshot: () => current,
}
