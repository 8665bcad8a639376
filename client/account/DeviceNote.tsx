import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Banner } from '#client/ui/Banner.tsx'
import { useDeviceState } from './device-check.ts'
import styles from './form.module.css'

/** One quiet line when all is well, one plain sentence when not. Never stands in the way. */
export function DeviceNote() {
  const { t } = useTranslation()
  const state = useDeviceState()
  if (!state) return null
  if (state !== 'ready') return <Banner tone="attention">{t(`account.device.${state}`)}</Banner>
  return (
    <p className={styles.device}>
      <CircleCheck aria-hidden="true" />
      {t('account.device.ready')}
    </p>
  )
}
