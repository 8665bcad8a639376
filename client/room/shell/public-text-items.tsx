import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { knownAmong } from '#client/app/PublicTexts.tsx'
import { useClientConfig } from '#client/app/use-client-config.ts'
import type { MenuItem } from '#client/ui/Menu.tsx'

/** Imprint, privacy and accessibility for a menu: a phone's board and a folded rail have no width for words. */
export function usePublicTextItems(): MenuItem[] {
  const { t } = useTranslation()
  return knownAmong(useClientConfig().data?.publicTexts).map(({ name, href }) => ({
    id: name,
    label: t(`common.publicTexts.${name}`),
    icon: <Scale aria-hidden="true" />,
    onSelect: () => void window.open(href, '_blank', 'noopener'),
  }))
}
