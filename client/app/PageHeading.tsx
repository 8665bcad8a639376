import { useEffect, useRef } from 'react'
import styles from './PageHeading.module.css'

let firstView = true

interface PageHeadingProps {
  title: string
  hidden?: boolean
  /** Where people gave the title and it may be another language than the view's. */
  lang?: string
}

/**
 * The one h1 of a view. Gives the document its title, and takes the focus when somebody came here from another view,
 * so that keyboard and screen reader start at the top (the first view after loading leaves the focus to the browser).
 */
export function PageHeading({ title, hidden = false, lang }: PageHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Werkraum`
  }, [title])
  useEffect(() => {
    if (!firstView) ref.current?.focus({ preventScroll: true })
    firstView = false
  }, [])
  return (
    <h1 ref={ref} tabIndex={-1} lang={lang} className={hidden ? styles.hidden : styles.heading}>
      {title}
    </h1>
  )
}
