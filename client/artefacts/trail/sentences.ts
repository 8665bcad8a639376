import { useTranslation } from 'react-i18next'
import { linkSentences, type LinkSentence } from '#shared/evidence/link-sentences.ts'

/** Links as sentences that begin with "This card …". */
interface Sentences {
  say: (sentence: LinkSentence) => string
  /** Names a sentence in a list of choices. */
  keyOf: (sentence: LinkSentence) => string
  read: (key: string) => LinkSentence
}

export function useSentences(): Sentences {
  const { t } = useTranslation()
  const keyOf = ({ type, outgoing }: LinkSentence) => `${type} ${outgoing ? 'to' : 'from'}`
  return {
    say: ({ type, outgoing }) =>
      t(outgoing ? `artefacts.link.types.${type}` : `artefacts.link.typesBack.${type}`),
    keyOf,
    read: (key) => linkSentences.find((one) => keyOf(one) === key) ?? linkSentences[0]!,
  }
}
