/** A short message that goes by itself; whatever needs an answer is a dialog, whatever lasts is a banner. */
export interface ToastMessage {
  text: string
  action?: { label: string; run: () => void }
  tone?: 'info' | 'attention' | 'danger'
}

export interface ShownToast extends ToastMessage {
  id: number
}

const shownMs = 6_000
/** Long enough to read the sentence, find the button and press it. */
const shownWithActionMs = 12_000
const atMost = 3

let nextId = 1
let shown: readonly ShownToast[] = []
const listeners = new Set<() => void>()
const timers = new Map<number, ReturnType<typeof setTimeout>>()

function change(next: readonly ShownToast[]) {
  shown = next
  for (const listener of listeners) listener()
}

function dismiss(id: number) {
  clearTimeout(timers.get(id))
  timers.delete(id)
  change(shown.filter((toast) => toast.id !== id))
}

function dismissLater(toast: ShownToast) {
  const ms = toast.action ? shownWithActionMs : shownMs
  timers.set(
    toast.id,
    setTimeout(() => dismiss(toast.id), ms),
  )
}

/** The messages in `<ToastRegion/>`: shown from anywhere, at most three at a time, the oldest goes first. */
export const toasts = {
  show(message: ToastMessage): number {
    const toast = { ...message, id: nextId++ }
    for (const old of shown.slice(0, Math.max(0, shown.length - atMost + 1))) dismiss(old.id)
    change([...shown, toast])
    dismissLater(toast)
    return toast.id
  },
  dismiss,
  /** While somebody points at a message or has the focus in it, it stays. */
  hold: () => timers.forEach((timer) => clearTimeout(timer)),
  release: () => shown.forEach(dismissLater),
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  snapshot: () => shown,
}
