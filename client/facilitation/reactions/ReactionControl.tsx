import { EyeOff, SmilePlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFacilitation, useView } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { Menu, type MenuItem } from '#client/ui/Menu.tsx'
import { reactionsStore, showReactions } from '#client/ui-state/reactions.ts'
import { modeOf } from '#shared/facilitation/step/modes.ts'
import { reactionIcons, reactionOrder } from './reaction-icons.ts'

/**
 * A few signs that take the floor from nobody. Offered where one listens, which leaves room for them among the three
 * actions; where the moderation has switched them off there are none.
 */
export function ReactionControl() {
  const { t } = useTranslation()
  const send = useCommand()
  const shown = useStore(reactionsStore, (store) => store.shown)
  const pageId = useView((view) => view.pageId)
  const offered = useFacilitation(({ state }) => {
    if (!state?.reactions.on || pageId !== state.place.pageId) return false
    const mode = modeOf(state.step, state.place.pageId)
    return mode === 'discuss' || mode === 'present'
  })
  if (!offered) return null
  const items = reactionOrder.map((reaction): MenuItem => {
    const Icon = reactionIcons[reaction]
    return {
      id: reaction,
      label: t(`facilitation.reactions.words.${reaction}`),
      icon: <Icon aria-hidden="true" />,
      onSelect: () => void send({ type: 'react', reaction }),
    }
  })
  const choice: MenuItem = {
    id: 'shown',
    label: t('facilitation.reactions.hide'),
    icon: <EyeOff aria-hidden="true" />,
    checked: !shown,
    onSelect: () => showReactions(!shown),
  }
  return (
    <Menu
      label={t('facilitation.reactions.react')}
      icon={<SmilePlus aria-hidden="true" />}
      items={[...items, choice]}
    />
  )
}
