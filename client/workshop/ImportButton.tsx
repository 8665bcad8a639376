import { useRef } from 'react'
import { Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { limits } from '#shared/base/limits.ts'
import type { WorkshopSummary } from '#shared/protocol/api.ts'

const bytesPerMegabyte = 1024 * 1024

/** Reads a workshop back in that was saved as JSON, here or elsewhere. */
export function ImportButton() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const input = useRef<HTMLInputElement>(null)
  const read = useChange<WorkshopSummary>('importWorkshop')

  const take = (file: File | undefined) => {
    if (!file) return
    if (file.size > limits.maxImportBytes) {
      const max = limits.maxImportBytes / bytesPerMegabyte
      toasts.show({ text: t('workshop.list.importTooBig', { max }), tone: 'danger' })
      return
    }
    read.mutate(
      { body: new Blob([file], { type: 'application/json' }) },
      {
        onSuccess: ({ title }) => toasts.show({ text: t('workshop.list.imported', { title }) }),
        onError: (error) => toasts.show({ text: errorText(error), tone: 'danger' }),
      },
    )
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          take(event.target.files?.[0])
          // The same file again must count as a change.
          event.target.value = ''
        }}
      />
      <Button
        icon={<Upload aria-hidden="true" />}
        title={t('workshop.list.importHint')}
        busy={read.isPending}
        onClick={() => input.current?.click()}
      >
        {read.isPending ? t('workshop.list.importing') : t('workshop.list.import')}
      </Button>
    </>
  )
}
