import { useTranslation } from 'react-i18next'
import { classes } from '#client/ui/classes.ts'
import styles from './PublicTexts.module.css'
import { useClientConfig } from './use-client-config.ts'

const names = ['imprint', 'privacy', 'accessibility'] as const

/** Imprint, privacy, accessibility: only those that the operator has. They open beside the work, which stays. */
export function PublicTexts({ className }: { className?: string | undefined }) {
  const { t } = useTranslation()
  const links = useClientConfig().data?.publicTexts
  const known = names.flatMap((name) => (links?.[name] ? [{ name, href: links[name] }] : []))
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
