/** Why a list cannot be read in; the words are under `artefacts.catalogue.faults`. */
export type TableFault =
  'wrongType' | 'tooLarge' | 'tooMany' | 'locked' | 'empty' | 'unreadable' | 'noGallery'
