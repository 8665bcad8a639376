import { useState, type FormEvent } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { limits } from '#shared/base/limits.ts'
import { isPhase } from '#shared/workshop/phases.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import { dayAndTime } from '#client/room-context/times-of-day.ts'
import { RestoreDialog } from './RestoreDialog.tsx'
import { useFacilitation } from '#client/room-context/room-context.ts'
import { VersionPreview } from './VersionPreview.tsx'
import { useCreateVersion, useVersions } from './versions.ts'
import styles from './VersionsPanel.module.css'

/** Named states of the room: create, look at, go back to. */
export function VersionsPanel() {
  const { t } = useTranslation()
  const versions = useVersions()
  const [preview, setPreview] = useState<VersionView | null>(null)
  const [restoring, setRestoring] = useState<VersionView | null>(null)
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  return (
    <div className={styles.versions}>
      <p className={styles.hint}>{t('facilitation.versions.hint')}</p>
      <p className={styles.hint}>{t('facilitation.versions.keepsWords')}</p>
      {mayFacilitate ? <CreateVersion /> : null}
      {versions.isPending ? <Spinner label={t('common.loading')} /> : null}
      {versions.isError ? <Banner tone="attention">{t('facilitation.versions.failed')}</Banner> : null}
      {versions.data?.length === 0 ? <p className={styles.hint}>{t('facilitation.versions.empty')}</p> : null}
      <ol className={styles.list}>
        {versions.data?.map((version) => (
          <VersionEntry
            key={version.id}
            version={version}
            onPreview={() => setPreview(version)}
            onRestore={mayFacilitate ? () => setRestoring(version) : null}
          />
        ))}
      </ol>
      {preview ? <VersionPreview version={preview} onClose={() => setPreview(null)} /> : null}
      {restoring ? <RestoreDialog version={restoring} onClose={() => setRestoring(null)} /> : null}
    </div>
  )
}

function CreateVersion() {
  const { t } = useTranslation()
  const create = useCreateVersion()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '') return
    create.mutate(wanted, {
      onSuccess: () => {
        setName('')
        toasts.show({ text: t('facilitation.versions.created', { name: wanted }), outlastsPage: true })
      },
      onError: () => toasts.show({ text: t('facilitation.versions.failed'), tone: 'attention' }),
    })
  }
  return (
    <form className={styles.create} onSubmit={submit}>
      <TextField
        label={t('facilitation.versions.name')}
        placeholder={t('facilitation.versions.nameExample')}
        value={name}
        onChange={setName}
        maxLength={limits.maxTitleChars}
        autoComplete="off"
      />
      <Button type="submit" variant="primary" busy={create.isPending} disabled={name.trim() === ''}>
        {t('facilitation.versions.create')}
      </Button>
    </form>
  )
}

interface VersionEntryProps {
  version: VersionView
  onPreview: () => void
  onRestore: (() => void) | null
}

function VersionEntry({ version, onPreview, onRestore }: VersionEntryProps) {
  const { t, i18n } = useTranslation()
  const { createdAt, createdBy, reason, cardCount } = version
  return (
    <li className={styles.version}>
      <strong>{titleOf(version, t)}</strong>
      <span className={styles.facts}>
        {dayAndTime(createdAt, i18n.language)} · {t(`facilitation.versions.reason.${reason}`)} ·{' '}
        {t('facilitation.versions.cards', { count: cardCount })}
        {createdBy ? ` · ${t('facilitation.versions.by', { name: createdBy })}` : ''}
      </span>
      <span className={styles.buttons}>
        <Button onClick={onPreview}>{t('facilitation.versions.preview')}</Button>
        {onRestore ? (
          <Button variant="quiet" onClick={onRestore}>
            {t('facilitation.versions.restore')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

/** The server names a version after the phase that ended, and cannot name what was removed. */
function titleOf({ name, reason }: VersionView, t: TFunction): string {
  if (reason === 'phase' && isPhase(name)) return t(`workshop.phase.${name}`)
  return name || t(`facilitation.versions.reason.${reason}`)
}
