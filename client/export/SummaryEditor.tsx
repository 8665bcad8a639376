import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { Select } from '#client/ui/Select.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { named } from '#client/ui/named.ts'
import type { GroupId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import styles from './ExportsPanel.module.css'
import { SummaryText } from './SummaryText.tsx'
import { summariesOf } from './use-summary.ts'

/** What a dossier begins with, in people's own words: of each group, and of all together. */
export function SummaryEditor({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const [chosen, setChosen] = useState<GroupId | ''>('')
  const { data, error } = useQuery(summariesOf(workshop.id))
  const textOf = (groupId: GroupId | null) => data?.find((one) => one.groupId === groupId)?.text ?? ''
  const parts = [
    { id: null, name: t('workshop.exports.whole') },
    ...workshop.groups.map(({ id, name }) => ({ id, name: named(name, workshop.language) })),
  ]
  return (
    <details className={styles.chapters}>
      <summary>{t('workshop.exports.summary.title')}</summary>
      {data ? (
        <div className={styles.written}>
          <Select
            label={t('workshop.exports.summary.of')}
            value={chosen}
            onChange={setChosen}
            options={parts.map(({ id, name }) => ({
              value: id ?? ('' as const),
              label: textOf(id) === '' ? name : t('workshop.exports.summary.isWritten', { name }),
            }))}
          />
          {/* All of them stay, so that nobody's words go when they look at another one */}
          {parts.map(({ id, name }) => (
            <div key={id ?? ''} hidden={(id ?? '') !== chosen}>
              <SummaryText
                workshop={workshop}
                part={{ id, name }}
                stored={textOf(id)}
                mayWrite={mayInWorkshop(workshop, 'plan.edit')}
              />
            </div>
          ))}
        </div>
      ) : error ? (
        <p role="alert">{explain(error)}</p>
      ) : (
        <Spinner label={t('common.loading')} />
      )}
    </details>
  )
}
