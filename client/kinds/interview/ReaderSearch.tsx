import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#client/ui/IconButton.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import styles from './InterviewReader.module.css'
import { hitsOf, type Passage } from './passages.ts'

export interface Search {
  query: string
  hits: readonly Passage[]
  current: number
}

/** Shorter queries hit everything and mean nothing. */
const MIN_QUERY_CHARS = 2

interface ReaderSearchProps {
  text: string
  search: Search
  onSearch: (search: Search) => void
}

/** Finds words in the transcript and walks through them with Enter. */
export function ReaderSearch({ text, search, onSearch }: ReaderSearchProps) {
  const { t } = useTranslation()
  const { query, hits, current } = search
  const find = (next: string) => {
    const found = next.trim().length >= MIN_QUERY_CHARS ? hitsOf(text, next) : []
    onSearch({ query: next, hits: found, current: 0 })
  }
  const step = (by: number) => {
    if (hits.length > 0) onSearch({ ...search, current: (current + by + hits.length) % hits.length })
  }
  const asked = query.trim().length >= MIN_QUERY_CHARS
  return (
    <div className={styles.search} role="search">
      <TextField
        label={t('artefacts.reader.search')}
        type="search"
        autoComplete="off"
        value={query}
        onChange={find}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          step(event.shiftKey ? -1 : 1)
        }}
        after={
          <>
            <IconButton
              label={t('artefacts.reader.previousHit')}
              icon={<ChevronUp aria-hidden="true" />}
              aria-disabled={hits.length === 0}
              onClick={() => step(-1)}
            />
            <IconButton
              label={t('artefacts.reader.nextHit')}
              icon={<ChevronDown aria-hidden="true" />}
              aria-disabled={hits.length === 0}
              onClick={() => step(1)}
            />
          </>
        }
      />
      <span role="status" className={styles.hint}>
        {asked && hits.length === 0 ? t('artefacts.reader.noHits') : null}
        {hits.length > 0 ? t('artefacts.reader.hitOf', { n: current + 1, count: hits.length }) : null}
      </span>
    </div>
  )
}
