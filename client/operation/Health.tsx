import { CircleCheck, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Banner } from '#client/ui/Banner.tsx'
import { classes } from '#client/ui/classes.ts'
import type { OperationView } from '#shared/protocol/operation.ts'
import styles from './OperationPage.module.css'

/** Three questions and their answers; where one is no, a sentence says what to do. */
export function Health({ look, answers }: { look: OperationView; answers: boolean }) {
  const { t } = useTranslation()
  return (
    <section className={styles.group} aria-labelledby="health">
      <h2 id="health">{t('operation.health.title')}</h2>
      {answers ? <Verdict look={look} /> : null}
      <ul className={styles.checks}>
        <Check label={t('operation.health.live')} ok={answers} />
        <Check label={t('operation.health.ready')} ok={answers && look.ready} />
        <Check label={t('operation.health.storage')} ok={answers && look.storageWritable} />
      </ul>
    </section>
  )
}

function Verdict({ look }: { look: OperationView }) {
  const { t } = useTranslation()
  if (!look.storageWritable) return <Banner tone="danger">{t('operation.cannotStore')}</Banner>
  if (!look.ready) return <Banner tone="danger">{t('operation.notReady')}</Banner>
  return (
    <p>
      {t('operation.allWell')} {look.people === 0 ? t('operation.quiet') : null}
    </p>
  )
}

function Check({ label, ok }: { label: string; ok: boolean }) {
  const { t } = useTranslation()
  const Icon = ok ? CircleCheck : CircleX
  return (
    <li className={classes(styles.check, ok ? styles.good : styles.bad)}>
      <Icon aria-hidden="true" />
      <span>
        {label}: <strong>{ok ? t('operation.health.yes') : t('operation.health.no')}</strong>
      </span>
    </li>
  )
}
