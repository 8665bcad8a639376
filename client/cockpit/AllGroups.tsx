import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useCockpit, useWorkshop } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { CockpitView } from '#shared/protocol/cockpit.ts'

interface AllGroupsProps {
  workshopId: WorkshopId
  children: (workshop: WorkshopView, view: CockpitView) => ReactNode
}

/** What a page says of all groups, once both answers are there; what went wrong stands above what was known before. */
export function AllGroups({ workshopId, children }: AllGroupsProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const workshop = useWorkshop(workshopId)
  const cockpit = useCockpit(workshopId)
  const error = workshop.error ?? cockpit.error
  return (
    <>
      {error ? (
        <Banner
          tone="danger"
          action={
            <Button onClick={() => void Promise.all([workshop.refetch(), cockpit.refetch()])}>
              {t('common.retry')}
            </Button>
          }
        >
          {errorText(error)}
        </Banner>
      ) : null}
      {workshop.data && cockpit.data ? (
        children(workshop.data, cockpit.data)
      ) : error ? null : (
        <Spinner label={t('cockpit.loading')} />
      )}
    </>
  )
}
