/** What a file with a method calls itself. */
export const METHOD_FORMAT = 'werkraum-method'
export const METHOD_SCHEMA_VERSION = 1
