import { useRef } from 'react'
import { Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useMethodShelf } from '#client/facilitation/methods/own-methods.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { Problem } from '#shared/errors/problem.ts'
import { methodIn } from '#shared/methods/own-as-method.ts'
import type { OwnMethod } from '#shared/methods/own-method.ts'

/** Takes a method out of a file of another workshop; what is none is refused with a sentence. */
export function ReadMethodButton({ onRead }: { onRead: (method: OwnMethod) => void }) {
  const { t } = useTranslation()
  const shelf = useMethodShelf()
  const explain = useErrorText()
  const input = useRef<HTMLInputElement>(null)
  const refuse = (text: string) => toasts.show({ text, tone: 'danger' })
  const take = async (file: File) => {
    try {
      const fields = methodIn(await file.text())
      if (fields === null) return void refuse(t('room.methods.unreadable'))
      onRead(await shelf.read(fields))
    } catch (error) {
      const isNone = error instanceof Problem && error.code === 'request_invalid'
      refuse(isNone ? t('room.methods.unreadable') : explain(error))
    }
  }
  return (
    <>
      <Button icon={<Upload aria-hidden="true" />} onClick={() => input.current?.click()}>
        {t('room.methods.readFile')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) void take(chosen)
        }}
      />
    </>
  )
}
