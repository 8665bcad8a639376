import { useTranslation } from 'react-i18next'
import { classes } from '#client/ui/classes.ts'
import styles from './PublicTexts.module.css'
import type { ClientConfig } from '#shared/protocol/api.ts'

const names = ['imprint', 'privacy', 'accessibility'] as const

/** Those that the operator has, in the order in which they are named. */
export const knownAmong = (links: PublicTextsProps['links']) =>
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
