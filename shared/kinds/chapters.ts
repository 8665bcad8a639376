/** Chapters of a dossier that are made of cards, in their usual order. */
const cardChapters = [
  'question',
  'found',
  'personas',
  'insights',
  'shortlist',
  'prototypes',
  'decisions',
  'tasks',
  'partnerships',
  'roadmap',
] as const
export type CardChapter = (typeof cardChapters)[number]

/** All chapters, in the order in which they usually stand; whoever writes a dossier chooses among them. */
export const dossierChapters = ['people', 'path', ...cardChapters, 'boards', 'unproven', 'evidence'] as const
export type DossierChapter = (typeof dossierChapters)[number]

export const isCardChapter = (chapter: DossierChapter): chapter is CardChapter =>
  (cardChapters as readonly string[]).includes(chapter)
