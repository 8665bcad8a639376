import { Eye, EyeOff } from 'lucide-react'
import { Menu } from '#client/ui/Menu.tsx'
import { useSilentMenu } from './silent-menu.ts'

/** Lets the group write in silence, and lays open what was written. */
export function SilentControl() {
  const menu = useSilentMenu()
  if (!menu) return null
  const { label, items, isWriting } = menu
  return (
    <Menu
      label={label}
      icon={isWriting ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
      variant={isWriting ? 'secondary' : 'quiet'}
      items={items}
    />
  )
}
