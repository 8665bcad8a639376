import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { toasts } from '#client/ui/Toast.tsx'

/** Puts something into the archive, or takes it out, and says so. @param name how people call it */
export function useArchiving(
  endpoint: 'archiveWorkshop' | 'archiveGroup',
  path: Record<string, string>,
  name: string,
) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const change = useChange(endpoint)
  const put = (archived: boolean) =>
    change.mutateAsync({ path, body: { archived } }).then(
      () => {
        const text = t(archived ? 'workshop.archive.done' : 'workshop.archive.undone', { title: name })
        toasts.show({ text })
      },
      (error: Error) => void toasts.show({ text: errorText(error), tone: 'danger' }),
    )
  return { put, isPending: change.isPending }
}
