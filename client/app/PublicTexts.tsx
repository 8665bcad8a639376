import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classes } from '#client/ui/classes.ts'
import type { MenuItem } from '#client/ui/Menu.tsx'
import styles from './PublicTexts.module.css'
import type { ClientConfig } from '#shared/protocol/api.ts'

const names = ['imprint', 'privacy', 'accessibility'] as const

const knownAmong = (links: PublicTextsProps['links']) =>
  names.flatMap((name) => (links?.[name] ? [{ name, href: links[name] }] : []))

interface PublicTextsProps {
  /** What the server says there is; nothing until it is known. */
  links: ClientConfig['publicTexts'] | undefined
  className?: string | undefined
}

/** Imprint, privacy, accessibility: only those that the operator has. They open beside the work, which stays. */
export function PublicTexts({ links, className }: PublicTextsProps) {
  const { t } = useTranslation()
  const known = knownAmong(links)
  if (known.length === 0) return null
  return (
    <ul className={classes(styles.links, className)}>
      {known.map(({ name, href }) => (
        <li key={name}>
          <a href={href} target="_blank" rel="noopener noreferrer">
            {t(`common.publicTexts.${name}`)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The same ways for a menu, where a view has no room for them. */
export function usePublicTextItems(links: PublicTextsProps['links']): MenuItem[] {
  const { t } = useTranslation()
  return knownAmong(links).map(({ name, href }) => ({
    id: name,
    label: t(`common.publicTexts.${name}`),
    icon: <Scale aria-hidden="true" />,
    onSelect: () => void window.open(href, '_blank', 'noopener'),
  }))
}
