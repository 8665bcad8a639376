import { Check, Moon, Sun, SunMoon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Menu } from '#client/ui/Menu.tsx'
import { chooseTheme, themes, themeStore } from '#client/ui-state/theme.ts'

const icons = { auto: SunMoon, light: Sun, dark: Moon }

/** Light, dark, or whatever the system says. Also used in the room's top bar. */
export function ThemeSwitch() {
  const { t } = useTranslation()
  const { theme } = useStore(themeStore)
  const Icon = icons[theme]
  return (
    <Menu
      label={t('common.theme.label')}
      icon={<Icon aria-hidden="true" />}
      iconOnly
      items={themes.map((choice) => ({
        id: choice,
        label: t(`common.theme.${choice}`),
        icon: <Check aria-hidden="true" visibility={choice === theme ? undefined : 'hidden'} />,
        checked: choice === theme,
        onSelect: () => chooseTheme(choice),
      }))}
    />
  )
}
