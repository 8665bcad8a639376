import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'

/** "v2: Papierzeile". What counts no versions itself is counted by its rank in the lineage, from 1. */
export function useVersionName(): (version: Artefact, rank: number) => string {
  const { t } = useTranslation()
  const texts = useKindTexts()
  return (version, rank) => {
    const { versionIn } = traitsOf(version.kind)
    const counted = versionIn === undefined ? null : version.fields[versionIn]
    const number = typeof counted === 'number' ? counted : rank
    return t('artefacts.lineage.version', { number, card: shortName(texts.nameOf(version), 60) })
  }
}
