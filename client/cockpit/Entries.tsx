import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '#client/ui/Button.tsx'
import { Said } from '#client/ui/Said.tsx'
import styles from './cockpit.module.css'

const SHOWN = 5

export interface Entry {
  key: string
  /** Where the thing itself is. */
  to: string
  icon: ReactNode
  title: string
  /** Of what people wrote. */
  lang: string
  about: string
  aside: ReactNode
}

interface EntriesProps {
  id: string
  title: string
  /** Beside the title: how many, of what. */
  sum: string
  entries: readonly Entry[]
  /** How many there are; those that were not sent are in their rooms. */
  count: number
  /** Said instead of them while there are none. */
  none: string
  /** What the button says that shows the rest. */
  all: string
}

/** A list of things with the way to each; the first of them until somebody wants to see all. */
export function Entries({ id, title, sum, entries, count, none, all }: EntriesProps) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  const shown = whole ? entries : entries.slice(0, SHOWN)
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>
        {title} <small>{sum}</small>
      </h2>
      {entries.length === 0 ? <p className={styles.quiet}>{none}</p> : null}
      <ul className={styles.entries}>
        {shown.map((entry) => (
          <li key={entry.key}>
            {entry.icon}
            <span className={styles.words}>
              <Link to={entry.to} lang={entry.lang}>
                {entry.title}
              </Link>
              <span className={styles.quiet}>
                <Said>{entry.about}</Said>
              </span>
            </span>
            <span className={styles.aside}>{entry.aside}</span>
          </li>
        ))}
      </ul>
      {whole ? <More count={count - entries.length} /> : null}
      {entries.length > SHOWN ? (
        <Button variant="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('cockpit.fewer') : all}
        </Button>
      ) : null}
    </section>
  )
}

/** Says that a list goes on, and where. */
export function More({ count }: { count: number }) {
  const { t } = useTranslation()
  return count > 0 ? <p className={styles.quiet}>{t('cockpit.more', { count })}</p> : null
}
