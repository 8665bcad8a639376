/** What results can be taken home as. Apart from the schemas, so that the client can list them without loading those. */
export const exportFormats = ['json', 'markdown', 'csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]
