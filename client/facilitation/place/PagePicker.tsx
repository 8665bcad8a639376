import { ListChecks, MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Menu } from '#client/ui/Menu.tsx'
import { browseTo } from '#client/ui-state/room-view.ts'
import { phases } from '#shared/workshop/phases.ts'
import { useFacilitation, useOwnPage, usePages, useRoom } from '#client/room-context/room-context.ts'
import { inPhaseOrder } from '#client/room-context/room-pages.ts'
import { named } from '#client/ui/named.ts'

/** The rail of phases for a phone: the page's name opens the list of all pages. */
export function PagePicker() {
  const { t } = useTranslation()
  const { view, workshop } = useRoom()
  const own = useOwnPage()
  const group = useFacilitation(({ state }) => state?.place.pageId)
  const say = (name: string) => named(name, workshop.language)
  const items = inPhaseOrder(usePages()).map(({ id, name, phase }) => ({
    id,
    label: phase ? `${phases.indexOf(phase) + 1} · ${say(name)}` : say(name),
    icon: id === group ? <MapPin aria-hidden="true" /> : <span style={{ width: '1.25em' }} />,
    onSelect: () => browseTo(view, id),
  }))
  const phaseView = {
    id: 'phases',
    label: t('room.phaseView.title'),
    icon: <ListChecks aria-hidden="true" />,
    onSelect: () => view.setState({ panel: { type: 'phases' } }),
  }
  return (
    <Menu label={own ? say(own.name) : t('room.pickPage')} variant="quiet" items={[...items, phaseView]} />
  )
}
