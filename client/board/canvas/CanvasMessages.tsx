import { useEffect } from 'react'
import { useToasts, useValue, type TLUiToast } from 'tldraw'
import { toasts } from '#client/ui/toasts.ts'

/** What the canvas itself has to say appears where everything is said, in the same shape and for as long. */
export function CanvasMessages() {
  const canvas = useToasts()
  const waiting = useValue('messages of the canvas', () => canvas.toasts.get(), [canvas])
  useEffect(() => {
    for (const message of waiting) {
      toasts.show(passedOn(message))
      canvas.removeToast(message.id)
    }
  }, [canvas, waiting])
  return null
}

function passedOn({ title, description, severity, actions }: TLUiToast): Parameters<typeof toasts.show>[0] {
  const [action] = actions ?? []
  const sentences = [title, description].filter((part) => part !== undefined && part !== '')
  return {
    text: sentences.map((sentence) => (/[.!?…]$/.test(sentence!) ? sentence : `${sentence}.`)).join(' '),
    ...(severity === 'error' && { tone: 'danger' as const }),
    ...(severity === 'warning' && { tone: 'attention' as const }),
    ...(action && { action: { label: action.label, run: () => action.onClick() } }),
  }
}
