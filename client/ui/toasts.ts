/** A short message that goes by itself; whatever needs an answer is a dialog, whatever lasts is a banner. */
interface ToastMessage {
  text: string
  /** A later message about the same takes this one's place; `again` says how many it then stands for. */
  about?: { topic: string; again: (count: number) => string }
  action?: { label: string; run: () => void }
  tone?: 'info' | 'attention' | 'danger'
  /** It is not about the page in front, or announces the one that comes next: turning the page leaves it. */
  outlastsPage?: boolean
}

export interface ShownToast extends ToastMessage {
  id: number
  /** How many messages it stands for. */
  count: number
}

const shownMs = 6_000
/** A message that names many things takes longer to read. */
const shownMsPerCharacter = 60
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
  const leastMs = toast.action ? shownWithActionMs : shownMs
  const ms = Math.max(leastMs, toast.text.length * shownMsPerCharacter)
  timers.set(
    toast.id,
    setTimeout(() => dismiss(toast.id), ms),
  )
}

/** Takes the place of an earlier message about the same, so that ten marks in a row are one message. */
function joined(message: ToastMessage): ShownToast {
  const { about } = message
  const earlier = about && shown.find((toast) => toast.about?.topic === about.topic)
  const toast = { ...message, id: nextId++, count: (earlier?.count ?? 0) + 1 }
  if (!about || !earlier) return toast
  dismiss(earlier.id)
  return { ...toast, text: about.again(toast.count) }
}

/** The messages in `<ToastRegion/>`: shown from anywhere, at most three at a time, the oldest goes first. */
export const toasts = {
  show(message: ToastMessage): number {
    const toast = joined(message)
    for (const old of shown.slice(0, Math.max(0, shown.length - atMost + 1))) dismiss(old.id)
    change([...shown, toast])
    dismissLater(toast)
    return toast.id
  },
  dismiss,
  /** What it offers to do is not to be had any more; it is still true what it says. */
  settle: (id: number) =>
    change(
      shown.map((toast) => {
        const { action: _, ...said } = toast
        return toast.id === id ? said : toast
      }),
    ),
  /** The page they are about is no longer in front. */
  leavePage: () => {
    for (const { id, outlastsPage } of shown) if (!outlastsPage) dismiss(id)
  },
  /** While somebody points at a message or has the focus in it, it stays. */
  hold: () => timers.forEach((timer) => clearTimeout(timer)),
  release: () => shown.forEach(dismissLater),
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  snapshot: () => shown,
}
