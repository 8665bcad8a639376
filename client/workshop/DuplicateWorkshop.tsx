import { Copy } from 'lucide-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { call, callForFile } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { limits } from '#shared/base/limits.ts'
import { cutBetweenCharacters } from '#shared/base/visible-text.ts'
import type { WorkshopSummary, WorkshopView } from '#shared/protocol/api.ts'

/**
 * A second workshop with all that lies in this one now, and nobody in it but whoever made it: its complete backup, read in
 * again. People, invitations and plan stay where they are.
 */
export function DuplicateWorkshop({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const title = cutBetweenCharacters(
    t('workshop.overview.copyTitle', { title: workshop.title }),
    limits.maxTitleChars,
  )
  const duplicate = useMutation({
    mutationFn: async () => {
      const { id } = await call<WorkshopSummary>('importWorkshop', { body: await backupOf(workshop) })
      await call('editWorkshop', { path: { workshopId: id }, body: { title } })
      return id
    },
    onSuccess: async (id) => {
      await client.invalidateQueries()
      toasts.show({ text: t('workshop.overview.copied', { title }), outlastsPage: true })
      void navigate(paths.workshop(id))
    },
    onError: (error) => toasts.show({ text: errorText(error), tone: 'danger' }),
  })
  return (
    <Button
      variant="quiet"
      icon={<Copy aria-hidden="true" />}
      title={t('workshop.overview.copyHint')}
      busy={duplicate.isPending}
      onClick={() => duplicate.mutate()}
    >
      {t('workshop.overview.copy')}
    </Button>
  )
}

async function backupOf({ id }: WorkshopView): Promise<Blob> {
  const options = { path: { workshopId: id }, query: { format: 'json' } }
  const { content } = await callForFile('exportWorkshop', options)
  return new Blob([content], { type: 'application/json' })
}
