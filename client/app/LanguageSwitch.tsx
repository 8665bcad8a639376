import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage, currentLanguage } from '#client/i18n/i18n.ts'
import { languageNames, languages, type Language } from '#client/i18n/languages.ts'
import { Button } from '#client/ui/Button.tsx'

/** Offers the other language, in its own words. Also used in the room's top bar. */
export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const [busy, setBusy] = useState(false)
  const other: Language = languages.find((language) => language !== i18n.language) ?? 'en'
  const change = async () => {
    setBusy(true)
    await changeLanguage(other).finally(() => setBusy(false))
  }
  return (
    <Button
      variant="quiet"
      lang={other}
      aria-label={languageNames[other]}
      busy={busy}
      data-language={currentLanguage()}
      onClick={() => void change()}
    >
      {other.toUpperCase()}
    </Button>
  )
}
