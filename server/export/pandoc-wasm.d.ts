declare module 'pandoc-wasm' {
  /** @param input what Pandoc reads as its standard input; files are named as the document names them */
  export function convert(
    options: Record<string, unknown>,
    input: string,
    files: Record<string, Blob>,
  ): Promise<{ files: Record<string, Blob>; stderr: string }>
}
