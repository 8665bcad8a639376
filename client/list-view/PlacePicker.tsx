import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { folded, foldedWords, holds } from '#shared/base/folded-text.ts'
import type { Language } from '#client/i18n/languages.ts'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { named } from '#client/ui/named.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { hasOwnName, type Place } from './rows.ts'
import { toldApart } from './told-apart.ts'

interface PlacePickerProps {
  /** In which the places are named. */
  language: Language
  label: string
  hint: string
  places: readonly Place[]
  /** Id of a place; empty where the search finds none. */
  value: string
  onChange: (id: string) => void
}

const SHOWN = 9

/** A tree of places with a search above it. What has the name of another place says on which page it is. */
export function PlacePicker(props: PlacePickerProps) {
  const { language, label, hint, places, value, onChange } = props
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const all = useNamedPlaces(places)
  const found = all.filter(({ searched }) => foldedWords(query).every((word) => holds(searched, word)))
  const search = (next: string) => {
    setQuery(next)
    const words = foldedWords(next)
    const left = all.filter(({ searched }) => words.every((word) => holds(searched, word)))
    if (!left.some(({ id }) => id === value)) onChange(left[0]?.id ?? '')
  }
  return (
    <>
      <TextField
        label={t('list.move.search')}
        type="search"
        autoComplete="off"
        value={query}
        onChange={search}
      />
      <Select
        label={label}
        hint={found.length === 0 ? t('list.move.nothing') : hint}
        size={SHOWN}
        value={value}
        onChange={onChange}
        options={found.map(({ id, name, full, level, isOwn }) => {
          // Depth by no-break spaces: the only indentation a native list knows.
          const shown = query.trim() ? full : '\u00a0'.repeat((level - 1) * 3) + name
          return { value: id, label: isOwn ? named(shown, language) : shown }
        })}
      />
    </>
  )
}

/** With a name that no other place has, a name with the page, and what is searched. */
function useNamedPlaces(places: readonly Place[]) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  return useMemo(() => {
    const plain = places.map(({ name, pageName, holder }) =>
      holder
        ? `${texts.label(holder.kind)}: ${shortName(texts.nameOf(holder))}`
        : name || t(pageName === null ? 'list.unnamedPage' : 'list.unnamedFrame'),
    )
    const full = toldApart(
      places.map(({ pageName }, n) => (pageName === null ? plain[n]! : `${plain[n]} – ${pageName}`)),
    )
    const isOne = (names: readonly string[], name: string) => names.filter((one) => one === name).length === 1
    return places.map((place, n) => {
      const whole = full[n]!
      return {
        id: place.id,
        level: place.level,
        isOwn: hasOwnName(place),
        full: whole,
        name: isOne(plain, plain[n]!) ? plain[n]! : whole,
        searched: folded(whole),
      }
    })
  }, [places, t, texts])
}
