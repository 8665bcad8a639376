import { useTranslation } from 'react-i18next'
import { useWorkshops } from '#client/app/queries.ts'
import { Select } from '#client/ui/Select.tsx'
import { named } from '#client/ui/named.ts'
import type { WorkshopId } from '#shared/base/ids.ts'

const ALL = 'all'

interface WorkshopChoiceProps {
  label: string
  /** null: all of them. */
  value: WorkshopId | null
  onChange: (workshopId: WorkshopId | null) => void
}

/** One of the own workshops, or all. */
export function WorkshopChoice({ label, value, onChange }: WorkshopChoiceProps) {
  const { t } = useTranslation()
  const workshops = useWorkshops()
  const places = (workshops.data ?? []).map(({ id, title, language }) => ({
    value: id,
    label: named(title, language),
  }))
  return (
    <Select<WorkshopId | typeof ALL>
      label={label}
      value={value ?? ALL}
      onChange={(chosen) => onChange(chosen === ALL ? null : chosen)}
      options={[{ value: ALL, label: t('account.keys.allWorkshops') }, ...places]}
    />
  )
}
