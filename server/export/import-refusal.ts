/** Why a file is not taken in. */
export interface ImportRefusal {
  code: 'import_unreadable' | 'import_too_new' | 'import_page_full' | 'import_text_too_long'
  /** For the log: where in the file, never what stands there. */
  detail: string
  /** For the sentence people read. */
  values?: Record<string, number>
}
