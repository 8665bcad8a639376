import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { forgetMember } from '#client/session/replica-register.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { WorkshopView } from '#shared/protocol/api.ts'

/** Says in every room of a rehearsal what it is, and ends it. */
export function RehearsalBanner({ of }: { of: NonNullable<WorkshopView['rehearsalOf']> }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const { workshop } = useRoom()
  const isIdle = useFacilitation(({ state }) => state !== null && state.step.running === null)
  // Nothing here is asked for anew: it is gone
  const end = useMutation({
    mutationFn: () => call('endRehearsal', { path: { workshopId: workshop.id } }),
  })
  const stop = async () => {
    try {
      await end.mutateAsync()
      // Nor does a copy stay on this device
      await forgetMember(workshop.me.id)
      toasts.show({ text: t('rehearsal.ended'), outlastsPage: true })
      void navigate(paths.room(of.workshopId, of.groupId))
    } catch (error) {
      toasts.show({ text: errorText(error), tone: 'danger' })
    }
  }
  return (
    <Banner
      tone="info"
      action={
        <Button busy={end.isPending} onClick={() => void stop()}>
          {t('rehearsal.end')}
        </Button>
      }
    >
      {t(isIdle ? 'rehearsal.bannerIdle' : 'rehearsal.banner')}
    </Banner>
  )
}
