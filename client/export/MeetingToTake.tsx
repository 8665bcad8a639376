import { useTranslation } from 'react-i18next'
import { usePlan } from '#client/app/queries.ts'
import { Select } from '#client/ui/Select.tsx'
import { named } from '#client/ui/named.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { localeOf } from '#shared/base/locale.ts'

interface MeetingToTakeProps {
  workshop: WorkshopView
  /** Empty: the last that was begun. */
  chosen: string
  onChoose: (meetingId: string) => void
}

/** Of which meeting minutes are taken; offered where there are several. */
export function MeetingToTake({ workshop, chosen, onChoose }: MeetingToTakeProps) {
  const { t, i18n } = useTranslation()
  const { data: meetings = [] } = usePlan(workshop.id)
  if (meetings.length < 2) return null
  const day = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium' })
  const latestFirst = [...meetings].sort((a, b) => (b.startsAt ?? 0) - (a.startsAt ?? 0))
  return (
    <Select
      label={t('workshop.exports.meeting')}
      value={chosen}
      onChange={onChoose}
      options={[
        { value: '', label: t('workshop.exports.lastMeeting') },
        ...latestFirst.map(({ id, title, startsAt }) => ({
          value: id,
          label: [startsAt === null ? '' : day.format(startsAt), named(title, workshop.language)]
            .filter(Boolean)
            .join(' · '),
        })),
      ]}
    />
  )
}
