import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'

/** Which version of its kind a card says it is; null for what counts no versions. */
export function versionOf({ kind, fields }: Artefact): number | null {
  const { versionIn } = traitsOf(kind)
  const counted = versionIn === undefined ? null : fields[versionIn]
  return typeof counted === 'number' ? counted : null
}

/** "v2: Papierzeile". What counts no versions itself is counted by its rank in the lineage, from 1. */
export function useVersionName(): (version: Artefact, rank: number) => string {
  const { t } = useTranslation()
  const texts = useKindTexts()
  return (version, rank) =>
    t('artefacts.lineage.version', {
      number: versionOf(version) ?? rank,
      card: shortName(texts.nameOf(version), 60),
    })
}
